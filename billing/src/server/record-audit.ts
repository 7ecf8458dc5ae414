import type { Transaction } from '@meldewerk/db/client';
import { billingAudit } from '@meldewerk/db/schema-billing';
import type { Billing } from './billing.ts';

export type AuditEntry = {
  /** Null where nobody known asked, such as a webhook with a wrong password. */
  workshopId: string | null;
  actor: 'accountHolder' | 'operator' | 'vendor' | 'system';
  actorId?: string;
  type: string;
  refused?: boolean;
  /** Ids, codes and hashes; never names, addresses or account numbers. */
  data?: Record<string, string | number | boolean | null>;
};

/** Notes who did what to the money side. Inside `inTenant` of the same tenant, or anywhere for an entry without one. */
export async function recordAudit({ now, newId }: Pick<Billing, 'now' | 'newId'>, tx: Transaction, entry: AuditEntry): Promise<void> {
  await tx.insert(billingAudit).values({ id: newId(), at: now(), ...entry });
}
