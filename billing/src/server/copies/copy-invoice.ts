import type { Transaction } from '@meldewerk/db/client';
import { billingInvoices, billingTransactions } from '@meldewerk/db/schema-billing';
import type { Invoice } from 'chargebee';
import { and, arrayContains, eq, inArray, not, sql } from 'drizzle-orm';
import type { Billing } from '../billing.ts';
import { changeOf, fromSeconds, mustBeOf, versionOf, type Change } from './change-of.ts';
import { unitedWith } from './copy-transaction.ts';

/** Copies an invoice unless a newer version is there, and has the debits it names know that they were for it. Those are copied before. */
export async function copyInvoice({ businessNow }: Billing, tx: Transaction, tenantId: string, resource: Invoice): Promise<Change> {
  mustBeOf(tenantId, resource.customer_id);
  await linkDebits(tx, tenantId, resource);
  const values = {
    tenantId,
    id: resource.id,
    subscriptionId: resource.subscription_id ?? null,
    // One that was deleted at the vendor is owed by nobody.
    status: resource.deleted ? ('voided' as const) : resource.status,
    issuedAt: fromSeconds(resource.date ?? resource.generated_at) ?? businessNow(),
    dueAt: fromSeconds(resource.due_date),
    paidAt: resource.status === 'paid' ? fromSeconds(resource.paid_at) : null,
    totalCents: resource.total ?? 0,
    amountDueCents: resource.amount_due ?? 0,
    currency: resource.currency_code,
    resourceVersion: versionOf(resource),
  };
  return changeOf(
    await tx
      .insert(billingInvoices)
      .values(values)
      .onConflictDoUpdate({ target: [billingInvoices.tenantId, billingInvoices.id], set: values, setWhere: sql`${billingInvoices.resourceVersion} < ${values.resourceVersion}` })
      .returning({ isNew: sql<boolean>`xmax = 0` }),
  );
}

async function linkDebits(tx: Transaction, tenantId: string, { id, linked_payments: payments = [] }: Invoice): Promise<void> {
  if (payments.length === 0) return;
  const { invoiceIds } = billingTransactions;
  await tx
    .update(billingTransactions)
    .set({ invoiceIds: unitedWith([id]) })
    .where(and(eq(billingTransactions.tenantId, tenantId), inArray(billingTransactions.id, payments.map(({ txn_id: debit }) => debit)), not(arrayContains(invoiceIds, [id]))));
}
