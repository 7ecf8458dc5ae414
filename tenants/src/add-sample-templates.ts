import { sampleTemplates } from '@meldewerk/contract/response-template';
import type { Transaction } from '@meldewerk/db/client';
import { responseTemplates } from '@meldewerk/db/schema-messages';

/** Puts the words we bring along among a workshop's templates, marked as samples. Call it within the tenant's scope, once. */
export async function addSampleTemplates(tx: Transaction, tenantId: string, { now, newId }: { now: Date; newId: () => string }): Promise<void> {
  await tx.insert(responseTemplates).values(sampleTemplates.map((sample) => ({ ...sample, tenantId, id: newId(), isSample: true, changedAt: now })));
}
