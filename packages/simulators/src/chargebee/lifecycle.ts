import type { Invoice, Subscription } from 'chargebee';
import { getCustomer } from './customers.ts';
import { emit } from './emit.ts';
import { issueInvoice } from './invoices.ts';
import { chargeFor } from './line-items.ts';
import type { Site } from './site.ts';
import { priceItems } from './subscription-items.ts';
import { getSubscription, saveSubscription } from './subscription-records.ts';
import { addPeriods } from './terms.ts';

/** A term begins and is invoiced in advance. */
export function beginTerm(site: Site, subscription: Subscription, from: number): { subscription: Subscription; invoice: Invoice } {
  const to = addPeriods(from, subscription.billing_period ?? 1, subscription.billing_period_unit ?? 'month');
  const running = saveSubscription(site, { ...subscription, status: 'active', current_term_start: from, current_term_end: to, next_billing_at: to });
  const lines = chargeFor(site, { customer: getCustomer(site, running.customer_id), subscriptionId: running.id, items: running.subscription_items ?? [], from, to });
  const invoice = issueInvoice(site, running, lines);
  return { subscription: getSubscription(site, running.id), invoice };
}

/** The trial is over: without a bank account so is the subscription. Source: support.chargebee.com, article 257272. */
export function endTrial(site: Site, id: string): void {
  const subscription = getSubscription(site, id);
  if (subscription.status !== 'in_trial') return;
  if (subscription.cancelled_at !== undefined) return cancel(site, id);
  const customer = getCustomer(site, subscription.customer_id);
  const collects = (subscription.auto_collection ?? customer.auto_collection) === 'on';
  if (collects && (subscription.payment_source_id ?? customer.primary_payment_source_id) === undefined) return cancel(site, id, { cancel_reason: 'no_card' });
  const now = site.seconds();
  const begun = beginTerm(site, { ...withScheduledItems(site, subscription), activated_at: now }, now);
  emit(site, 'subscription_activated', { ...begun, customer: getCustomer(site, customer.id) });
}

/** The term is over: the next one begins, unless the subscription was not to go on. */
export function endTerm(site: Site, id: string): void {
  const subscription = getSubscription(site, id);
  if (subscription.status === 'non_renewing') return cancel(site, id);
  if (subscription.status !== 'active') return;
  const begun = beginTerm(site, withScheduledItems(site, subscription), subscription.current_term_end ?? site.seconds());
  emit(site, 'subscription_renewed', { ...begun, customer: getCustomer(site, begun.subscription.customer_id) });
}

/** Ends a subscription now; what was invoiced stays as it is. */
export function cancel(site: Site, id: string, { source = 'system', ...why }: Pick<Subscription, 'cancel_reason' | 'cancel_reason_code'> & { source?: 'api' | 'portal' | 'system' } = {}): void {
  const { cancel_schedule_created_at: _, next_billing_at: __, ...rest } = getSubscription(site, id);
  site.store.scheduledItems.remove(id);
  const now = site.seconds();
  const subscription = saveSubscription(site, { ...rest, ...why, status: 'cancelled', cancelled_at: now, has_scheduled_changes: false, ...(rest.status !== 'in_trial' && { current_term_end: now }) });
  emit(site, 'subscription_cancelled', { subscription, customer: getCustomer(site, subscription.customer_id) }, source);
}

function withScheduledItems(site: Site, subscription: Subscription): Subscription {
  const scheduled = site.store.scheduledItems.get(subscription.id);
  if (!scheduled) return subscription;
  site.store.scheduledItems.remove(subscription.id);
  const { plan, items } = priceItems(site, scheduled.items);
  return { ...subscription, subscription_items: items, billing_period: plan.period ?? 1, billing_period_unit: plan.period_unit ?? 'month', has_scheduled_changes: false, changes_scheduled_at: undefined };
}
