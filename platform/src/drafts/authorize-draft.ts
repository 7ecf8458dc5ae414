import { createHash, timingSafeEqual } from 'node:crypto';
import { draftTokenSchema } from '@meldewerk/contract/draft';
import type { Transaction } from '@meldewerk/db/client';
import { drafts } from '@meldewerk/db/schema';
import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';

export type DraftRow = typeof drafts.$inferSelect;

/** SHA-256 of the token in an `Authorization: Bearer` header; throws unauthenticated when there is none of the right form. */
export function readDraftToken(authorization: string | undefined): Buffer {
  const [scheme, token] = (authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !v.is(draftTokenSchema, token)) throw new ProblemError('unauthenticated');
  return createHash('sha256').update(token).digest();
}

/** The draft that id and token open. Unknown, expired and somebody else's look alike: notFound. */
export async function authorizeDraft(scope: Scope, tx: Transaction, draftId: string, tokenHash: Buffer): Promise<DraftRow> {
  return admitToDraft(scope, await findDraft(scope, tx, draftId), tokenHash);
}

/** For those who read more in the same breath: what `admitToDraft` then judges. */
export async function findDraft(scope: Scope, tx: Transaction, draftId: string): Promise<DraftRow | undefined> {
  const [draft] = await tx.select().from(drafts).where(and(eq(drafts.tenantId, scope.tenant.id), eq(drafts.id, draftId)));
  return draft;
}

export function admitToDraft(scope: Scope, draft: DraftRow | undefined, tokenHash: Buffer): DraftRow {
  if (!draft || !timingSafeEqual(tokenHash, draft.tokenHash)) throw new ProblemError('notFound');
  if (draft.reportId === null && draft.expiresAt <= scope.services.clock.now()) throw new ProblemError('draftExpired');
  return draft;
}
