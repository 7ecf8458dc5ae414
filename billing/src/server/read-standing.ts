import type { Transaction } from '@meldewerk/db/client';
import { billingSubscriptions } from '@meldewerk/db/schema-billing';
import { desc, eq, sql } from 'drizzle-orm';
import { failedStatuses } from './copies/copy-transaction.ts';

export type CurrentSubscription = typeof billingSubscriptions.$inferSelect;

/** What the copies say about an account. `failedSince`: the first failed or returned debit of an invoice that is still open. */
export async function readStanding(tx: Transaction, tenantId: string): Promise<{ subscription: CurrentSubscription | null; openInvoices: number; openCents: number; failedSince: Date | null }> {
  const subscription = await readSubscription(tx, tenantId);
  const [open] = await tx.execute<{ count: number; cents: number; failed_since: Date | null }>(sql`
    select count(*)::integer as count, coalesce(sum(amount_due_cents), 0)::integer as cents, min(failed_since) as failed_since from (
      select invoice.amount_due_cents, coalesce(
        (select min(debit.failed_at) from billing_transactions debit
          where debit.tenant_id = invoice.tenant_id and debit.invoice_ids @> array[invoice.id] and debit.type = 'payment' and debit.status in ${[...failedStatuses]}),
        -- Given up by the vendor without a debit, for want of an account to debit.
        case when invoice.status = 'not_paid' then coalesce(invoice.due_at, invoice.issued_at) end
      ) as failed_since
      from billing_invoices invoice where invoice.tenant_id = ${tenantId} and invoice.status in ('payment_due', 'not_paid', 'posted')
    ) as open_invoices`);
  return { subscription, openInvoices: open?.count ?? 0, openCents: open?.cents ?? 0, failedSince: open?.failed_since ? new Date(open.failed_since) : null };
}

/** The subscription that counts: one that runs before one that is over, else the newest. */
export async function readSubscription(tx: Transaction, tenantId: string): Promise<CurrentSubscription | null> {
  const { status, cancelledAt, id } = billingSubscriptions;
  const [current] = await tx
    .select()
    .from(billingSubscriptions)
    .where(eq(billingSubscriptions.tenantId, tenantId))
    .orderBy(sql`${status} in ('cancelled', 'transferred')`, desc(cancelledAt), desc(id))
    .limit(1);
  return current ?? null;
}
