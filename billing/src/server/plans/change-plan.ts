import type { PlanChoice, PlanPreview } from '@meldewerk/contract/billing';
import { inTenant } from '@meldewerk/db/tenant-scope';
import type { Estimate, InvoiceEstimate } from 'chargebee';
import type { Account } from '../account/find-account.ts';
import { BillingFault } from '../billing-fault.ts';
import type { Billing } from '../billing.ts';
import { askChargebee, once } from '../chargebee/ask-chargebee.ts';
import { copyAndSettle } from '../copy-and-settle.ts';
import { readSubscription, type CurrentSubscription } from '../read-standing.ts';
import { recordAudit } from '../record-audit.ts';
import { checkChoice, isRunning, subscriptionItems } from './choose-plan.ts';

/** What a change of plan would cost, as Chargebee reckons it. Changes nothing. */
export async function previewPlan(billing: Billing, account: Account, choice: PlanChoice): Promise<PlanPreview> {
  await checkChoice(billing, choice);
  const subscription = await runningSubscription(billing, account);
  const items = await subscriptionItems(billing, choice);
  const { estimate } = await askChargebee(() => billing.chargebee.estimate.updateSubscriptionForItems({ subscription: { id: subscription.id }, subscription_items: items, replace_items_list: true, prorate: true }));
  return describeEstimate(estimate, choice, subscription);
}

/** Changes plan or quantity at once; what was paid for the rest of the term is credited. The invoice for it comes as an event. */
export async function changePlan(billing: Billing, account: Account, choice: PlanChoice): Promise<void> {
  await checkChoice(billing, choice);
  const { tenantId } = account;
  const { id, resourceVersion } = await runningSubscription(billing, account);
  const items = await subscriptionItems(billing, choice);
  const { subscription, customer, invoice } = await askChargebee(() => billing.chargebee.subscription.updateForItems(id, { subscription_items: items, replace_items_list: true, prorate: true }, once('plan', id, String(resourceVersion), String(choice.quantity), choice.itemPriceId)));
  await inTenant(billing.db, tenantId, (tx) => recordAudit(billing, tx, { workshopId: tenantId, actor: 'accountHolder', type: 'planChanged', data: choice }));
  await copyAndSettle(billing, tenantId, { customer, subscriptions: [subscription], ...(invoice && { invoices: [invoice] }) });
}

export async function runningSubscription({ db }: Billing, { tenantId }: Account): Promise<CurrentSubscription> {
  const subscription = await inTenant(db, tenantId, (tx) => readSubscription(tx, tenantId));
  if (!subscription || !isRunning(subscription)) throw new BillingFault('setupIncomplete');
  return subscription;
}

function describeEstimate({ invoice_estimate: now, next_invoice_estimate: next, credit_note_estimates: credits = [], subscription_estimate: after }: Estimate, choice: PlanChoice, { currency }: CurrentSubscription): PlanPreview {
  const credited = credits.reduce((sum, { total }) => sum + total, 0);
  // What Chargebee has set off already is no money that comes back as well.
  const left = Math.max(0, credited - (now?.credits_applied ?? 0));
  const shown = [...(now?.line_items ?? []), ...(now ? [] : (next?.line_items ?? []))];
  return {
    choice,
    nowCents: dueOf(now) - left,
    nextCents: dueOf(next),
    nextBillingAt: after?.next_billing_at === undefined ? null : new Date(after.next_billing_at * 1000).toISOString(),
    currency,
    lines: [
      ...shown.map(({ description, amount }) => ({ description, amountCents: amount ?? 0 })),
      ...credits.flatMap(({ line_items: lines = [] }) => lines.map(({ description, amount }) => ({ description, amountCents: -(amount ?? 0) }))),
    ],
  };
}

function dueOf(estimate: InvoiceEstimate | undefined): number {
  return estimate?.amount_due ?? estimate?.total ?? 0;
}
