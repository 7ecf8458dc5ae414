import type { Transaction } from '@meldewerk/db/client';
import { billingSubscriptions } from '@meldewerk/db/schema-billing';
import { desc, eq, sql } from 'drizzle-orm';
import type { Billing } from './billing.ts';
import { failedStatuses } from './copies/copy-transaction.ts';

export type CurrentSubscription = typeof billingSubscriptions.$inferSelect;
export type Standing = { subscription: CurrentSubscription | null; openInvoices: number; openCents: number; isCollecting: boolean; failedSince: Date | null };

/**
 * What the copies say about an account. `failedSince`: the first failed or returned debit of an invoice that is still open, counted
 * anew where it had been paid in between and the bank took that back; or, where none was even begun for want of a bank account,
 * when it was due.
 */
export async function readStanding({ businessNow }: Pick<Billing, 'businessNow'>, tx: Transaction, tenantId: string): Promise<Standing> {
  const subscription = await readSubscription(tx, tenantId);
  const [open] = await tx.execute<{ count: number; cents: number; collecting: boolean | null; failed_since: string | null }>(sql`
    select count(*)::integer as count, coalesce(sum(amount_due_cents), 0)::integer as cents, bool_and(collecting) as collecting, min(failed_since) as failed_since from (
      select invoice.amount_due_cents, coalesce(bool_or(debit.status = 'in_progress'), false) as collecting, coalesce(
        min(debit.failed_at) filter (where debit.status in ${[...failedStatuses]} and debit.failed_at >= paid.last_at),
        case
          when invoice.status = 'not_paid' then coalesce(invoice.due_at, invoice.issued_at)
          when invoice.status = 'payment_due' and count(debit.id) = 0 and coalesce(invoice.due_at, invoice.issued_at) < ${businessNow().toISOString()}::timestamptz - interval '1 day' then coalesce(invoice.due_at, invoice.issued_at)
        end
      ) as failed_since
      from billing_invoices invoice
      cross join lateral (
        select coalesce(max(debit.at), '-infinity') as last_at from billing_transactions debit
        where debit.tenant_id = invoice.tenant_id and debit.invoice_ids @> array[invoice.id] and debit.type = 'payment' and debit.status in ('success', 'late_failure')
      ) as paid
      left join billing_transactions debit on debit.tenant_id = invoice.tenant_id and debit.invoice_ids @> array[invoice.id] and debit.type = 'payment'
      where invoice.tenant_id = ${tenantId} and invoice.status in ('payment_due', 'not_paid', 'posted')
      group by invoice.tenant_id, invoice.id, paid.last_at
    ) as open_invoices`);
  return { subscription, openInvoices: open?.count ?? 0, openCents: open?.cents ?? 0, isCollecting: open?.collecting ?? false, failedSince: open?.failed_since ? new Date(open.failed_since) : null };
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
