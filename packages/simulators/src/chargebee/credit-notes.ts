import type { CreditNote, Invoice } from 'chargebee';
import { changeCustomer, getCustomer } from './customers.ts';
import { emit } from './emit.ts';
import { getInvoice, saveInvoice } from './invoice-records.ts';
import type { Lines } from './line-items.ts';
import { type Site, stamp } from './site.ts';

/**
 * Gives back what of an invoice is not going to be used. One that is still to be paid gets smaller; of one that is paid, or whose
 * debit runs, the money waits for the next invoice.
 */
export function creditInvoice(site: Site, invoice: Invoice, lines: Lines, reason: NonNullable<CreditNote['reason_code']>): CreditNote {
  const state = site.state();
  site.store.site.put({ ...state, lastCreditNoteNumber: state.lastCreditNoteNumber + 1 });
  const now = site.seconds();
  const isOpen = (invoice.status === 'payment_due' || invoice.status === 'not_paid') && (invoice.amount_to_collect ?? 0) > 0;
  const total = isOpen ? Math.min(lines.total, invoice.amount_due ?? 0) : lines.total;
  const credit_note = site.store.creditNotes.put({
    id: `CN-${1001 + state.lastCreditNoteNumber}`,
    customer_id: invoice.customer_id,
    ...(invoice.subscription_id !== undefined && { subscription_id: invoice.subscription_id }),
    reference_invoice_id: invoice.id,
    type: isOpen ? 'adjustment' : 'refundable',
    reason_code: reason,
    status: isOpen ? 'adjusted' : 'refund_due',
    date: now,
    generated_at: now,
    price_type: 'tax_exclusive',
    currency_code: invoice.currency_code,
    line_items: lines.line_items,
    taxes: lines.taxes,
    sub_total: lines.sub_total,
    total,
    amount_allocated: isOpen ? total : 0,
    amount_refunded: 0,
    amount_available: isOpen ? 0 : total,
    allocations: isOpen ? [{ invoice_id: invoice.id, allocated_amount: total, allocated_at: now, invoice_status: invoice.status }] : [],
    channel: 'web',
    deleted: false,
    ...stamp(site),
  } satisfies CreditNote);
  const mention = { cn_id: credit_note.id, cn_reason_code: reason, cn_date: now, cn_total: total, cn_status: credit_note.status };
  if (isOpen) {
    const due = (invoice.amount_due ?? 0) - total;
    const changed = saveInvoice(site, { ...invoice, amount_due: due, amount_adjusted: (invoice.amount_adjusted ?? 0) + total, adjustment_credit_notes: [...(invoice.adjustment_credit_notes ?? []), mention], ...(due === 0 && { status: 'paid', paid_at: now }) });
    emit(site, 'invoice_updated', { invoice: changed });
  } else {
    const changed = saveInvoice(site, { ...getInvoice(site, invoice.id), issued_credit_notes: [...(invoice.issued_credit_notes ?? []), mention] });
    emit(site, 'invoice_updated', { invoice: changed });
    changeCustomer(site, invoice.customer_id, { refundable_credits: getCustomer(site, invoice.customer_id).refundable_credits + total }, 'system');
  }
  emit(site, 'credit_note_created', { credit_note });
  return credit_note;
}

/** Uses what a customer has in credit for an invoice, the oldest first. */
export function takeCredits(site: Site, customerId: string, invoice: { id: string; total: number }): Invoice.AppliedCredit[] {
  const now = site.seconds();
  const taken: Invoice.AppliedCredit[] = [];
  let open = invoice.total;
  for (const note of site.store.creditNotes.all()) {
    const available = note.amount_available ?? 0;
    if (note.customer_id !== customerId || available === 0 || open === 0) continue;
    const applied_amount = Math.min(open, available);
    open -= applied_amount;
    const credit_note = site.store.creditNotes.put({
      ...note,
      amount_available: available - applied_amount,
      amount_allocated: (note.amount_allocated ?? 0) + applied_amount,
      status: available === applied_amount ? 'adjusted' : 'refund_due',
      allocations: [...(note.allocations ?? []), { invoice_id: invoice.id, allocated_amount: applied_amount, allocated_at: now, invoice_status: open === 0 ? 'paid' : 'payment_due' }],
      ...stamp(site),
    });
    emit(site, 'credit_note_updated', { credit_note });
    taken.push({ cn_id: note.id, applied_amount, applied_at: now, cn_status: credit_note.status, ...(note.reason_code && { cn_reason_code: note.reason_code }), ...(note.date !== undefined && { cn_date: note.date }) });
  }
  if (taken.length > 0) changeCustomer(site, customerId, { refundable_credits: getCustomer(site, customerId).refundable_credits - (invoice.total - open) }, 'system');
  return taken;
}
