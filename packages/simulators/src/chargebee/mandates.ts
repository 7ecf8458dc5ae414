import type { PaymentSource } from 'chargebee';
import { schedule } from './agenda.ts';
import { changeCustomer, getCustomer, primaryOf } from './customers.ts';
import { emit } from './emit.ts';
import { type Site, stamp } from './site.ts';
import { addPeriods } from './terms.ts';

// A SEPA mandate lapses 36 months after its last debit. That Chargebee tells of it by the events for cards that expire, and how
// long ahead, is assumed.
const lifeMonths = 36;
const warningSeconds = 30 * 86_400;

/** Watches over a mandate from its first day on. */
export function watchMandate(site: Site, id: string): void {
  const account = site.store.bankAccounts.get(id);
  if (!account) return;
  const lapsesAt = addPeriods(account.mandateUsedAt, lifeMonths, 'month');
  schedule(site, { id: `mandateExpiring/${id}`, at: lapsesAt - warningSeconds, kind: 'mandateExpiring', about: id });
  schedule(site, { id: `mandateExpired/${id}`, at: lapsesAt, kind: 'mandateExpired', about: id });
}

/** The day came for which a mandate was watched; it may have been used since. */
export function lookAtMandate(site: Site, id: string, what: 'expiring' | 'expired'): void {
  const account = site.store.bankAccounts.get(id);
  const source = site.store.paymentSources.get(id);
  if (!account || !source || source.deleted) return;
  const lapsesAt = addPeriods(account.mandateUsedAt, lifeMonths, 'month');
  if (lapsesAt - (what === 'expiring' ? warningSeconds : 0) > site.seconds()) return watchMandate(site, id);
  markMandate(site, source, what);
}

/** Marks a mandate and tells of it; also at the push of a button. */
export function markMandate(site: Site, source: PaymentSource, status: 'expiring' | 'expired'): void {
  const payment_source = site.store.paymentSources.put({ ...source, status, ...stamp(site) });
  const before = getCustomer(site, source.customer_id);
  const customer = before.primary_payment_source_id === source.id ? changeCustomer(site, before.id, { ...primaryOf(payment_source), card_status: status }, 'system') : before;
  emit(site, status === 'expiring' ? 'payment_source_expiring' : 'payment_source_expired', { customer, payment_source });
}

/** A debit makes a mandate good for another three years. */
export function useMandate(site: Site, source: PaymentSource): void {
  const account = site.store.bankAccounts.get(source.id);
  if (account) site.store.bankAccounts.put({ ...account, mandateUsedAt: site.seconds() });
  if (source.status !== 'expiring') return;
  const payment_source = site.store.paymentSources.put({ ...source, status: 'valid', ...stamp(site) });
  const before = getCustomer(site, source.customer_id);
  const customer = before.primary_payment_source_id === source.id ? changeCustomer(site, before.id, primaryOf(payment_source), 'system') : before;
  emit(site, 'payment_source_updated', { customer, payment_source });
  watchMandate(site, source.id);
}
