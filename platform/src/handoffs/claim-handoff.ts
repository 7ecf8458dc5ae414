import { createHash } from 'node:crypto';
import type { ClaimedHandoff } from '@meldewerk/contract/draft-content';
import type { Transaction } from '@meldewerk/db/client';
import { draftHandoffs } from '@meldewerk/db/schema-draft-contents';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, isNull, type SQL } from 'drizzle-orm';
import { authorizeDraft } from '../drafts/authorize-draft.ts';
import type { HandoffRow } from '../drafts/handoff-state.ts';
import { readLinkForms } from '../forms/read-link-forms.ts';
import { addressKey, limit, takeFrom } from '../http/rate-limit.ts';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';

const guesses = limit('handoff-guess-by-address', 20, 60);

/** The first phone that scans the code makes the draft's photos and signatures its business; for every other one it is used up. */
export async function claimHandoff(scope: Scope, token: Buffer, bearer: string, clientAddress: string): Promise<ClaimedHandoff> {
  const { services, tenant } = scope;
  const bearerHash = createHash('sha256').update(bearer).digest();
  const claimed = await inTenant(services.db, tenant.id, async (tx) => {
    const handoff = await find(scope, tx, eq(draftHandoffs.tokenHash, token));
    if (!handoff) return null;
    if (handoff.endedAt) throw new ProblemError('handoffEnded');
    if (!handoff.bearerHash) await claim(scope, tx, handoff, bearerHash);
    else if (!bearerHash.equals(handoff.bearerHash)) throw new ProblemError('handoffUsed');
    return describe(scope, tx, handoff, bearerHash);
  });
  if (claimed) return claimed;
  await takeFrom(services, guesses, addressKey(clientAddress));
  throw new ProblemError('notFound');
}

/** The same for a phone that was here before: what is signed by now. */
export async function readHandoff(scope: Scope, bearerHash: Buffer): Promise<ClaimedHandoff> {
  return inTenant(scope.services.db, scope.tenant.id, async (tx) => {
    const handoff = await find(scope, tx, eq(draftHandoffs.bearerHash, bearerHash));
    if (!handoff) throw new ProblemError('notFound');
    return describe(scope, tx, handoff, bearerHash);
  });
}

async function claim(scope: Scope, tx: Transaction, { id, expiresAt }: HandoffRow, bearerHash: Buffer): Promise<void> {
  const { services, tenant } = scope;
  const now = services.clock.now();
  if (expiresAt <= now) throw new ProblemError('handoffExpired');
  const earlier = await find(scope, tx, eq(draftHandoffs.bearerHash, bearerHash));
  if (earlier?.id === id) return;
  if (earlier) throw new ProblemError('handoffUsed');
  const taken = await tx
    .update(draftHandoffs)
    .set({ bearerHash, claimedAt: now, seenAt: now })
    .where(and(eq(draftHandoffs.tenantId, tenant.id), eq(draftHandoffs.id, id), isNull(draftHandoffs.bearerHash), isNull(draftHandoffs.endedAt)))
    .returning({ id: draftHandoffs.id });
  if (taken.length > 0) return;
  // Another phone was faster, or this one with the same request.
  const winner = await find(scope, tx, eq(draftHandoffs.id, id));
  if (!winner?.bearerHash || !bearerHash.equals(winner.bearerHash)) throw new ProblemError('handoffUsed');
}

async function describe(scope: Scope, tx: Transaction, { id, draftId }: HandoffRow, bearerHash: Buffer): Promise<ClaimedHandoff> {
  const { preparedReportId } = await authorizeDraft(scope, tx, draftId, bearerHash, 'phoneToo');
  return { id, draftId, forms: preparedReportId === null ? [] : await readLinkForms(scope, tx, preparedReportId) };
}

async function find({ tenant }: Scope, tx: Transaction, which: SQL): Promise<HandoffRow | undefined> {
  const [found] = await tx.select().from(draftHandoffs).where(and(eq(draftHandoffs.tenantId, tenant.id), which));
  return found;
}
