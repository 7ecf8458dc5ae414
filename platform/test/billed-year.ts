import type { Customer, Invoice, PaymentSource, Subscription, Transaction } from 'chargebee';
import type { Step } from './vendor-books.ts';

const dayMs = 24 * 60 * 60 * 1000;
export const yearBegins = new Date('2026-11-20T10:00:00Z');
export const dayOfYear = (day: number) => new Date(yearBegins.getTime() + day * dayMs);

/**
 * What a workshop and its money go through in a year: trial, debits that go well, one that fails and is made good from another
 * account, one that comes back weeks later until new links stop, a larger plan, an invoice that is voided, and one more debit that
 * fails. Ids are made of the workshop's, so that several may live it side by side.
 */
export function billedYear(tenantId: string): Step[] {
  const steps: Step[] = [];
  let version = 1_700_000_000_000;
  let day = 0;
  const stamp = () => ({ resource_version: ++version, updated_at: seconds(dayOfYear(day)) });
  const tell = (eventType: string, resources: Omit<Step, 'at' | 'eventType'>) => void steps.push({ at: new Date(dayOfYear(day).getTime() + steps.length * 1000), eventType, ...resources });
  const short = tenantId.slice(0, 8);

  const customer = (primary?: string) => ({ id: tenantId, company: 'Karosserie Muster GmbH', vat_number: 'DE136695976', billing_address: { line1: 'Industriestraße 12', zip: '76185', city: 'Karlsruhe', country: 'DE' }, auto_collection: 'on', ...(primary && { primary_payment_source_id: primary }), ...stamp() }) as unknown as Customer;
  const source = (id: string, last4: string, deleted = false) => ({ id, customer_id: tenantId, type: 'direct_debit', reference_id: `cus/${id}`, status: 'valid', gateway: 'stripe', issuing_country: 'DE', created_at: seconds(dayOfYear(day)), deleted, bank_account: { last4, name_on_account: 'Karosserie Muster GmbH', mandate_id: `mandate-${last4}` }, ...stamp() }) as unknown as PaymentSource;
  const subscription = (status: Subscription['status'], quantity = 1, more: Partial<Subscription> = {}) =>
    ({ id: `sub-${short}`, customer_id: tenantId, currency_code: 'EUR', status, deleted: false, trial_end: seconds(dayOfYear(30)), current_term_end: seconds(dayOfYear(day + 30)), next_billing_at: seconds(dayOfYear(day + 30)), subscription_items: [{ item_price_id: 'werkstatt-EUR-monthly', item_type: 'plan', quantity, unit_price: 4900, billing_period: 1, billing_period_unit: 'month' }], ...stamp(), ...more }) as unknown as Subscription;
  const invoice = (number: number, status: Invoice['status'], quantity = 1) =>
    ({ id: `inv-${short}-${number}`, customer_id: tenantId, subscription_id: `sub-${short}`, status, currency_code: 'EUR', date: seconds(dayOfYear(number * 30)), due_date: seconds(dayOfYear(number * 30)), linked_payments: debits.filter(({ of }) => of === number).map(({ id }) => ({ txn_id: id, applied_amount: 5831, applied_at: 0 })), total: 5831 * quantity, amount_due: status === 'paid' ? 0 : 5831 * quantity, ...(status === 'paid' && { paid_at: seconds(dayOfYear(day)) }), deleted: false, ...stamp() }) as unknown as Invoice;
  const debits: { id: string; of: number }[] = [];
  // Of a debit that has failed the vendor names the invoice no more; the invoice goes on naming the debit.
  const debit = (number: number, of: number, status: NonNullable<Transaction['status']>, sourceId = `pm-${short}-1`, error = 'insufficient_funds') => {
    const id = `txn-${short}-${number}`;
    if (!debits.some((one) => one.id === id)) debits.push({ id, of });
    const failed = status === 'failure' || status === 'late_failure';
    return ({ id, customer_id: tenantId, type: 'payment', status, payment_method: 'direct_debit', gateway: 'stripe', currency_code: 'EUR', amount: 5831, date: seconds(dayOfYear(of * 30)), payment_source_id: sourceId, linked_invoices: failed ? [] : [{ invoice_id: `inv-${short}-${of}`, applied_amount: 5831, applied_at: seconds(dayOfYear(day)) }], payment_method_details: '{"bank_account":{"last4":"3000"}}', ...(failed && { error_code: error }), deleted: false, ...stamp() }) as unknown as Transaction;
  };

  tell('customer_created', { customer: customer() });
  tell('payment_source_added', { customer: customer(`pm-${short}-1`), payment_source: source(`pm-${short}-1`, '3000') });
  tell('subscription_created', { customer: customer(`pm-${short}-1`), subscription: subscription('in_trial', 1, { next_billing_at: seconds(dayOfYear(30)) }) });
  day = 30;
  tell('subscription_activated', { subscription: subscription('active') });
  tell('invoice_generated', { invoice: invoice(1, 'posted') });
  tell('payment_initiated', { transaction: debit(1, 1, 'in_progress'), invoice: invoice(1, 'posted') });
  day = 35;
  tell('payment_succeeded', { transaction: debit(1, 1, 'success'), invoice: invoice(1, 'paid') });
  day = 60;
  tell('subscription_renewed', { subscription: subscription('active'), invoice: invoice(2, 'posted') });
  tell('payment_initiated', { transaction: debit(2, 2, 'in_progress') });
  day = 65;
  tell('payment_failed', { transaction: debit(2, 2, 'failure'), invoice: invoice(2, 'payment_due') });
  day = 67;
  tell('payment_source_added', { customer: customer(`pm-${short}-2`), payment_source: source(`pm-${short}-2`, '4711') });
  tell('payment_source_deleted', { payment_source: source(`pm-${short}-1`, '3000', true) });
  tell('payment_initiated', { transaction: debit(3, 2, 'in_progress', `pm-${short}-2`) });
  day = 72;
  tell('payment_succeeded', { transaction: debit(3, 2, 'success', `pm-${short}-2`), invoice: invoice(2, 'paid') });
  day = 90;
  tell('invoice_generated', { invoice: invoice(3, 'posted') });
  day = 95;
  tell('payment_succeeded', { transaction: debit(4, 3, 'success', `pm-${short}-2`), invoice: invoice(3, 'paid') });
  day = 115;
  // Told by the transaction alone; the invoice is open again all the same.
  tell('transaction_updated', { transaction: debit(4, 3, 'late_failure', `pm-${short}-2`, 'debit_disputed') });
  tell('invoice_updated', { invoice: invoice(3, 'not_paid') });
  day = 135;
  tell('payment_initiated', { transaction: debit(5, 3, 'in_progress', `pm-${short}-2`) });
  day = 140;
  tell('payment_succeeded', { transaction: debit(5, 3, 'success', `pm-${short}-2`), invoice: invoice(3, 'paid') });
  day = 150;
  tell('subscription_changed', { subscription: subscription('active', 3) });
  day = 180;
  tell('invoice_generated', { invoice: invoice(6, 'posted', 3) });
  tell('invoice_updated', { invoice: invoice(6, 'voided', 3) });
  day = 330;
  tell('subscription_renewed', { subscription: subscription('active', 3), invoice: invoice(11, 'posted', 3) });
  tell('payment_initiated', { transaction: debit(6, 11, 'in_progress', `pm-${short}-2`) });
  day = 335;
  tell('payment_failed', { transaction: debit(6, 11, 'failure', `pm-${short}-2`, 'account_closed'), invoice: invoice(11, 'payment_due', 3) });
  tell('mandate_forecast_updated', { customer: customer(`pm-${short}-2`) });
  return steps;
}

function seconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}
