import type { Billing } from './billing.ts';
import { toChargebeeFailure } from './chargebee/to-chargebee-failure.ts';

const maxAgeMs = 10 * 60 * 1000;
const known = new WeakMap<Billing, Map<string, { name: string; until: number }>>();

/** What people call an item price: the name the vendor shows to customers. Names change rarely and are kept for ten minutes. */
export async function fetchPlanName(billing: Billing, itemPriceId: string): Promise<string> {
  const names = known.get(billing) ?? new Map<string, { name: string; until: number }>();
  known.set(billing, names);
  const before = names.get(itemPriceId);
  if (before && before.until > performance.now()) return before.name;
  const name = await ask(billing, itemPriceId);
  names.set(itemPriceId, { name, until: performance.now() + maxAgeMs });
  return name;
}

async function ask({ chargebee }: Billing, itemPriceId: string): Promise<string> {
  try {
    const { item_price: price } = await chargebee.itemPrice.retrieve(itemPriceId);
    return price.external_name ?? price.name;
  } catch (error) {
    if (toChargebeeFailure(error).kind === 'missing') return itemPriceId;
    throw error;
  }
}
