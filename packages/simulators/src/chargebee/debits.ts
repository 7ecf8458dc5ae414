import type { Invoice, Transaction } from 'chargebee';
import type { BankBehaviour } from '../bank/test-ibans.ts';
import { schedule, unschedule } from './agenda.ts';
import { getCustomer } from './customers.ts';
import { awaitRetry, endDunning } from './dunning.ts';
import { emit } from './emit.ts';
import { getInvoice, saveInvoice } from './invoice-records.ts';
import { useMandate } from './mandates.ts';
import { type Site, stamp } from './site.ts';

// Stripe's test mode ends a debit at once or after three minutes; how soon Chargebee hears of it is assumed, and so is that a
// debit is returned two days later. Real ones take days for both.
const soonSeconds = 60;
const lateSeconds = 3 * 60;
const returnedAfterSeconds = 2 * 86_400;

const refusals: Partial<Record<BankBehaviour, { error_code: string; error_text: string }>> = {
  overLimit: { error_code: 'charge_exceeds_source_limit', error_text: 'The debit exceeds the weekly limit of this account.' },
  noMandate: { error_code: 'mandate_invalid', error_text: 'The bank does not know the mandate.' },
  noMandateLate: { error_code: 'mandate_invalid', error_text: 'The bank does not know the mandate.' },
};
const insufficientFunds = { error_code: 'insufficient_funds', error_text: 'The account has insufficient funds.' };
const returned = { error_code: 'debit_disputed', error_text: 'The debit was returned by the bank.' };

/** Sends for what an invoice still needs. Without a bank account it stays open. */
export function startDebit(site: Site, invoice: Invoice, { amount = invoice.amount_to_collect ?? 0, paymentSourceId }: { amount?: number; paymentSourceId?: string } = {}): { invoice: Invoice; transaction?: Transaction } {
  const customer = getCustomer(site, invoice.customer_id);
  const subscription = invoice.subscription_id === undefined ? undefined : site.store.subscriptions.get(invoice.subscription_id);
  const source = [paymentSourceId, subscription?.payment_source_id, customer.primary_payment_source_id].map((id) => site.store.paymentSources.get(id ?? '')).find((one) => one && !one.deleted && one.status !== 'expired');
  if (!source) return { invoice: awaitRetry(site, invoice, { amount }) };
  const account = site.store.bankAccounts.get(source.id);
  const now = site.seconds();
  const transaction = site.store.transactions.put({
    id: site.newId('txn_'),
    customer_id: customer.id,
    ...(invoice.subscription_id !== undefined && { subscription_id: invoice.subscription_id }),
    payment_source_id: source.id,
    ...(source.gateway_account_id !== undefined && { gateway_account_id: source.gateway_account_id }),
    gateway: 'stripe',
    payment_method: 'direct_debit',
    type: 'payment',
    date: now,
    currency_code: invoice.currency_code,
    amount,
    amount_unused: 0,
    exchange_rate: 1,
    id_at_gateway: site.newId('py_'),
    status: 'in_progress',
    initiator_type: 'merchant',
    ...(source.bank_account && { last4: source.bank_account.last4, reference_number: source.bank_account.mandate_id }),
    masked_card_number: `************${source.bank_account?.last4 ?? '****'}`,
    linked_invoices: [linkTo(invoice, amount, now)],
    deleted: false,
    ...stamp(site),
  } satisfies Transaction);
  const planned = site.store.nextDebits.get(customer.id);
  if (planned) site.store.nextDebits.remove(customer.id);
  const behaviour = planned?.behaviour ?? account?.behaviour ?? 'pays';
  site.store.debitOrders.put({ id: transaction.id, behaviour });
  useMandate(site, source);
  schedule(site, { id: `settle/${transaction.id}`, at: now + (behaviour.endsWith('Late') ? lateSeconds : soonSeconds), kind: 'debitSettles', about: transaction.id });
  unschedule(site, `dunning/${invoice.id}`);
  const debited = saveInvoice(site, { ...invoice, next_retry_at: undefined, linked_payments: [...(invoice.linked_payments ?? []), { txn_id: transaction.id, applied_amount: amount, applied_at: now, txn_status: 'in_progress', txn_date: now, txn_amount: amount }] });
  emit(site, 'payment_initiated', { transaction, invoice: debited, customer, ...(subscription && { subscription }) });
  return { invoice: debited, transaction };
}

