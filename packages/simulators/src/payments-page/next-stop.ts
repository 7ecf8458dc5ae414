import type { Site } from '../chargebee/site.ts';

export const destinations = ['day', 'month', 'trialEnd', 'nextDebit'] as const;
export type Destination = (typeof destinations)[number];

/** A debit that starts is settled by then, where the bank does not take its time. */
const settledSeconds = 2 * 60;

/** Where the time machine goes, in seconds since 1970; undefined when nothing of the kind lies ahead of the customer. */
export function nextStop(site: Site, customerId: string, to: Destination): number | undefined {
  const now = site.seconds();
  if (to === 'day') return now + 86_400;
  if (to === 'month') return monthAfter(now);
  const { subscriptions, transactions, invoices, agenda } = site.store;
  const mine = new Set([...subscriptions.all(), ...transactions.all(), ...invoices.all()].filter(({ customer_id: id }) => id === customerId).map(({ id }) => id));
  const kinds = to === 'trialEnd' ? ['trialEnd'] : ['trialEnd', 'termEnd', 'dunning', 'debitSettles'];
  const ahead = agenda.all().filter(({ kind, about, at }) => kinds.includes(kind) && mine.has(about) && at > now).toSorted((one, other) => one.at - other.at)[0];
  if (!ahead) return undefined;
  return ahead.kind === 'debitSettles' || to === 'trialEnd' ? ahead.at : ahead.at + settledSeconds;
}

function monthAfter(seconds: number): number {
  const day = new Date(seconds * 1000);
  const dayOfMonth = day.getUTCDate();
  day.setUTCMonth(day.getUTCMonth() + 1);
  // 31 January is followed by the last of February.
  if (day.getUTCDate() !== dayOfMonth) day.setUTCDate(0);
  return day.getTime() / 1000;
}
