import type { Plan } from '@meldewerk/contract/billing';
import type { ItemPrice } from 'chargebee';
import type { Billing } from '../billing.ts';
import { askChargebee } from '../chargebee/ask-chargebee.ts';

const maxAgeMs = 5 * 60 * 1000;
const known = new WeakMap<Billing, { plans: Plan[]; until: number }>();

/** What can be subscribed to: active plans in euro, the cheapest product first, of one product the shortest period. Prices change rarely and are kept for minutes. */
export async function listPlans(billing: Billing): Promise<Plan[]> {
  const before = known.get(billing);
  if (before && before.until > performance.now()) return before.plans;
  const { itemFamilyId } = billing.config.chargebee;
  const { list } = await askChargebee(() =>
    billing.chargebee.itemPrice.list({ limit: 100, item_type: { is: 'plan' }, status: { is: 'active' }, currency_code: { is: 'EUR' }, ...(itemFamilyId !== undefined && { item_family_id: { is: itemFamilyId } }) }),
  );
  const plans = inOrder(list.map(({ item_price: price }) => price)).flatMap(describePlan);
  known.set(billing, { plans, until: performance.now() + maxAgeMs });
  return plans;
}

/** Prices by tiers are for the operator to agree on, not to choose from a list. */
function describePlan(price: ItemPrice): Plan[] {
  if (price.price === undefined || !price.period_unit || (price.pricing_model !== 'per_unit' && price.pricing_model !== 'flat_fee')) return [];
  return [{
    itemPriceId: price.id,
    name: price.external_name ?? price.name,
    description: price.description ?? null,
    unitAmountCents: price.price,
    perUnit: price.pricing_model === 'per_unit',
    currency: price.currency_code,
    period: price.period ?? 1,
    periodUnit: price.period_unit,
    trialDays: (price.trial_period ?? 0) * (price.trial_period_unit === 'month' ? 30 : 1),
  }];
}

const monthsIn = { day: 12 / 365, week: (7 * 12) / 365, month: 1, year: 12 };

function inOrder(prices: ItemPrice[]): ItemPrice[] {
  const cheapest = new Map<string | undefined, number>();
  for (const price of prices) cheapest.set(price.item_id, Math.min(cheapest.get(price.item_id) ?? Infinity, (price.price ?? 0) / monthsOf(price)));
  return prices.toSorted((a, b) => (cheapest.get(a.item_id) ?? 0) - (cheapest.get(b.item_id) ?? 0) || (a.item_id ?? '').localeCompare(b.item_id ?? '') || monthsOf(a) - monthsOf(b));
}

function monthsOf({ period = 1, period_unit: unit = 'month' }: ItemPrice): number {
  return period * monthsIn[unit];
}
