import { createHash, randomBytes } from 'node:crypto';
import type { NewHandoff } from '@meldewerk/contract/draft-content';
import { draftHandoffs } from '@meldewerk/db/schema-draft-contents';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, isNull } from 'drizzle-orm';
import { originOf } from '../config.ts';
import { authorizeDraft } from '../drafts/authorize-draft.ts';
import { describeHandoff, handoffLifetimesMs, type HandoffRow } from '../drafts/handoff-state.ts';
import { limit, takeAll } from '../http/rate-limit.ts';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';

const perDraft = limit('handoff-by-draft', 30, 20);
const perTenant = limit('handoff-by-tenant', 600, 1);

/** A new way from the computer to a phone. Only one is open at a time: an earlier phone is let go. */
export async function openHandoff(scope: Scope, draftId: string, tokenHash: Buffer): Promise<NewHandoff> {
  const { services, tenant } = scope;
  // First of all whose draft it is: what nobody has would else count against the whole workshop.
  await inTenant(services.db, tenant.id, (tx) => authorizeDraft(scope, tx, draftId, tokenHash));
  await takeAll(services, [perDraft, tenant.id, draftId, tokenHash.toString('hex')], [perTenant, tenant.id]);
  const token = randomBytes(16).toString('base64url');
  const createdAt = services.clock.now();
  const handoff: HandoffRow = {
    tenantId: tenant.id,
    id: services.newId(),
    draftId,
    tokenHash: createHash('sha256').update(token).digest(),
    ownerHash: tokenHash,
    purpose: 'photosAndSignatures',
    createdAt,
    expiresAt: new Date(createdAt.getTime() + handoffLifetimesMs.code),
    bearerHash: null, claimedAt: null, seenAt: null, endedAt: null, endedBy: null,
  };
  await inTenant(services.db, tenant.id, async (tx) => {
    const draft = await authorizeDraft(scope, tx, draftId, tokenHash);
    if (draft.reportId !== null) throw new ProblemError('draftSubmitted');
    await tx
      .update(draftHandoffs)
      .set({ endedAt: createdAt, endedBy: 'computer' })
      .where(and(eq(draftHandoffs.tenantId, tenant.id), eq(draftHandoffs.draftId, draftId), isNull(draftHandoffs.endedAt)));
    await tx.insert(draftHandoffs).values(handoff);
  });
  return { ...describeHandoff(handoff, createdAt), url: `${originOf(services.config, tenant.slug)}/h/${token}` };
}
