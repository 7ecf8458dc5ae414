import type { CreditNote, Invoice, Transaction } from 'chargebee';
import { Hono } from 'hono';
import { answer, answerList, readBody } from './answer.ts';
import { getCustomer } from './customers.ts';
import { startDebit } from './debits.ts';
import { invoicePdf } from './documents.ts';
import type { Downloads } from './downloads.ts';
import { endDunning } from './dunning.ts';
import { emit } from './emit.ts';
import { notFound, Refusal, wrongState } from './failure.ts';
import { getInvoice, saveInvoice } from './invoice-records.ts';
import type { Site } from './site.ts';

export function invoiceRoutes(site: Site, downloads: Downloads): Hono {
  return new Hono()
    .get('/invoices', (c) => answerList(c, 'invoice', site.store.invoices.all(), { sortBy: 'date' }))
    .get('/invoices/:id', (c) => answer(c, { invoice: getInvoice(site, c.req.param('id')) } satisfies Invoice.RetrieveResponse))
    .post('/invoices/:id/pdf', async (c) => {
      await readBody(c, 'invoice', 'pdf');
      const { id, customer_id: customerId } = getInvoice(site, c.req.param('id'));
      const download = downloads.offer(new URL(c.req.url).origin, `${id}.pdf`, () => invoicePdf(getInvoice(site, id), getCustomer(site, customerId)));
      return answer(c, { download } satisfies Invoice.PdfResponse);
    })
    .post('/invoices/:id/collect_payment', async (c) => {
      const given = await readBody<Invoice.CollectPaymentInputParam>(c, 'invoice', 'collect_payment');
      return answer(c, site.store.atomically(() => collect(site, c.req.param('id'), given)) satisfies Invoice.CollectPaymentResponse);
    })
    .post('/invoices/:id/void', async (c) => {
      const { void_reason_code } = await readBody<Invoice.VoidInvoiceInputParam>(c, 'invoice', 'void_invoice');
      return answer(c, { invoice: site.store.atomically(() => voidInvoice(site, getInvoice(site, c.req.param('id')), void_reason_code)) } satisfies Invoice.VoidInvoiceResponse);
    })
    .post('/invoices/:id/stop_dunning', async (c) => {
      await readBody(c, 'invoice', 'stop_dunning');
      return answer(c, { invoice: site.store.atomically(() => endDunning(site, getInvoice(site, c.req.param('id')), 'stopped')) } satisfies Invoice.StopDunningResponse);
    })
    .get('/transactions', (c) => answerList(c, 'transaction', site.store.transactions.all(), { sortBy: 'date' }))
    .get('/transactions/:id', (c) => {
      const transaction = site.store.transactions.get(c.req.param('id'));
      if (!transaction) throw notFound('Transaction', c.req.param('id'));
      return answer(c, { transaction } satisfies Transaction.RetrieveResponse);
    })
    .get('/credit_notes', (c) => answerList(c, 'credit_note', site.store.creditNotes.all(), { sortBy: 'date' }))
    .get('/credit_notes/:id', (c) => {
      const credit_note = site.store.creditNotes.get(c.req.param('id'));
      if (!credit_note) throw notFound('CreditNote', c.req.param('id'));
      return answer(c, { credit_note } satisfies CreditNote.RetrieveResponse);
    });
}

function collect(site: Site, id: string, { amount, payment_source_id: paymentSourceId }: Invoice.CollectPaymentInputParam): { invoice: Invoice; transaction: Transaction } {
  const invoice = getInvoice(site, id);
  const open = invoice.amount_to_collect ?? 0;
  if (invoice.status !== 'payment_due' && invoice.status !== 'not_paid') throw wrongState('The invoice needs no payment.');
  if (open <= 0) throw wrongState('A payment for this invoice is in progress.');
  if (amount !== undefined && amount > open) throw new Refusal(400, 'param_wrong_value', 'amount : is more than what is due', { type: 'invalid_request', param: 'amount' });
  const source = paymentSourceId ?? getCustomer(site, invoice.customer_id).primary_payment_source_id;
  if (source === undefined || site.store.paymentSources.get(source)?.deleted !== false) throw new Refusal(400, 'payment_method_not_present', 'No payment method is on file for this customer.', { type: 'payment' });
  const { transaction, invoice: debited } = startDebit(site, invoice, { ...(amount !== undefined && { amount }), paymentSourceId: source });
  if (!transaction) throw new Refusal(400, 'payment_processing_failed', 'The mandate has lapsed.', { type: 'payment' });
  return { invoice: debited, transaction };
}

function voidInvoice(site: Site, before: Invoice, void_reason_code: string | undefined): Invoice {
  if (before.status === 'voided' || (before.linked_payments ?? []).some(({ txn_status }) => txn_status === 'in_progress' || txn_status === 'success')) throw wrongState('An invoice with payments cannot be voided.');
  endDunning(site, before, 'stopped');
  const invoice = saveInvoice(site, { ...getInvoice(site, before.id), status: 'voided', voided_at: site.seconds(), amount_due: 0, ...(void_reason_code !== undefined && { void_reason_code }) });
  emit(site, 'invoice_updated', { invoice });
  return invoice;
}
