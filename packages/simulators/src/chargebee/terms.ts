import type { ItemPrice, Subscription } from 'chargebee';

type PeriodUnit = NonNullable<ItemPrice['period_unit']>;

/** The instant a number of periods later, in seconds. The 31st becomes the last day of a shorter month. */
export function addPeriods(seconds: number, period: number, unit: PeriodUnit): number {
  const date = new Date(seconds * 1000);
  if (unit === 'day') date.setUTCDate(date.getUTCDate() + period);
  if (unit === 'week') date.setUTCDate(date.getUTCDate() + 7 * period);
  if (unit === 'month' || unit === 'year') {
    const day = date.getUTCDate();
    date.setUTCDate(1);
    date.setUTCMonth(date.getUTCMonth() + period * (unit === 'year' ? 12 : 1));
    const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    date.setUTCDate(Math.min(day, lastDay));
  }
  return Math.floor(date.getTime() / 1000);
}

const monthsOf: Record<PeriodUnit, number> = { day: 1 / 30, week: 7 / 30, month: 1, year: 12 };

/** What the items of a subscription bring in a month, in cents; nothing unless it is being paid for. */
export function monthlyRevenue({ status, subscription_items: items = [], billing_period: period = 1, billing_period_unit: unit = 'month' }: Pick<Subscription, 'status' | 'subscription_items' | 'billing_period' | 'billing_period_unit'>): number {
  if (status !== 'active' && status !== 'non_renewing') return 0;
  return Math.round(items.reduce((sum, { amount = 0 }) => sum + amount, 0) / (period * monthsOf[unit]));
}
