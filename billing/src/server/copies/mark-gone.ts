import type { Transaction } from '@meldewerk/db/client';
import { billingInvoices, billingSubscriptions, billingTransactions } from '@meldewerk/db/schema-billing';
import { and, eq, ne, sql } from 'drizzle-orm';
import type { Billing } from '../billing.ts';

/** Of what Chargebee says there is none any more: nothing is owed on it, nothing runs by it. */
export type Gone = { subscriptions: string[]; invoices: string[]; transactions: string[] };

/** Ends copies of resources that were deleted at Chargebee. */
export async function markGone({ businessNow }: Billing, tx: Transaction, tenantId: string, gone: Gone): Promise<void> {
  for (const id of gone.invoices) await tx.update(billingInvoices).set({ status: 'voided', amountDueCents: 0 }).where(and(eq(billingInvoices.tenantId, tenantId), eq(billingInvoices.id, id), ne(billingInvoices.status, 'voided')));
  for (const id of gone.transactions) await tx.update(billingTransactions).set({ status: 'voided', failedAt: null }).where(and(eq(billingTransactions.tenantId, tenantId), eq(billingTransactions.id, id)));
  for (const id of gone.subscriptions) {
    await tx
      .update(billingSubscriptions)
      .set({ status: 'cancelled', cancelsAt: null, nextBillingAt: null, cancelledAt: sql`coalesce(${billingSubscriptions.cancelledAt}, ${businessNow().toISOString()}::timestamptz)` })
      .where(and(eq(billingSubscriptions.tenantId, tenantId), eq(billingSubscriptions.id, id), ne(billingSubscriptions.status, 'cancelled')));
  }
}
