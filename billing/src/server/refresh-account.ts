import { billingInvoices } from '@meldewerk/db/schema-billing';
import { inTenant } from '@meldewerk/db/tenant-scope';
import type { Customer } from 'chargebee';
import { and, eq, inArray } from 'drizzle-orm';
import type { Billing } from './billing.ts';
import { laterThan } from './chargebee/later-than.ts';
import { toChargebeeFailure } from './chargebee/to-chargebee-failure.ts';
import { copyAndSettle, type Copied, type Fresh } from './copy-and-settle.ts';
import type { Settled } from './settle-account.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** A debit may come back eight weeks after it went well. */
const lookBackMs = 90 * dayMs;
const perPage = 100;

/** Reads an account's customer, subscriptions, bank accounts, and what moved of its invoices and debits lately from Chargebee, copies and settles. Null when Chargebee knows no such customer. */
export async function refreshAccount(billing: Billing, tenantId: string): Promise<(Settled & { copied: Copied[] }) | null> {
  const customer = await retrieveCustomer(billing, tenantId);
  return customer && copyAndSettle(billing, tenantId, await readAll(billing, customer));
}

async function retrieveCustomer({ chargebee }: Billing, tenantId: string): Promise<Customer | null> {
  try {
    return (await chargebee.customer.retrieve(tenantId)).customer;
  } catch (error) {
    if (toChargebeeFailure(error).kind === 'missing') return null;
    throw error;
  }
}

async function readAll(billing: Billing, customer: Customer): Promise<Fresh> {
  const { chargebee, businessNow } = billing;
  const ofCustomer = { limit: perPage, customer_id: { is: customer.id } };
  const moved = { ...ofCustomer, updated_at: laterThan(new Date(businessNow().getTime() - lookBackMs)) };
  const subscriptions = await all((offset) => chargebee.subscription.list({ ...ofCustomer, ...offset }));
  const paymentSources = await all((offset) => chargebee.paymentSource.list({ ...ofCustomer, ...offset }));
  const invoices = (await all((offset) => chargebee.invoice.list({ ...moved, ...offset }))).map(({ invoice }) => invoice);
  const transactions = await all((offset) => chargebee.transaction.list({ ...moved, ...offset }));
  const listed = new Set(invoices.map(({ id }) => id));
  for (const id of await openInvoices(billing, customer.id)) {
    if (!listed.has(id)) invoices.push((await chargebee.invoice.retrieve(id)).invoice);
  }
  return { customer, subscriptions: subscriptions.map(({ subscription }) => subscription), paymentSources: paymentSources.map(({ payment_source: source }) => source), invoices, transactions: transactions.map(({ transaction }) => transaction) };
}

/** Those we believe open, however long ago they moved. */
async function openInvoices({ db }: Billing, tenantId: string): Promise<string[]> {
  const { id, status } = billingInvoices;
  const open = await inTenant(db, tenantId, (tx) => tx.select({ id }).from(billingInvoices).where(and(eq(billingInvoices.tenantId, tenantId), inArray(status, ['payment_due', 'not_paid', 'posted']))));
  return open.map((invoice) => invoice.id);
}

async function all<Entry>(page: (offset: { offset?: string }) => Promise<{ list: Entry[]; next_offset?: string }>): Promise<Entry[]> {
  const entries: Entry[] = [];
  let offset: string | undefined;
  do {
    const { list, next_offset: next } = await page(offset === undefined ? {} : { offset });
    entries.push(...list);
    offset = next;
  } while (offset !== undefined);
  return entries;
}
