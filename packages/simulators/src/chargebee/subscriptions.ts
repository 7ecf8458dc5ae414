import type { Customer, Invoice, Subscription } from 'chargebee';
import { changeCustomer, getCustomer, primaryOf } from './customers.ts';
import { emit } from './emit.ts';
import { Refusal } from './failure.ts';
import { beginTerm } from './lifecycle.ts';
import { getPaymentSource } from './payment-sources.ts';
import type { Site } from './site.ts';
import { type ItemWanted, priceItems } from './subscription-items.ts';
import { saveSubscription } from './subscription-records.ts';
import { addPeriods } from './terms.ts';

export type SubscriptionGiven = { id?: string; subscription_items: ItemWanted[]; auto_collection?: 'on' | 'off'; payment_source_id?: string; trial_end?: number; meta_data?: unknown; net_term_days?: number };

/** Begins with the plan's trial if it has one, otherwise with the first invoice. */
export function createSubscription(site: Site, customerId: string, { subscription_items, payment_source_id, trial_end, id = site.newId(''), ...given }: SubscriptionGiven): { subscription: Subscription; customer: Customer; invoice?: Invoice } {
  let customer = getCustomer(site, customerId);
  if (site.store.subscriptions.get(id)) throw new Refusal(400, 'duplicate_entry', `The value ${id} is already present.`, { type: 'invalid_request', param: 'id' });
  const { plan, items } = priceItems(site, subscription_items);
  const collects = (given.auto_collection ?? customer.auto_collection) === 'on';
  if (payment_source_id !== undefined) customer = changeCustomer(site, customerId, primaryOf(getPaymentSource(site, payment_source_id)));
  const now = site.seconds();
  const trialEnd = trial_end ?? (plan.trial_period ? addPeriods(now, plan.trial_period, plan.trial_period_unit ?? 'day') : 0);
  const inTrial = trialEnd > now;
  if (!inTrial && collects && customer.primary_payment_source_id === undefined) throw new Refusal(400, 'payment_method_not_present', 'No payment method is on file for this customer.', { type: 'payment' });
  const begun = saveSubscription(site, {
    id,
    customer_id: customerId,
    currency_code: plan.currency_code,
    ...given,
    ...(payment_source_id !== undefined && { payment_source_id }),
    status: inTrial ? 'in_trial' : 'active',
    billing_period: plan.period ?? 1,
    billing_period_unit: plan.period_unit ?? 'month',
    subscription_items: items,
    start_date: now,
    created_at: now,
    started_at: now,
    ...(inTrial ? { trial_start: now, trial_end: trialEnd, next_billing_at: trialEnd } : { activated_at: now }),
    has_scheduled_changes: false,
    has_scheduled_advance_invoices: false,
    due_invoices_count: 0,
    channel: 'web',
    deleted: false,
    decommissioned: false,
  } satisfies Subscription);
  const { subscription, invoice } = inTrial ? { subscription: begun } : beginTerm(site, begun, now);
  customer = getCustomer(site, customerId);
  emit(site, 'subscription_created', { subscription, customer, ...(invoice && { invoice }) }, 'api');
  return { subscription, customer, ...(invoice && { invoice }) };
}
