import type { FormVersionInput } from '@meldewerk/contract/form';
import type { Transaction } from '@meldewerk/db/client';
import { forms, formVersions } from '@meldewerk/db/schema';

/** Puts what we bring along into a workshop's library, marked as samples. Call it within the tenant's scope, once. */
export async function addSampleForms(tx: Transaction, tenantId: string, samples: FormVersionInput[], { now, newId }: { now: Date; newId: () => string }): Promise<void> {
  for (const sample of samples) {
    const formId = newId();
    await tx.insert(forms).values({ tenantId, id: formId, createdAt: now });
    await tx.insert(formVersions).values({ ...sample, tenantId, formId, version: 1, isSample: true, createdAt: now });
  }
}
