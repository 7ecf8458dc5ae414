import type { Invoice } from 'chargebee';
import { notFound } from './failure.ts';
import { type Site, stamp } from './site.ts';
import { saveSubscription } from './subscription-records.ts';

export function getInvoice(site: Site, id: string): Invoice {
  const invoice = site.store.invoices.get(id);
  if (!invoice || invoice.deleted) throw notFound('Invoice', id, 'invoice_id');
  return invoice;
}

/** Keeps a changed invoice, and at its subscription what is still to be paid. */
export function saveInvoice(site: Site, invoice: Invoice): Invoice {
  const running = (invoice.linked_payments ?? []).filter(({ txn_status }) => txn_status === 'in_progress').reduce((sum, { applied_amount }) => sum + applied_amount, 0);
  const saved = site.store.invoices.put({ ...invoice, amount_to_collect: Math.max(0, (invoice.amount_due ?? 0) - running), ...stamp(site) });
  refreshDues(site, saved.subscription_id);
  return saved;
}

function refreshDues(site: Site, subscriptionId: string | undefined): void {
  const subscription = subscriptionId === undefined ? undefined : site.store.subscriptions.get(subscriptionId);
  if (!subscription) return;
  const open = site.store.invoices.all().filter(({ subscription_id, status }) => subscription_id === subscriptionId && (status === 'payment_due' || status === 'not_paid'));
  const total_dues = open.reduce((sum, { amount_due = 0 }) => sum + amount_due, 0);
  if (total_dues === (subscription.total_dues ?? 0) && open.length === subscription.due_invoices_count) return;
  saveSubscription(site, { ...subscription, due_invoices_count: open.length, total_dues, due_since: open[0]?.date });
}
