import { draftHandoffs } from '@meldewerk/db/schema-draft-contents';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, isNull } from 'drizzle-orm';
import { authorizeDraft } from '../drafts/authorize-draft.ts';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';

/** Lets the phone go: from the computer, or from the phone itself when it is done. Twice is the same as once. */
export async function endHandoff(scope: Scope, draftId: string, handoffId: string, tokenHash: Buffer): Promise<void> {
  const { services, tenant } = scope;
  await inTenant(services.db, tenant.id, async (tx) => {
    const { handoff } = await authorizeDraft(scope, tx, draftId, tokenHash, 'phoneToo');
    if (handoff && handoff.id !== handoffId) throw new ProblemError('notFound');
    await tx
      .update(draftHandoffs)
      .set({ endedAt: services.clock.now(), endedBy: handoff ? 'phone' : 'computer' })
      .where(and(eq(draftHandoffs.tenantId, tenant.id), eq(draftHandoffs.id, handoffId), eq(draftHandoffs.draftId, draftId), isNull(draftHandoffs.endedAt)));
  });
}
