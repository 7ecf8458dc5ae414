import type { Estimate, Subscription } from 'chargebee';
import { type Context, Hono } from 'hono';
import { answer, answerList, readBody } from './answer.ts';
import { cancelSubscription, reactivate, removeScheduledCancellation } from './cancellations.ts';
import { getCustomer } from './customers.ts';
import { estimateChange, estimateRenewal } from './estimates.ts';
import { wrongValue } from './failure.ts';
import { rowsOf } from './params.ts';
import { applyChange, considerChange, removeScheduledChanges } from './plan-changes.ts';
import type { Site } from './site.ts';
import type { ItemWanted } from './subscription-items.ts';
import { getSubscription } from './subscription-records.ts';
import { createSubscription, type SubscriptionGiven } from './subscriptions.ts';

type InColumns<Given> = Omit<Given, 'subscription_items'> & { subscription_items?: { [Name in keyof ItemWanted]?: NonNullable<ItemWanted[Name]>[] } };
type ChangeGiven = InColumns<{ end_of_term?: boolean; change_option?: string; prorate?: boolean; subscription?: { id: string } }>;

export function subscriptionRoutes(site: Site): Hono {
  const consider = (id: string, { subscription_items, end_of_term, change_option, prorate }: ChangeGiven) =>
    considerChange(site, id, { items: rowsOf<ItemWanted>(subscription_items), atEnd: end_of_term === true || change_option === 'end_of_term', ...(prorate !== undefined && { prorate }) });
  const retrieve = (c: Context, id: string) => {
    const subscription = getSubscription(site, id);
    return answer(c, { subscription, customer: getCustomer(site, subscription.customer_id) } satisfies Subscription.RetrieveResponse);
  };
  return new Hono()
    .post('/customers/:id/subscription_for_items', async (c) => {
      const { subscription_items, ...given } = await readBody<InColumns<SubscriptionGiven>>(c, 'subscription', 'create_with_items');
      const items = rowsOf<ItemWanted>(subscription_items);
      return answer(c, site.store.atomically(() => createSubscription(site, c.req.param('id'), { ...given, subscription_items: items })) satisfies Subscription.CreateWithItemsResponse);
    })
    .get('/subscriptions', (c) => answerList(c, 'subscription', site.store.subscriptions.all()))
    .get('/subscriptions/:id', (c) => retrieve(c, c.req.param('id')))
    .get('/subscriptions/:id/retrieve_with_scheduled_changes', (c) => {
      const scheduled = site.store.scheduledItems.get(c.req.param('id'));
      if (!scheduled) return retrieve(c, c.req.param('id'));
      const { changed: subscription, customer } = considerChange(site, scheduled.id, { items: scheduled.items, atEnd: true });
      return answer(c, { subscription, customer } satisfies Subscription.RetrieveWithScheduledChangesResponse);
    })
    .post('/subscriptions/:id/update_for_items', async (c) => {
      const given = await readBody<ChangeGiven>(c, 'subscription', 'update_for_items');
      return answer(c, site.store.atomically(() => applyChange(site, consider(c.req.param('id'), given))) satisfies Subscription.UpdateForItemsResponse);
    })
    .post('/subscriptions/:id/remove_scheduled_changes', (c) => {
      return answer(c, site.store.atomically(() => removeScheduledChanges(site, c.req.param('id'))) satisfies Subscription.RemoveScheduledChangesResponse);
    })
    .post('/subscriptions/:id/cancel_for_items', async (c) => {
      const given = await readBody<Subscription.CancelForItemsInputParam>(c, 'subscription', 'cancel_for_items');
      return answer(c, site.store.atomically(() => cancelSubscription(site, c.req.param('id'), given)) satisfies Subscription.CancelForItemsResponse);
    })
    .post('/subscriptions/:id/remove_scheduled_cancellation', async (c) => {
      await readBody(c, 'subscription', 'remove_scheduled_cancellation');
      return answer(c, site.store.atomically(() => removeScheduledCancellation(site, c.req.param('id'))) satisfies Subscription.RemoveScheduledCancellationResponse);
    })
    .post('/subscriptions/:id/reactivate', async (c) => {
      const given = await readBody<Subscription.ReactivateInputParam>(c, 'subscription', 'reactivate');
      return answer(c, site.store.atomically(() => reactivate(site, c.req.param('id'), given)) satisfies Subscription.ReactivateResponse);
    })
    .post('/estimates/update_subscription_for_items', async (c) => {
      const given = await readBody<ChangeGiven>(c, 'estimate', 'update_subscription_for_items');
      if (given.subscription === undefined) throw wrongValue('subscription[id]', 'is needed');
      return answer(c, { estimate: estimateChange(site, consider(given.subscription.id, given)) } satisfies Estimate.UpdateSubscriptionForItemsResponse);
    })
    .get('/subscriptions/:id/renewal_estimate', (c) => answer(c, { estimate: estimateRenewal(site, c.req.param('id')) } satisfies Estimate.RenewalEstimateResponse));
}
