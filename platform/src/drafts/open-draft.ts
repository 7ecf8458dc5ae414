import type { Draft } from '@meldewerk/contract/draft';
import { drafts } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { addressKey, limit, takeAll } from '../http/rate-limit.ts';
import type { Scope } from '../http/scope.ts';
import { authorizeDraft } from './authorize-draft.ts';
import { describeDraft } from './read-draft.ts';

const lifetimeMs = 30 * 24 * 60 * 60 * 1000;
const perAddress = limit('draft-by-address', 30, 60);
const perTenant = limit('draft-by-tenant', 600, 2);

/** Makes the draft the device has thought up, or finds it again after a lost answer. */
export async function openDraft(scope: Scope, draftId: string, tokenHash: Buffer, clientAddress: string): Promise<Draft> {
  const { services, tenant } = scope;
  await takeAll(services, [perAddress, addressKey(clientAddress)], [perTenant, tenant.id]);
  const createdAt = services.clock.now();
  return inTenant(services.db, tenant.id, async (tx) => {
    await tx
      .insert(drafts)
      .values({ tenantId: tenant.id, id: draftId, tokenHash, createdAt, expiresAt: new Date(createdAt.getTime() + lifetimeMs) })
      .onConflictDoNothing();
    return describeDraft(scope, tx, await authorizeDraft(scope, tx, draftId, tokenHash));
  });
}
