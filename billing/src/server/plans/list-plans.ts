import type { Plan } from '@meldewerk/contract/billing';
import type { ItemPrice } from 'chargebee';
import type { Billing } from '../billing.ts';
import { askChargebee } from '../chargebee/ask-chargebee.ts';

const maxAgeMs = 5 * 60 * 1000;
const known = new WeakMap<Billing, { plans: Plan[]; until: number }>();

/** What can be subscribed to: active plans in euro, the cheapest month first. Prices change rarely and are kept for minutes. */
export async function listPlans(billing: Billing): Promise<Plan[]> {
  const before = known.get(billing);
  if (before && before.until > performance.now()) return before.plans;
  const { itemFamilyId } = billing.config.chargebee;
  const { list } = await askChargebee(() =>
    billing.chargebee.itemPrice.list({ limit: 100, item_type: { is: 'plan' }, status: { is: 'active' }, currency_code: { is: 'EUR' }, ...(itemFamilyId !== undefined && { item_family_id: { is: itemFamilyId } }) }),
  );
  const plans = list.flatMap(({ item_price: price }) => describePlan(price)).sort((a, b) => perMonth(a) - perMonth(b));
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

function perMonth({ unitAmountCents, period, periodUnit }: Plan): number {
  return unitAmountCents / (period * monthsIn[periodUnit]);
}
