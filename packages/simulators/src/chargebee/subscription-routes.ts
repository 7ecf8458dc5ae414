import type { Subscription } from 'chargebee';
import { Hono } from 'hono';
import { answer, answerList, readBody } from './answer.ts';
import { getCustomer } from './customers.ts';
import { rowsOf } from './params.ts';
import type { Site } from './site.ts';
import type { ItemWanted } from './subscription-items.ts';
import { createSubscription, getSubscription, type SubscriptionGiven } from './subscriptions.ts';

type InColumns<Given> = Omit<Given, 'subscription_items'> & { subscription_items?: { [Name in keyof ItemWanted]?: NonNullable<ItemWanted[Name]>[] } };

export function subscriptionRoutes(site: Site): Hono {
  return new Hono()
    .post('/customers/:id/subscription_for_items', async (c) => {
      const { subscription_items, ...given } = await readBody<InColumns<SubscriptionGiven>>(c, 'subscription', 'create_with_items');
      const items = rowsOf<ItemWanted>(subscription_items);
      return answer(c, site.store.atomically(() => createSubscription(site, c.req.param('id'), { ...given, subscription_items: items })) satisfies Subscription.CreateWithItemsResponse);
    })
    .get('/subscriptions', (c) => answerList(c, 'subscription', site.store.subscriptions.all()))
    .get('/subscriptions/:id', (c) => {
      const subscription = getSubscription(site, c.req.param('id'));
      return answer(c, { subscription, customer: getCustomer(site, subscription.customer_id) } satisfies Subscription.RetrieveResponse);
    });
}
