import type { PaymentSource } from 'chargebee';
import type { Billing } from '../billing.ts';
import { toChargebeeFailure } from '../chargebee/to-chargebee-failure.ts';
import type { Fresh } from '../copy-and-settle.ts';
import type { EventSubject } from './event-subject.ts';

export type FetchedFresh = Fresh & Required<Pick<Fresh, 'gone'>>;

/** Fetches from Chargebee what an event is about: a webhook's body is never believed for money. `lastSource`: what it told of a payment source, should that be gone. */
export async function fetchFresh({ chargebee }: Billing, subject: EventSubject, lastSource: { source: PaymentSource; at: Date } | null): Promise<FetchedFresh> {
  const fresh: FetchedFresh = { gone: { subscriptions: [], invoices: [], transactions: [] } };
  const { gone } = fresh;
  const invoiceIds = new Set(subject.invoiceIds);
  for (const id of subject.transactionIds) {
    const found = await unlessMissing(chargebee.transaction.retrieve(id));
    if (!found) gone.transactions.push(id);
    else (fresh.transactions ??= []).push(found.transaction);
    for (const linked of found?.transaction.linked_invoices ?? []) invoiceIds.add(linked.invoice_id);
  }
  for (const id of invoiceIds) {
    const found = await unlessMissing(chargebee.invoice.retrieve(id));
    if (found) (fresh.invoices ??= []).push(found.invoice);
    else gone.invoices.push(id);
  }
  // What an invoice has been debited by stands at the invoice alone once a debit has failed.
  const debitIds = new Set(fresh.invoices?.flatMap(({ linked_payments: payments = [] }) => payments.map(({ txn_id: debit }) => debit)));
  for (const id of subject.transactionIds) debitIds.delete(id);
  for (const id of debitIds) {
    const found = await unlessMissing(chargebee.transaction.retrieve(id));
    if (found) (fresh.transactions ??= []).push(found.transaction);
  }
  for (const id of subject.subscriptionIds) {
    const found = await unlessMissing(chargebee.subscription.retrieve(id));
    if (found) (fresh.subscriptions ??= []).push(found.subscription);
    else gone.subscriptions.push(id);
  }
  for (const id of subject.paymentSourceIds) {
    const found = await unlessMissing(chargebee.paymentSource.retrieve(id));
    if (found) (fresh.paymentSources ??= []).push(found.payment_source);
    else if (lastSource) (fresh.deletedPaymentSources ??= []).push({ last: lastSource.source, at: lastSource.at });
  }
  if (subject.customer && subject.customerId !== null) {
    const found = await unlessMissing(chargebee.customer.retrieve(subject.customerId));
    if (found) fresh.customer = found.customer;
  }
  return fresh;
}

async function unlessMissing<Answer>(call: Promise<Answer>): Promise<Answer | null> {
  try {
    return await call;
  } catch (error) {
    if (toChargebeeFailure(error).kind === 'missing') return null;
    throw error;
  }
}
