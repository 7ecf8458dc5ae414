import { asAccountHolder } from '@meldewerk/db/account-holder-scope';
import { tenants } from '@meldewerk/db/schema';
import { billingAccounts } from '@meldewerk/db/schema-billing';
import { and, eq } from 'drizzle-orm';
import type { Billing } from '../billing.ts';
import { refuse } from '../refuse.ts';

export type Account = typeof billingAccounts.$inferSelect;

/** The account of a workshop, if this address pays for it at this moment. That somebody asked for another's is noted; to them there is none. */
export async function findAccount(billing: Billing, email: string, tenantId: string): Promise<Account> {
  const [account] = await asAccountHolder(billing.db, email, (tx) => tx.select().from(billingAccounts).where(and(eq(billingAccounts.tenantId, tenantId), eq(billingAccounts.email, email))));
  if (account) return account;
  const [foreign] = await billing.db.select({ id: tenants.id }).from(tenants).where(eq(tenants.id, tenantId));
  return refuse(billing, 'notFound', { workshopId: null, type: 'accountRefused', data: { asked: foreign ? tenantId : null } });
}
