import type { Transaction as DatabaseTransaction } from '@meldewerk/db/client';
import { billingTransactions } from '@meldewerk/db/schema-billing';
import type { Transaction } from 'chargebee';
import { sql } from 'drizzle-orm';
import type { Billing } from '../billing.ts';
import { changeOf, fromSeconds, mustBeOf, versionOf, type Change } from './change-of.ts';

/** A debit that brought no money. `late_failure`: it had, and the bank took it back. */
export const failedStatuses = ['failure', 'late_failure', 'timeout'] as const;

/** Copies a debit (or its reversal) unless a newer version is there. */
export async function copyTransaction({ businessNow }: Billing, tx: DatabaseTransaction, tenantId: string, resource: Transaction): Promise<Change> {
  mustBeOf(tenantId, resource.customer_id);
  const status = resource.deleted ? 'voided' : (resource.status ?? 'in_progress');
  const at = fromSeconds(resource.date ?? resource.updated_at) ?? businessNow();
  const values = {
    tenantId,
    id: resource.id,
    type: resource.type,
    status,
    at,
    amountCents: resource.amount ?? 0,
    currency: resource.currency_code,
    invoiceIds: (resource.linked_invoices ?? []).map(({ invoice_id: id }) => id),
    paymentSourceId: resource.payment_source_id ?? null,
    maskedAccount: maskedAccountOf(resource),
    errorCode: resource.error_detail?.error_code ?? resource.error_code ?? null,
    errorText: resource.error_text ?? null,
    // Its date is the day it was begun, for a debit days before the bank's no.
    failedAt: isFailed(status) ? (fromSeconds(resource.updated_at) ?? at) : null,
    resourceVersion: versionOf(resource),
  };
  return changeOf(
    await tx
      .insert(billingTransactions)
      .values(values)
      .onConflictDoUpdate({ target: [billingTransactions.tenantId, billingTransactions.id], set: { ...values, invoiceIds: unitedWith(values.invoiceIds) }, setWhere: sql`${billingTransactions.resourceVersion} < ${values.resourceVersion}` })
      .returning({ isNew: sql<boolean>`xmax = 0` }),
  );
}

/** Of a debit that failed Chargebee names no invoice any more: what was known stays, and `copyInvoice` adds what the invoice knows. */
export function unitedWith(invoiceIds: string[]) {
  return sql`array(select distinct id from unnest(${billingTransactions.invoiceIds} || array[${sql.join(invoiceIds.map((id) => sql`${id}`), sql`, `)}]::text[]) as id order by id)`;
}

function isFailed(status: string): boolean {
  return (failedStatuses as readonly string[]).includes(status);
}

/** Of direct debits the last four places stand in a text of their own. */
function maskedAccountOf({ last4, payment_method_details: details }: Transaction): string | null {
  const places = last4 ?? (details === undefined ? undefined : /"last4"\s*:\s*"([A-Za-z0-9]{4})"/.exec(details)?.[1]);
  return places === undefined ? null : `•••• ${places}`;
}
