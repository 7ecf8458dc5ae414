import type { ItemPrice, Subscription } from 'chargebee';
import { notFound, wrongValue } from './failure.ts';
import type { Site } from './site.ts';

export type ItemWanted = { item_price_id: string; quantity?: number; unit_price?: number };

export function getItemPrice(site: Site, id: string): ItemPrice {
  const price = site.store.itemPrices.get(id);
  if (!price || price.deleted) throw notFound('ItemPrice', id, 'item_price_id');
  return price;
}

/** The plan among the items, and all of them as a subscription lists them. */
export function priceItems(site: Site, wanted: ItemWanted[]): { plan: ItemPrice; items: Subscription.SubscriptionItem[] } {
  const priced = wanted.map((item) => ({ item, price: getItemPrice(site, item.item_price_id) }));
  const plans = priced.filter(({ price }) => price.item_type === 'plan');
  const [first] = plans;
  if (!first || plans.length > 1) throw wrongValue('subscription_items[item_price_id]', 'there has to be one plan');
  if (first.price.status !== 'active') throw wrongValue('subscription_items[item_price_id]', 'this plan is not sold any more');
  const items = priced.map(({ item, price }) => {
    const unit_price = item.unit_price ?? price.price ?? 0;
    const quantity = item.quantity ?? 1;
    return { item_price_id: price.id, item_type: price.item_type ?? 'plan', quantity, unit_price, amount: unit_price * quantity, free_quantity: 0 } satisfies Subscription.SubscriptionItem;
  });
  return { plan: first.price, items };
}
