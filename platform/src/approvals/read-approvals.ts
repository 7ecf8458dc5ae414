import type { Approval } from '@meldewerk/contract/approval';
import type { LocalizedText } from '@meldewerk/contract/language';
import type { Transaction } from '@meldewerk/db/client';
import { photos, staffUsers } from '@meldewerk/db/schema';
import { approvalPhotos, approvals } from '@meldewerk/db/schema-approvals';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { ProblemError } from '../http/problem.ts';
import type { CustomerScope, Scope } from '../http/scope.ts';

export type ApprovalRow = typeof approvals.$inferSelect;
type Labels = Record<string, LocalizedText>;

/** What was asked on a report, oldest first, as staff read it. `shotLabels` are those of the report. */
export function readApprovals(scope: Scope, reportId: string, shotLabels: Labels): Promise<Approval[]> {
  return inTenant(scope.services.db, scope.tenant.id, (tx) => describeAll(scope, tx, reportId, shotLabels));
}

/** The same without who asked. */
export async function readOwnApprovals(scope: CustomerScope, shotLabels: Labels): Promise<Approval[]> {
  return (await readApprovals(scope, scope.reportId, shotLabels)).map((approval) => ({ ...approval, askedByName: null }));
}

export async function findApproval({ tenant }: Scope, tx: Transaction, approvalId: string): Promise<ApprovalRow> {
  const [row] = await tx.select().from(approvals).where(and(eq(approvals.tenantId, tenant.id), eq(approvals.id, approvalId)));
  if (!row) throw new ProblemError('notFound');
  return row;
}

/** One of the customer's own report. */
export async function findOwnApproval(scope: CustomerScope, tx: Transaction, approvalId: string): Promise<ApprovalRow> {
  const row = await findApproval(scope, tx, approvalId);
  if (row.reportId !== scope.reportId) throw new ProblemError('notFound');
  return row;
}

async function describeAll({ tenant }: Scope, tx: Transaction, reportId: string, shotLabels: Labels): Promise<Approval[]> {
  const rows = await tx
    .select({ approval: approvals, askedByName: staffUsers.name })
    .from(approvals)
    .leftJoin(staffUsers, and(eq(staffUsers.tenantId, approvals.tenantId), eq(staffUsers.id, approvals.askedBy)))
    .where(and(eq(approvals.tenantId, tenant.id), eq(approvals.reportId, reportId)))
    .orderBy(asc(approvals.askedAt), asc(approvals.id));
  if (rows.length === 0) return [];
  const shown = await tx
    .select({ approvalId: approvalPhotos.approvalId, id: approvalPhotos.photoId, shotId: photos.shotId })
    .from(approvalPhotos)
    .leftJoin(photos, and(eq(photos.tenantId, approvalPhotos.tenantId), eq(photos.id, approvalPhotos.photoId)))
    .where(and(eq(approvalPhotos.tenantId, tenant.id), inArray(approvalPhotos.approvalId, rows.map(({ approval }) => approval.id))))
    .orderBy(asc(approvalPhotos.position));
  return rows.map(({ approval, askedByName }) => ({
    ...describe(approval),
    askedByName,
    photos: shown.filter(({ approvalId }) => approvalId === approval.id).map(({ id, shotId }) => ({ id, label: (shotId !== null && shotLabels[shotId]) || workshopPhoto })),
  }));
}

const workshopPhoto: LocalizedText = { de: 'Foto der Werkstatt', en: 'Photo by the workshop', tr: 'Tamirhanenin fotoğrafı', pl: 'Zdjęcie warsztatu', uk: 'Фото майстерні', ar: 'صورة من الورشة' };

function describe(row: ApprovalRow): Omit<Approval, 'photos' | 'askedByName'> {
  return {
    id: row.id,
    state: row.answer ?? (row.withdrawnAt ? 'withdrawn' : 'open'),
    kind: row.kind,
    reason: row.reason,
    amount: amountOf(row),
    readyOn: row.readyOn,
    askedAt: row.askedAt.toISOString(),
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    answeredAt: row.answeredAt?.toISOString() ?? null,
    comment: row.comment,
    signerName: row.signerName,
    document: row.documentSha256 && row.documentByteSize ? { byteSize: row.documentByteSize, sha256: Buffer.from(row.documentSha256).toString('hex') } : null,
  };
}

export function amountOf({ amountCents, includesVat }: Pick<ApprovalRow, 'amountCents' | 'includesVat'>): Approval['amount'] {
  return amountCents === null || includesVat === null ? null : { cents: amountCents, includesVat };
}
