import type { BillingInvoice, InvoicePage } from '@meldewerk/contract/billing';
import type { Transaction } from '@meldewerk/db/client';
import { billingInvoices, billingMandates, billingTransactions } from '@meldewerk/db/schema-billing';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, arrayOverlaps, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Account } from '../account/find-account.ts';
import type { Billing } from '../billing.ts';
import { failedStatuses } from '../copies/copy-transaction.ts';

type Invoice = typeof billingInvoices.$inferSelect;
type Debit = typeof billingTransactions.$inferSelect;

const perPage = 25;

/** Invoices with what became of the money, newest first. `before` is the id of the last one of the page before. */
export async function listInvoices({ db }: Billing, { tenantId }: Account, before: string | undefined): Promise<InvoicePage> {
  return inTenant(db, tenantId, async (tx) => {
    const { issuedAt, id } = billingInvoices;
    const rows = await tx
      .select()
      .from(billingInvoices)
      .where(and(
        eq(billingInvoices.tenantId, tenantId),
        ...(before === undefined ? [] : [sql`(${issuedAt}, ${id}) < (select issued_at, id from billing_invoices where tenant_id = ${tenantId} and id = ${before})`]),
      ))
      .orderBy(desc(issuedAt), desc(id))
      .limit(perPage + 1);
    const shown = rows.slice(0, perPage);
    const debits = await newestDebits(tx, tenantId, shown);
    const debitable = await hasMandate(tx, tenantId);
    return { invoices: shown.map((invoice) => describeInvoice(invoice, debits.get(invoice.id), debitable)), next: rows.length > perPage ? (shown.at(-1)?.id ?? null) : null };
  });
}

async function newestDebits(tx: Transaction, tenantId: string, invoices: Invoice[]): Promise<Map<string, Debit>> {
  const { invoiceIds, type, at, resourceVersion } = billingTransactions;
  const ids = invoices.map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const debits = await tx.select().from(billingTransactions).where(and(eq(billingTransactions.tenantId, tenantId), eq(type, 'payment'), arrayOverlaps(invoiceIds, ids))).orderBy(asc(at), asc(resourceVersion));
  return new Map(debits.flatMap((debit) => debit.invoiceIds.map((invoiceId) => [invoiceId, debit] as const)));
}

async function hasMandate(tx: Transaction, tenantId: string): Promise<boolean> {
  const { id, completedAt, endedAt } = billingMandates;
  const [inForce] = await tx.select({ id }).from(billingMandates).where(and(eq(billingMandates.tenantId, tenantId), isNotNull(completedAt), isNull(endedAt))).limit(1);
  return inForce !== undefined;
}

function describeInvoice(invoice: Invoice, debit: Debit | undefined, debitable: boolean): BillingInvoice {
  const { id, totalCents, amountDueCents, currency, status } = invoice;
  const failed = debit !== undefined && (failedStatuses as readonly string[]).includes(debit.status);
  return {
    id, totalCents, amountDueCents, currency, status,
    issuedAt: invoice.issuedAt.toISOString(),
    dueAt: invoice.dueAt?.toISOString() ?? null,
    paidAt: invoice.paidAt?.toISOString() ?? null,
    debit: {
      state: debitState(invoice, debit, debitable),
      amountCents: debit?.amountCents ?? null,
      at: (failed ? (debit.failedAt ?? debit.at) : debit?.at)?.toISOString() ?? null,
      maskedIban: debit?.maskedAccount ?? null,
      failureCode: failed ? debit.errorCode : null,
    },
  };
}

function debitState({ status }: Invoice, debit: Debit | undefined, debitable: boolean): BillingInvoice['debit']['state'] {
  switch (debit?.status) {
    case 'success':
      return 'paid';
    case 'late_failure':
      return 'returned';
    case 'failure':
    case 'timeout':
      return 'failed';
    case 'in_progress':
    case 'needs_attention':
      return 'running';
    default:
      return debitable && (status === 'payment_due' || status === 'posted' || status === 'not_paid') ? 'announced' : 'none';
  }
}
