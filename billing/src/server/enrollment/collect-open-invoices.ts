import { billingInvoices } from '@meldewerk/db/schema-billing';
import { inTenant } from '@meldewerk/db/tenant-scope';
import type { Invoice, Transaction } from 'chargebee';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Billing } from '../billing.ts';
import { once } from '../chargebee/ask-chargebee.ts';
import { toChargebeeFailure } from '../chargebee/to-chargebee-failure.ts';
import { copyAndSettle } from '../copy-and-settle.ts';

/**
 * After a new mandate: what stayed unpaid is debited from the new account at once, or the vendor's own retries might be over. One
 * debit per invoice and mandate; an invoice the vendor will not collect (paid meanwhile, being debited) is left to it.
 */
export async function collectOpenInvoices(billing: Billing, tenantId: string, mandateId: string): Promise<void> {
  const { id, status, issuedAt } = billingInvoices;
  const open = await inTenant(billing.db, tenantId, (tx) =>
    tx.select({ id }).from(billingInvoices).where(and(eq(billingInvoices.tenantId, tenantId), inArray(status, ['payment_due', 'not_paid']))).orderBy(asc(issuedAt)),
  );
  for (const invoice of open) {
    const collected = await collect(billing, invoice.id, mandateId);
    if (collected) await copyAndSettle(billing, tenantId, { invoices: [collected.invoice], transactions: [collected.transaction] });
  }
}

async function collect({ chargebee }: Billing, invoiceId: string, mandateId: string): Promise<{ invoice: Invoice; transaction: Transaction } | null> {
  try {
    return await chargebee.invoice.collectPayment(invoiceId, {}, once('collect', mandateId, invoiceId));
  } catch (thrown) {
    if (toChargebeeFailure(thrown).kind === 'passing') throw thrown;
    return null;
  }
}
