import type { CreditNoteEstimate, Estimate, InvoiceEstimate } from 'chargebee';
import { getCustomer } from './customers.ts';
import { wrongState } from './failure.ts';
import { chargeFor, type Lines } from './line-items.ts';
import type { PlanChange } from './plan-changes.ts';
import type { Site } from './site.ts';
import { priceItems } from './subscription-items.ts';
import { getSubscription } from './subscription-records.ts';
import { addPeriods } from './terms.ts';

/** What a change would cost at once and with the next term. Nothing is kept. */
export function estimateChange(site: Site, { changed, customer, charge, credit }: PlanChange): Estimate {
  const credited = (customer.refundable_credits ?? 0) + (credit?.lines.total ?? 0);
  const from = changed.next_billing_at;
  const next = from === undefined ? undefined : termFrom(site, changed.id, changed, from);
  return {
    created_at: site.seconds(),
    subscription_estimate: { id: changed.id, currency_code: changed.currency_code, status: changed.status, ...(from !== undefined && { next_billing_at: from }) },
    ...(charge && { invoice_estimate: toInvoice(charge, customer.id, changed.currency_code, credited) }),
    ...(next && { next_invoice_estimate: toInvoice(next, customer.id, changed.currency_code, Math.max(0, credited - (charge?.total ?? 0))) }),
    ...(credit && credit.lines.total > 0 && { credit_note_estimates: [toCreditNote(credit.invoice.id, credit.lines, changed.currency_code)] }),
  };
}

/** What the next term is going to cost. */
export function estimateRenewal(site: Site, id: string): Estimate {
  const subscription = getSubscription(site, id);
  const from = subscription.next_billing_at;
  if (from === undefined) throw wrongState('The subscription is not going to renew.');
  const customer = getCustomer(site, subscription.customer_id);
  const scheduled = site.store.scheduledItems.get(id);
  const { plan, items } = scheduled ? priceItems(site, scheduled.items) : { plan: null, items: subscription.subscription_items };
  const then = { ...subscription, subscription_items: items, ...(plan && { billing_period: plan.period, billing_period_unit: plan.period_unit }) };
  return {
    created_at: site.seconds(),
    subscription_estimate: { id, currency_code: subscription.currency_code, status: 'active', next_billing_at: addPeriods(from, then.billing_period ?? 1, then.billing_period_unit ?? 'month') },
    invoice_estimate: toInvoice(termFrom(site, id, then, from), customer.id, subscription.currency_code, customer.refundable_credits),
  };
}

function termFrom(site: Site, id: string, subscription: PlanChange['changed'], from: number): Lines {
  const to = addPeriods(from, subscription.billing_period ?? 1, subscription.billing_period_unit ?? 'month');
  return chargeFor(site, { customer: getCustomer(site, subscription.customer_id), subscriptionId: id, items: subscription.subscription_items ?? [], from, to });
}

function toInvoice({ line_items, line_item_taxes, taxes, sub_total, total }: Lines, customer_id: string, currency_code: string, credits: number): InvoiceEstimate {
  const credits_applied = Math.min(total, credits);
  return { recurring: true, price_type: 'tax_exclusive', currency_code, customer_id, sub_total, total, credits_applied, amount_paid: 0, amount_due: total - credits_applied, line_items, line_item_taxes, taxes, round_off_amount: 0 };
}

function toCreditNote(reference_invoice_id: string, { line_items, line_item_taxes, taxes, sub_total, total }: Lines, currency_code: string): CreditNoteEstimate {
  return { reference_invoice_id, type: 'refundable', price_type: 'tax_exclusive', currency_code, sub_total, total, amount_allocated: 0, amount_available: total, line_items, line_item_taxes, taxes };
}
