import { asOperator } from '@meldewerk/db/billing-scope';
import { billingAccounts } from '@meldewerk/db/schema-billing';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { inArray } from 'drizzle-orm';
import type { Billing } from './billing.ts';
import { noticesOfTime } from './notices/notices-of-time.ts';
import { lockAccount, settleAccount } from './settle-account.ts';

/** Hourly: does in every account what is due by the clock alone, such as the end of grace, and orders the mails that look ahead. */
export async function advanceAccounts(billing: Billing): Promise<void> {
  const { tenantId: id, state } = billingAccounts;
  const accounts = await asOperator(billing.db, (tx) => tx.select({ id }).from(billingAccounts).where(inArray(state, ['trial', 'active', 'pastDue', 'suspended'])).orderBy(state, id));
  const failures: unknown[] = [];
  // What is wrong with one account keeps none of the others waiting.
  for (const account of accounts) await advanceAccount(billing, account.id).catch((error: unknown) => void failures.push(error));
  if (failures.length > 0) throw failures[0];
}

/** The same for one account. */
export async function advanceAccount(billing: Billing, tenantId: string): Promise<void> {
  await inTenant(billing.db, tenantId, async (tx) => {
    await settleAccount(billing, tx, tenantId);
    await noticesOfTime(billing, tx, await lockAccount(tx, tenantId));
  });
}
