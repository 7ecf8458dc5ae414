import { invoicePageSchema, type InvoicePage } from '@meldewerk/contract/billing';
import { requestJson } from '@meldewerk/shell/request';
import { accountUrl } from './accounts.ts';

export function fetchInvoices(tenantId: string, before: string | null = null): Promise<InvoicePage> {
  return requestJson(invoicePageSchema, 'GET', `${accountUrl(tenantId)}/invoices${before ? `?before=${encodeURIComponent(before)}` : ''}`);
}

export function invoicePdfUrl(tenantId: string, invoiceId: string): string {
  return `${accountUrl(tenantId)}/invoices/${encodeURIComponent(invoiceId)}/pdf`;
}
