import type { CreditNote, Customer, Invoice, ItemPrice, Subscription } from 'chargebee';
import { creditInvoice } from './credit-notes.ts';
import { getCustomer } from './customers.ts';
import { emit } from './emit.ts';
import { wrongState } from './failure.ts';
import { issueInvoice } from './invoices.ts';
import { chargeFor, type Lines } from './line-items.ts';
import type { Site } from './site.ts';
import { type ItemWanted, priceItems } from './subscription-items.ts';
import { getSubscription, saveSubscription } from './subscription-records.ts';
import { addPeriods } from './terms.ts';

export type PlanChange = {
  subscription: Subscription;
  customer: Customer;
  items: ItemWanted[];
  atEnd: boolean;
  /** How the subscription is afterwards. */
  changed: Subscription;
  /** What is invoiced at once, and what is given back of the invoice of the running term. */
  charge: Lines | null;
  credit: { invoice: Invoice; lines: Lines } | null;
};

/**
 * What a change of plan or quantity would do. In a trial it costs nothing. In a term the unused part of the old is given back and
 * the rest of the term charged by the new; a plan with another period begins its own term.
 */
export function considerChange(site: Site, id: string, wanted: { items: ItemWanted[]; atEnd: boolean; prorate?: boolean }): PlanChange {
  const subscription = getSubscription(site, id);
  if (subscription.status === 'cancelled') throw wrongState('The subscription is cancelled.');
  const customer = getCustomer(site, subscription.customer_id);
  const items = withCurrent(subscription, wanted.items);
  const { plan, items: priced } = priceItems(site, items);
  const changed: Subscription = { ...subscription, subscription_items: priced, billing_period: plan.period ?? 1, billing_period_unit: plan.period_unit ?? 'month' };
  const base = { subscription, customer, items, atEnd: wanted.atEnd, changed, charge: null, credit: null };
  const { current_term_start: start, current_term_end: end } = subscription;
  if (wanted.atEnd || subscription.status === 'in_trial' || start === undefined || end === undefined) return base;
  const now = site.seconds();
  const newTerm = !samePeriod(plan, subscription);
  if (newTerm) Object.assign(changed, { current_term_start: now, current_term_end: addPeriods(now, plan.period ?? 1, plan.period_unit ?? 'month') });
  if (newTerm && subscription.status === 'active') changed.next_billing_at = changed.current_term_end;
  if (wanted.prorate === false && !newTerm) return base;
  const left = (end - now) / (end - start);
  const paidFor = site.store.invoices.all().findLast((invoice) => invoice.subscription_id === id && invoice.status !== 'voided');
  return {
    ...base,
    charge: chargeFor(site, { customer, subscriptionId: id, items: priced, from: now, to: changed.current_term_end ?? end, share: newTerm ? 1 : left }),
    credit: paidFor ? { invoice: paidFor, lines: chargeFor(site, { customer, subscriptionId: id, items: subscription.subscription_items ?? [], from: now, to: end, share: left }) } : null,
  };
}

export function applyChange(site: Site, change: PlanChange): { subscription: Subscription; customer: Customer; invoice?: Invoice; credit_notes?: CreditNote[] } {
  const { subscription: before, atEnd, changed, charge, credit } = change;
  if (atEnd) {
    site.store.scheduledItems.put({ id: before.id, items: change.items });
    const subscription = saveSubscription(site, { ...before, has_scheduled_changes: true, changes_scheduled_at: before.current_term_end ?? before.trial_end });
    emit(site, 'subscription_changes_scheduled', { subscription, customer: change.customer }, 'api');
    return { subscription, customer: change.customer };
  }
  saveSubscription(site, changed);
  const credit_notes = credit && credit.lines.total > 0 ? [creditInvoice(site, credit.invoice, credit.lines, 'subscription_change')] : [];
  const invoice = charge && charge.total > 0 ? issueInvoice(site, getSubscription(site, before.id), charge) : undefined;
  const now = { subscription: getSubscription(site, before.id), customer: getCustomer(site, before.customer_id) };
  emit(site, 'subscription_changed', { ...now, ...(invoice && { invoice }), ...(credit_notes.length > 0 && { credit_note: credit_notes }) }, 'api');
  return { ...now, ...(invoice && { invoice }), ...(credit_notes.length > 0 && { credit_notes }) };
}

export function removeScheduledChanges(site: Site, id: string): { subscription: Subscription; customer: Customer } {
  if (!site.store.scheduledItems.get(id)) throw wrongState('The subscription has no scheduled changes.');
  site.store.scheduledItems.remove(id);
  const subscription = saveSubscription(site, { ...getSubscription(site, id), has_scheduled_changes: false, changes_scheduled_at: undefined });
  const customer = getCustomer(site, subscription.customer_id);
  emit(site, 'subscription_scheduled_changes_removed', { subscription, customer }, 'api');
  return { subscription, customer };
}

/** A quantity alone keeps its plan; another plan without a quantity keeps the quantity. */
function withCurrent({ subscription_items: current = [] }: Subscription, wanted: ItemWanted[]): ItemWanted[] {
  const plan = current.find(({ item_type }) => item_type === 'plan');
  if (wanted.length === 0) return current.map(({ item_price_id, quantity }) => ({ item_price_id, ...(quantity !== undefined && { quantity }) }));
  return wanted.map((item) => ({ ...(plan?.quantity !== undefined && { quantity: plan.quantity }), ...item }));
}

function samePeriod(plan: ItemPrice, { billing_period, billing_period_unit }: Subscription): boolean {
  return plan.period === billing_period && plan.period_unit === billing_period_unit;
}
