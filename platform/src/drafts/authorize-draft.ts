import { createHash, timingSafeEqual } from 'node:crypto';
import { draftTokenSchema } from '@meldewerk/contract/draft';
import type { Transaction } from '@meldewerk/db/client';
import { damageReports, drafts, reportLinks } from '@meldewerk/db/schema';
import { and, eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';

export type DraftRow = typeof drafts.$inferSelect & {
  /** Whether an individual link of a prepared report brought the token, and whether staff took it back. */
  link: { withdrawnAt: Date | null } | null;
  /** Set while staff keep its report to themselves. */
  internalSince: Date | null;
};

/** SHA-256 of the token in an `Authorization: Bearer` header; throws unauthenticated when there is none of the right form. */
export function readDraftToken(authorization: string | undefined): Buffer {
  const [scheme, token] = (authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !v.is(draftTokenSchema, token)) throw new ProblemError('unauthenticated');
  return createHash('sha256').update(token).digest();
}

/** The draft that id and token open. Unknown, expired and somebody else's look alike: notFound. */
export async function authorizeDraft(scope: Scope, tx: Transaction, draftId: string, tokenHash: Buffer): Promise<DraftRow> {
  return admitToDraft(scope, await findDraft(scope, tx, draftId, tokenHash), tokenHash);
}

/** For those who read more in the same breath: what `admitToDraft` then judges. */
export async function findDraft(scope: Scope, tx: Transaction, draftId: string, tokenHash: Buffer): Promise<DraftRow | undefined> {
  const [found] = await tx
    .select({ draft: drafts, link: { generation: reportLinks.generation, withdrawnAt: reportLinks.withdrawnAt }, internalSince: damageReports.internalSince })
    .from(drafts)
    .leftJoin(reportLinks, and(eq(reportLinks.tenantId, drafts.tenantId), eq(reportLinks.draftId, drafts.id), eq(reportLinks.tokenHash, tokenHash)))
    .leftJoin(damageReports, and(eq(damageReports.tenantId, drafts.tenantId), eq(damageReports.id, sql`coalesce(${drafts.preparedReportId}, ${drafts.reportId})`)))
    .where(and(eq(drafts.tenantId, scope.tenant.id), eq(drafts.id, draftId)));
  return found && { ...found.draft, link: found.link, internalSince: found.internalSince };
}

/** A report of the workshop's page opens its draft for good once it is sent; an individual link only while it lives. */
export function admitToDraft(scope: Scope, draft: DraftRow | undefined, tokenHash: Buffer): DraftRow {
  if (!draft) throw new ProblemError('notFound');
  const { link, reportId, expiresAt, internalSince } = draft;
  if (internalSince) throw new ProblemError('notFound');
  // A token of an older generation: the draft has moved on to the next.
  if (!timingSafeEqual(tokenHash, draft.tokenHash)) throw new ProblemError(link ? 'linkWithdrawn' : 'notFound');
  if (link?.withdrawnAt) throw new ProblemError('linkWithdrawn');
  const expired = expiresAt <= scope.services.clock.now();
  if (expired && link) throw new ProblemError('linkExpired');
  if (expired && reportId === null) throw new ProblemError('draftExpired');
  return draft;
}