/** The bank has answered. */
export function settleDebit(site: Site, transactionId: string): void {
  const running = site.store.transactions.get(transactionId);
  if (running?.status !== 'in_progress') return;
  const behaviour = site.store.debitOrders.get(transactionId)?.behaviour ?? 'pays';
  const now = site.seconds();
  if (behaviour.startsWith('refuses') || refusals[behaviour]) return failDebit(site, running, 'failure', refusals[behaviour] ?? insufficientFunds);
  const invoice = invoiceOf(site, running);
  const due = (invoice.amount_due ?? 0) - (running.amount ?? 0);
  const paid = saveInvoice(site, {
    ...relink(invoice, running.id, 'success'),
    amount_due: due,
    amount_paid: (invoice.amount_paid ?? 0) + (running.amount ?? 0),
    ...(due <= 0 && { status: 'paid', paid_at: now }),
  });
  const transaction = site.store.transactions.put({ ...running, status: 'success', settled_at: now, linked_invoices: [linkTo(paid, running.amount ?? 0, now)], ...stamp(site) });
  if (behaviour === 'returns') schedule(site, { id: `return/${transaction.id}`, at: now + returnedAfterSeconds, kind: 'debitReturns', about: transaction.id });
  emit(site, 'transaction_updated', { transaction });
  emit(site, 'invoice_updated', { invoice: paid });
  emit(site, 'payment_succeeded', { transaction, invoice: paid, customer: getCustomer(site, paid.customer_id), ...subscriptionOf(site, paid) });
  if (due <= 0) endDunning(site, paid, 'success');
}

/**
 * A debit that had gone well comes back. The invoice is unpaid again and is not tried anew by itself. Source: chargebee.com/docs,
 * "Handling chargebacks and late payment failures": the payment is removed, the invoice is 'Not Paid', there is no dunning unless
 * switched on, the subscription goes on. Which events tell it is not documented: assumed are those of the changed resources.
 */
export function returnDebit(site: Site, transactionId: string): void {
  const transaction = site.store.transactions.get(transactionId);
  if (transaction?.status === 'success') failDebit(site, transaction, 'late_failure', returned);
}

function failDebit(site: Site, transaction: Transaction, status: 'failure' | 'late_failure', error: { error_code: string; error_text: string }): void {
  const invoice = invoiceOf(site, transaction);
  const amount = transaction.amount ?? 0;
  const failed = site.store.transactions.put({ ...transaction, status, ...error, ...(status === 'late_failure' && { linked_invoices: [] }), error_detail: { error_code: error.error_code, error_message: error.error_text }, ...stamp(site) });
  emit(site, 'transaction_updated', { transaction: failed });
  const reopened = relink(invoice, failed.id, status);
  if (status === 'late_failure') {
    const unpaid = saveInvoice(site, { ...reopened, status: 'not_paid', amount_due: (invoice.amount_due ?? 0) + amount, amount_paid: (invoice.amount_paid ?? 0) - amount, paid_at: undefined });
    return void emit(site, 'invoice_updated', { invoice: unpaid });
  }
  const open = awaitRetry(site, reopened, { transactionId: failed.id, amount });
  emit(site, 'payment_failed', { transaction: failed, invoice: open, customer: getCustomer(site, open.customer_id), ...subscriptionOf(site, open) });
}

function invoiceOf(site: Site, { id }: Transaction): Invoice {
  const invoice = site.store.invoices.all().find(({ linked_payments: payments = [] }) => payments.some(({ txn_id }) => txn_id === id));
  return getInvoice(site, invoice?.id ?? '');
}

function subscriptionOf(site: Site, { subscription_id: id }: Invoice) {
  const subscription = id === undefined ? undefined : site.store.subscriptions.get(id);
  return subscription && { subscription };
}

function relink(invoice: Invoice, transactionId: string, txn_status: NonNullable<Invoice.LinkedPayment['txn_status']>): Invoice {
  return { ...invoice, linked_payments: (invoice.linked_payments ?? []).map((payment) => (payment.txn_id === transactionId ? { ...payment, txn_status } : payment)) };
}

function linkTo(invoice: Invoice, applied_amount: number, applied_at: number): Transaction.LinkedInvoice {
  return { invoice_id: invoice.id, applied_amount, applied_at, invoice_date: invoice.date, invoice_total: invoice.total, invoice_status: invoice.status };
}
