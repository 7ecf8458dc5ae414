import type { PlanChoice } from '@meldewerk/contract/billing';
import { billingAccounts } from '@meldewerk/db/schema-billing';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { eq } from 'drizzle-orm';
import type { Account } from '../account/find-account.ts';
import { BillingFault } from '../billing-fault.ts';
import type { Billing } from '../billing.ts';
import { inColumns } from '../chargebee/in-columns.ts';
import { readSubscription } from '../read-standing.ts';
import { recordAudit } from '../record-audit.ts';
import { listPlans } from './list-plans.ts';

/** What shall be subscribed to once a mandate is given. Of a subscription that runs, the plan is changed instead. */
export async function choosePlan(billing: Billing, { tenantId }: Account, choice: PlanChoice): Promise<void> {
  await checkChoice(billing, choice);
  await inTenant(billing.db, tenantId, async (tx) => {
    if (isRunning(await readSubscription(tx, tenantId))) throw new BillingFault('changedMeanwhile');
    await tx.update(billingAccounts).set({ chosenItemPriceId: choice.itemPriceId, chosenQuantity: choice.quantity }).where(eq(billingAccounts.tenantId, tenantId));
    await recordAudit(billing, tx, { workshopId: tenantId, actor: 'accountHolder', type: 'planChosen', data: choice });
  });
}

/** Throws unless it is one of the plans on offer, with a quantity it can have. */
export async function checkChoice(billing: Billing, { itemPriceId, quantity }: PlanChoice): Promise<void> {
  const plan = (await listPlans(billing)).find((offered) => offered.itemPriceId === itemPriceId);
  if (!plan) throw new BillingFault('validationFailed', [{ path: 'itemPriceId', code: 'unknown' }]);
  if (!plan.perUnit && quantity !== 1) throw new BillingFault('validationFailed', [{ path: 'quantity', code: 'invalid' }]);
}

/** As Chargebee's calls name what is subscribed to. A flat fee has no quantity. */
export async function subscriptionItems(billing: Billing, { itemPriceId, quantity }: PlanChoice): Promise<{ item_price_id: string; quantity?: number }[]> {
  const plan = (await listPlans(billing)).find((offered) => offered.itemPriceId === itemPriceId);
  return inColumns([{ item_price_id: itemPriceId, ...(plan?.perUnit !== false && { quantity }) }]);
}

export function isRunning(subscription: { status: string } | null): boolean {
  return subscription !== null && subscription.status !== 'cancelled' && subscription.status !== 'transferred';
}
