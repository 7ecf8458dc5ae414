import { createHash, timingSafeEqual } from 'node:crypto';
import { draftTokenSchema } from '@meldewerk/contract/draft';
import type { Transaction } from '@meldewerk/db/client';
import { damageReports, drafts, reportLinks } from '@meldewerk/db/schema';
import { draftHandoffs } from '@meldewerk/db/schema-draft-contents';
import { and, eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import { isLive } from './handoff-state.ts';

/** Who a verb is for: the customer's own device alone, or also a phone that takes photos and signs for it. */
export type Admits = 'owner' | 'phoneToo';

export type DraftRow = typeof drafts.$inferSelect & {
  /** Whether an individual link of a prepared report brought the token, and whether staff took it back. */
  link: { withdrawnAt: Date | null } | null;
  /** Set while staff keep its report to themselves. */
  internalSince: Date | null;
  /** The way from the computer by which a phone comes; null for who has the draft's own token. */
  handoff: typeof draftHandoffs.$inferSelect | null;
};

/** SHA-256 of the token in an `Authorization: Bearer` header; throws unauthenticated when there is none of the right form. */
export function readDraftToken(authorization: string | undefined): Buffer {
  const [scheme, token] = (authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !v.is(draftTokenSchema, token)) throw new ProblemError('unauthenticated');
  return createHash('sha256').update(token).digest();
}

/** The draft that id and token open. Unknown, expired and somebody else's look alike: notFound. */
export async function authorizeDraft(scope: Scope, tx: Transaction, draftId: string, tokenHash: Buffer, admits: Admits = 'owner'): Promise<DraftRow> {
  return admitToDraft(scope, await findDraft(scope, tx, draftId, tokenHash), tokenHash, admits);
}

/** For those who read more in the same breath: what `admitToDraft` then judges. */
export async function findDraft(scope: Scope, tx: Transaction, draftId: string, tokenHash: Buffer): Promise<DraftRow | undefined> {
  const [found] = await tx
    .select({ draft: drafts, link: { generation: reportLinks.generation, withdrawnAt: reportLinks.withdrawnAt }, internalSince: damageReports.internalSince, handoff: draftHandoffs })
    .from(drafts)
    .leftJoin(draftHandoffs, and(eq(draftHandoffs.tenantId, drafts.tenantId), eq(draftHandoffs.draftId, drafts.id), eq(draftHandoffs.bearerHash, tokenHash)))
    // A phone comes on behalf of the link that its computer was opened with.
    .leftJoin(reportLinks, and(eq(reportLinks.tenantId, drafts.tenantId), eq(reportLinks.draftId, drafts.id), eq(reportLinks.tokenHash, sql`coalesce(${draftHandoffs.ownerHash}, ${tokenHash})`)))
    .leftJoin(damageReports, and(eq(damageReports.tenantId, drafts.tenantId), eq(damageReports.id, sql`coalesce(${drafts.preparedReportId}, ${drafts.reportId})`)))
    .where(and(eq(drafts.tenantId, scope.tenant.id), eq(drafts.id, draftId)));
  return found && { ...found.draft, link: found.link, internalSince: found.internalSince, handoff: found.handoff };
}

/** A report of the workshop's page opens its draft for good once it is sent; an individual link only while it lives. */
export function admitToDraft(scope: Scope, draft: DraftRow | undefined, tokenHash: Buffer, admits: Admits = 'owner'): DraftRow {
  if (!draft) throw new ProblemError('notFound');
  const { link, reportId, expiresAt, internalSince, handoff } = draft;
  if (internalSince) throw new ProblemError('notFound');
  if (handoff && !isLive(handoff, scope.services.clock.now())) throw new ProblemError('handoffEnded');
  if (handoff && admits === 'owner') throw new ProblemError('forbidden');
  // A token of an older generation: the draft has moved on to the next.
  if (!timingSafeEqual(handoff?.ownerHash ?? tokenHash, draft.tokenHash)) throw new ProblemError(link ? 'linkWithdrawn' : 'notFound');
  if (link?.withdrawnAt) throw new ProblemError('linkWithdrawn');
  const expired = expiresAt <= scope.services.clock.now();
  if (expired && link) throw new ProblemError('linkExpired');
  if (expired && reportId === null) throw new ProblemError('draftExpired');
  return draft;
}
