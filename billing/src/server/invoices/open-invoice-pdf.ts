import { billingInvoices } from '@meldewerk/db/schema-billing';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import type { Account } from '../account/find-account.ts';
import { BillingFault } from '../billing-fault.ts';
import type { Billing } from '../billing.ts';
import { refuse } from '../refuse.ts';
import { fetchInvoicePdf } from './fetch-invoice-pdf.ts';

/** An invoice of this account as PDF, fresh from Chargebee; the file is never kept here. Somebody else's is noted, and there is none. */
export async function openInvoicePdf(billing: Billing, { tenantId }: Pick<Account, 'tenantId'>, invoiceId: string): Promise<ReadableStream<Uint8Array>> {
  const [invoice] = await inTenant(billing.db, tenantId, (tx) => tx.select({ id: billingInvoices.id }).from(billingInvoices).where(and(eq(billingInvoices.tenantId, tenantId), eq(billingInvoices.id, invoiceId))));
  if (!invoice) return refuse(billing, 'notFound', { workshopId: tenantId, type: 'invoiceRefused', data: { invoiceId: invoiceId.slice(0, 100) } });
  const body = (await fetchInvoicePdf(billing, invoice.id)).body;
  if (!body) throw new BillingFault('paymentVendorDown');
  return body;
}
