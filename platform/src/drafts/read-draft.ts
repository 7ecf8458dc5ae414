import type { Draft } from '@meldewerk/contract/draft';
import type { Receipt } from '@meldewerk/contract/report';
import type { ProblemCode } from '@meldewerk/contract/problem';
import type { Transaction } from '@meldewerk/db/client';
import { damageReports, photos } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, asc, eq } from 'drizzle-orm';
import type { Scope } from '../http/scope.ts';
import { authorizeDraft, type DraftRow } from './authorize-draft.ts';

/** What the server has of a draft: which photos are safe, which were refused, and the receipt once it is sent. */
export async function readDraft(scope: Scope, draftId: string, tokenHash: Buffer): Promise<Draft> {
  return inTenant(scope.services.db, scope.tenant.id, async (tx) =>
    describeDraft(scope, tx, await authorizeDraft(scope, tx, draftId, tokenHash, 'phoneToo')),
  );
}

export async function describeDraft(scope: Scope, tx: Transaction, draft: DraftRow): Promise<Draft> {
  const rows = await tx
    .select({ id: photos.id, shotId: photos.shotId, spotId: photos.spotId, state: photos.state, problem: photos.problem })
    .from(photos)
    .where(and(eq(photos.tenantId, scope.tenant.id), eq(photos.draftId, draft.id)))
    .orderBy(asc(photos.uploadedAt), asc(photos.id));
  return {
    id: draft.id,
    expiresAt: draft.expiresAt.toISOString(),
    photos: rows.map((row) => ({ ...row, problem: row.problem as ProblemCode | null })),
    receipt: draft.reportId === null ? null : await readReceipt(scope, tx, draft.reportId),
  };
}

async function readReceipt(scope: Scope, tx: Transaction, reportId: string): Promise<Receipt | null> {
  const [report] = await tx
    .select({ reference: damageReports.reference, submittedAt: damageReports.submittedAt })
    .from(damageReports)
    .where(and(eq(damageReports.tenantId, scope.tenant.id), eq(damageReports.id, reportId)));
  return report?.submittedAt ? { reportId, reference: report.reference, submittedAt: report.submittedAt.toISOString() } : null;
}
