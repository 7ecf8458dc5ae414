import type { Invoice, Subscription } from 'chargebee';
import { takeCredits } from './credit-notes.ts';
import { getCustomer } from './customers.ts';
import { startDebit } from './debits.ts';
import { emit } from './emit.ts';
import { saveInvoice } from './invoice-records.ts';
import type { Lines } from './line-items.ts';
import type { Site } from './site.ts';

/**
 * Writes the invoice of a term, pays it from credits as far as they go, and sends for the rest. It is `payment_due` as long as a
 * debit runs. Source: support.chargebee.com, article 247809.
 */
export function issueInvoice(site: Site, subscription: Subscription, lines: Lines): Invoice {
  const customer = getCustomer(site, subscription.customer_id);
  const state = site.state();
  site.store.site.put({ ...state, lastInvoiceNumber: state.lastInvoiceNumber + 1 });
  const now = site.seconds();
  const id = `INV-${1001 + state.lastInvoiceNumber}`;
  const credits = takeCredits(site, customer.id, { id, total: lines.total });
  const applied = credits.reduce((sum, { applied_amount }) => sum + applied_amount, 0);
  const due = lines.total - applied;
  const invoice = saveInvoice(site, {
    id,
    customer_id: customer.id,
    subscription_id: subscription.id,
    recurring: true,
    status: due > 0 ? 'payment_due' : 'paid',
    date: now,
    due_date: now,
    generated_at: now,
    net_term_days: 0,
    price_type: 'tax_exclusive',
    exchange_rate: 1,
    currency_code: subscription.currency_code,
    ...(customer.vat_number !== undefined && { vat_number: customer.vat_number }),
    ...lines,
    amount_due: due,
    amount_paid: 0,
    amount_adjusted: 0,
    write_off_amount: 0,
    credits_applied: applied,
    ...(due === 0 && { paid_at: now }),
    first_invoice: !site.store.invoices.all().some((other) => other.subscription_id === subscription.id),
    has_advance_charges: false,
    term_finalized: true,
    is_gifted: false,
    round_off_amount: 0,
    linked_payments: [],
    applied_credits: credits,
    adjustment_credit_notes: [],
    issued_credit_notes: [],
    dunning_attempts: [],
    ...(customer.billing_address && { billing_address: customer.billing_address }),
    channel: 'web',
    deleted: false,
  } satisfies Invoice);
  emit(site, 'invoice_generated', { invoice });
  const collects = (subscription.auto_collection ?? customer.auto_collection) === 'on';
  return due > 0 && collects ? startDebit(site, invoice).invoice : invoice;
}
