import { inTenant } from '@meldewerk/db/tenant-scope';
import type { Customer, Invoice, PaymentSource, Subscription, Transaction } from 'chargebee';
import type { Billing } from './billing.ts';
import type { Change } from './copies/change-of.ts';
import { copyCustomer } from './copies/copy-customer.ts';
import { copyInvoice } from './copies/copy-invoice.ts';
import { copyDeletedPaymentSource, copyPaymentSource } from './copies/copy-payment-source.ts';
import { copySubscription } from './copies/copy-subscription.ts';
import { copyTransaction } from './copies/copy-transaction.ts';
import { markGone, type Gone } from './copies/mark-gone.ts';
import { fetchPlanName } from './fetch-plan-name.ts';
import { lockAccount, settleAccount, type Settled } from './settle-account.ts';

/** Resources of one customer, fresh from Chargebee. */
export type Fresh = {
  customer?: Customer | undefined;
  subscriptions?: Subscription[];
  invoices?: Invoice[];
  transactions?: Transaction[];
  paymentSources?: PaymentSource[];
  /** Chargebee has none of this id any more. */
  deletedPaymentSources?: { last: PaymentSource; at: Date }[];
  gone?: Gone;
};
export type Copied = { resource: 'customer' | 'subscription' | 'invoice' | 'transaction' | 'paymentSource'; id: string; change: Change };

/** Takes fresh resources into the workshop's books and settles its account, in one transaction. */
export async function copyAndSettle(billing: Billing, tenantId: string, fresh: Fresh): Promise<Settled & { copied: Copied[] }> {
  const names = new Map<string, string>();
  for (const { subscription_items: items = [] } of fresh.subscriptions ?? []) {
    for (const { item_price_id: id, item_type: type } of items) if (type === 'plan') names.set(id, await fetchPlanName(billing, id));
  }
  return inTenant(billing.db, tenantId, async (tx) => {
    // First of all, so that two who copy the same never wait for each other.
    await lockAccount(tx, tenantId);
    const copied: Copied[] = [];
    if (fresh.customer) copied.push({ resource: 'customer', id: fresh.customer.id, change: await copyCustomer(billing, tx, tenantId, fresh.customer) });
    for (const source of fresh.paymentSources ?? []) copied.push({ resource: 'paymentSource', id: source.id, change: await copyPaymentSource(billing, tx, tenantId, source) });
    for (const { last, at } of fresh.deletedPaymentSources ?? []) copied.push({ resource: 'paymentSource', id: last.id, change: await copyDeletedPaymentSource(billing, tx, tenantId, last, at) });
    for (const one of fresh.subscriptions ?? []) {
      const plan = one.subscription_items?.find(({ item_type: type }) => type === 'plan');
      copied.push({ resource: 'subscription', id: one.id, change: await copySubscription(billing, tx, tenantId, one, plan && names.get(plan.item_price_id)) });
    }
    for (const debit of fresh.transactions ?? []) copied.push({ resource: 'transaction', id: debit.id, change: await copyTransaction(billing, tx, tenantId, debit) });
    for (const invoice of fresh.invoices ?? []) copied.push({ resource: 'invoice', id: invoice.id, change: await copyInvoice(billing, tx, tenantId, invoice) });
    if (fresh.gone) await markGone(billing, tx, tenantId, fresh.gone);
    return { ...(await settleAccount(billing, tx, tenantId)), copied };
  });
}
