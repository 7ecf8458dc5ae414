import type { Customer, Subscription } from 'chargebee';
import { getCustomer } from './customers.ts';
import { emit } from './emit.ts';
import { wrongState } from './failure.ts';
import { beginTerm, cancel } from './lifecycle.ts';
import type { Site } from './site.ts';
import { getSubscription, saveSubscription } from './subscription-records.ts';

type Cancelled = { subscription: Subscription; customer: Customer };
type Asked = { end_of_term?: boolean; cancel_option?: string; cancel_reason_code?: string };

/** At once, or with the term that is paid for. In a trial the end of it is the end of the term. */
export function cancelSubscription(site: Site, id: string, { end_of_term = false, cancel_option, cancel_reason_code }: Asked): Cancelled {
  const before = getSubscription(site, id);
  if (before.status === 'cancelled') throw wrongState('The subscription is already cancelled.');
  const atEnd = end_of_term || cancel_option === 'end_of_term' || cancel_option === 'end_of_billing_term';
  if (!atEnd) {
    cancel(site, id, { ...(cancel_reason_code !== undefined && { cancel_reason_code }), source: 'api' });
    return withCustomer(site, id);
  }
  const { next_billing_at: _, ...rest } = before;
  const inTrial = before.status === 'in_trial';
  const subscription = saveSubscription(site, { ...rest, ...(cancel_reason_code !== undefined && { cancel_reason_code }), status: inTrial ? 'in_trial' : 'non_renewing', cancelled_at: inTrial ? before.trial_end : before.current_term_end, cancel_schedule_created_at: site.seconds() });
  emit(site, 'subscription_cancellation_scheduled', { subscription, customer: getCustomer(site, subscription.customer_id) }, 'api');
  return withCustomer(site, id);
}

/** It goes on after all. */
export function removeScheduledCancellation(site: Site, id: string): Cancelled {
  const { cancelled_at: cancelledAt, cancel_schedule_created_at: _, cancel_reason_code: __, ...rest } = getSubscription(site, id);
  const inTrial = rest.status === 'in_trial';
  if (cancelledAt === undefined || (rest.status !== 'non_renewing' && !inTrial)) throw wrongState('The subscription has no scheduled cancellation.');
  const subscription = saveSubscription(site, { ...rest, status: inTrial ? 'in_trial' : 'active', next_billing_at: inTrial ? rest.trial_end : rest.current_term_end });
  emit(site, 'subscription_scheduled_cancellation_removed', { subscription, customer: getCustomer(site, subscription.customer_id) }, 'api');
  return withCustomer(site, id);
}

/** A cancelled one begins again: with what was left of its trial, otherwise with a term and its invoice. */
export function reactivate(site: Site, id: string, { trial_end, trial_period_days }: { trial_end?: number; trial_period_days?: number } = {}) {
  const { cancelled_at: _, cancel_reason: __, cancel_reason_code: ___, ...rest } = getSubscription(site, id);
  if (rest.status !== 'cancelled') throw wrongState('Only a cancelled subscription can be reactivated.');
  const now = site.seconds();
  const trialEnd = trial_end ?? (trial_period_days !== undefined ? now + trial_period_days * 86_400 : (rest.trial_end ?? 0));
  const begun = trialEnd > now ? { subscription: saveSubscription(site, { ...rest, status: 'in_trial', trial_end: trialEnd, next_billing_at: trialEnd }) } : beginTerm(site, { ...rest, activated_at: now }, now);
  const customer = getCustomer(site, rest.customer_id);
  emit(site, 'subscription_reactivated', { ...begun, customer }, 'api');
  return { ...begun, customer };
}

function withCustomer(site: Site, id: string): Cancelled {
  const subscription = getSubscription(site, id);
  return { subscription, customer: getCustomer(site, subscription.customer_id) };
}
