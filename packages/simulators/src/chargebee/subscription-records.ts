import type { Subscription } from 'chargebee';
import { planSubscription } from './agenda.ts';
import { notFound } from './failure.ts';
import { type Site, stamp } from './site.ts';
import { monthlyRevenue } from './terms.ts';

export function getSubscription(site: Site, id: string): Subscription {
  const subscription = site.store.subscriptions.get(id);
  if (!subscription || subscription.deleted) throw notFound('Subscription', id, 'subscription_id');
  return subscription;
}

/** Keeps a changed subscription, with the figures that follow from it. */
export function saveSubscription(site: Site, subscription: Subscription): Subscription {
  const saved = site.store.subscriptions.put({ ...subscription, mrr: monthlyRevenue(subscription), ...stamp(site) });
  planSubscription(site, saved);
  return saved;
}
