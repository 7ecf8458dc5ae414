import type { BillingNoticeKind } from '@meldewerk/contract/billing';
import type { Transaction } from '@meldewerk/db/client';
import type { billingAccounts } from '@meldewerk/db/schema-billing';
import { sql } from 'drizzle-orm';
import type { Billing } from '../billing.ts';
import { recordNotice } from '../record-notice.ts';

/** Orders the mails about invoices and debits that were not written yet. What was before the account came here is nobody's news. */
export async function noticesOfMoney(billing: Billing, tx: Transaction, { tenantId, createdAt }: Pick<typeof billingAccounts.$inferSelect, 'tenantId' | 'createdAt'>): Promise<void> {
  const since = sql`${createdAt.toISOString()}::timestamptz - interval '1 day'`;
  const news = await tx.execute<{ kind: BillingNoticeKind; subject: string }>(sql`
    select kind, subject from (
      select 'invoiceIssued' as kind, id as subject, issued_at as at from billing_invoices where tenant_id = ${tenantId} and status not in ('pending', 'voided') and total_cents > 0
      union all
      select case status when 'success' then 'debitExecuted' when 'late_failure' then 'debitReturned' else 'debitFailed' end, id, coalesce(failed_at, at)
      from billing_transactions where tenant_id = ${tenantId} and type = 'payment' and status in ('success', 'late_failure', 'failure', 'timeout')
    ) as told
    where at >= ${since} and not exists (select from billing_notices known where known.tenant_id = ${tenantId} and known.kind = told.kind and known.subject = told.subject)
    order by at, subject`);
  for (const { kind, subject } of news) await recordNotice(billing, tx, tenantId, { kind, subject });
}
