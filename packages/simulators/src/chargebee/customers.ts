import type { Customer, PaymentSource } from 'chargebee';
import { emit } from './emit.ts';
import { notFound, Refusal } from './failure.ts';
import { type Site, stamp } from './site.ts';

export function getCustomer(site: Site, id: string): Customer {
  const customer = site.store.customers.get(id);
  if (!customer || customer.deleted) throw notFound('Customer', id, 'customer_id');
  return customer;
}

export function createCustomer(site: Site, { id = site.newId(''), ...given }: Partial<Customer>): Customer {
  if (site.store.customers.get(id)) throw new Refusal(400, 'duplicate_entry', `The value ${id} is already present.`, { type: 'invalid_request', param: 'id' });
  const customer = site.store.customers.put({
    auto_collection: 'on',
    net_term_days: 0,
    taxability: 'taxable',
    pii_cleared: 'active',
    channel: 'web',
    preferred_currency_code: 'EUR',
    ...given,
    ...(given.vat_number !== undefined && { vat_number_status: 'not_validated' }),
    id,
    allow_direct_debit: given.allow_direct_debit ?? false,
    card_status: 'no_card',
    promotional_credits: 0,
    refundable_credits: 0,
    excess_payments: 0,
    unbilled_charges: 0,
    deleted: false,
    created_at: site.seconds(),
    ...stamp(site),
  } satisfies Customer);
  emit(site, 'customer_created', { customer }, 'api');
  return customer;
}

/** What is given takes the place of what was; an empty word takes it away. */
export function changeCustomer(site: Site, id: string, given: Partial<Customer>, source: 'api' | 'portal' | 'system' = 'api'): Customer {
  const changed = { ...getCustomer(site, id), ...given, ...stamp(site) };
  const customer = site.store.customers.put(Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== '' && value !== undefined)) as Customer);
  emit(site, 'customer_changed', { customer }, source);
  return customer;
}

/** The customer's copy of which account is debited. */
export function primaryOf({ id, type, gateway, gateway_account_id, status, reference_id }: PaymentSource): Partial<Customer> {
  return { primary_payment_source_id: id, payment_method: { type, gateway, gateway_account_id, status, reference_id }, card_status: 'valid' };
}
