import type { Customer, Invoice, Subscription, Transaction } from 'chargebee';
import { html } from 'hono/html';
import { testIbans } from '../bank/test-ibans.ts';
import { formatDay, formatInstant, formatMoney } from './format.ts';
import { hrefOf } from './href-of.ts';
import type { Payments } from './read-payments.ts';

/** One customer in full: accounts, subscriptions, invoices with what became of their debits. */
export function accountView(payments: Payments, customer: Customer) {
  const { say, sources, subscriptions, invoices } = payments;
  return html`<h2>${customer.company ?? customer.id}</h2>
<p class="soft">${customer.email ?? ''} <code>${customer.id}</code></p>
<h3>${say.subscriptions}</h3>
${subscriptions.length === 0 ? html`<p class="soft">${say.noSubscriptions}</p>` : html`<ul class="rows">${subscriptions.map((subscription) => subscriptionView(subscription, payments))}</ul>`}
<h3>${say.sources}</h3>
${sources.length === 0 ? html`<p class="soft">${say.noSources}</p>` : html`<ul class="rows">${sources.map((entry) => sourceView(entry, customer, payments))}</ul>`}
<h3>${say.invoices}</h3>
${invoices.length === 0 ? html`<p class="soft">${say.noInvoices}</p>` : html`<ul class="rows">${invoices.map(({ invoice, debits }) => invoiceView(invoice, debits, payments))}</ul>`}
${debitForm(customer, payments)}`;
}

function subscriptionView(subscription: Subscription, { say, language, itemName }: Payments) {
  const { status, subscription_items: items = [], trial_end: trialEnd, next_billing_at: nextBilling, cancelled_at: cancelledAt } = subscription;
  const plan = items.map(({ item_price_id: id, quantity = 1 }) => `${itemName(id)}${quantity > 1 ? ` × ${quantity}` : ''}`).join(', ');
  return html`<li><strong>${plan || subscription.id}</strong> <span class="tag ${status}">${say.subscriptionStates[status] ?? status}</span>
<span class="line">${status === 'in_trial' && trialEnd ? html`${say.trialEnds} ${formatInstant(trialEnd, language)} · ` : ''}${nextBilling ? html`${say.nextBilling} ${formatInstant(nextBilling, language)}` : ''}${cancelledAt ? html`${say.cancelsAt} ${formatDay(cancelledAt, language)}` : ''}</span></li>`;
}

function sourceView({ source, behaviour }: Payments['sources'][number], customer: Customer, { say, language }: Payments) {
  const meaning = testIbans.find((test) => test.behaviour === behaviour)?.meaning[language];
  const state = source.deleted ? say.removed : (say.sourceStates[source.status] ?? source.status);
  return html`<li${source.deleted ? html` class="gone"` : ''}><strong>${source.issuing_country ?? ''}•• •••• ${source.bank_account?.last4 ?? ''}</strong> <span class="tag ${source.deleted ? 'cancelled' : source.status}">${state}</span>
${source.id === customer.primary_payment_source_id ? html`<span class="tag in_trial">${say.primary}</span>` : ''}
<span class="line">${source.bank_account?.name_on_account ?? ''} · ${say.reference} ${source.bank_account?.mandate_id ?? '–'}${meaning ? ` · ${meaning}` : ''}</span></li>`;
}

function invoiceView(invoice: Invoice, debits: Transaction[], { say, language }: Payments) {
  const { id, status, date = 0, total, amount_due: due = 0, currency_code: currency } = invoice;
  return html`<li><strong>${formatMoney(total, currency, language)}</strong> <span class="tag ${status}">${say.invoiceStates[status] ?? status}</span>
<a href="/payments/invoices/${id}" target="_blank" rel="noopener">${id} (PDF)</a>
<span class="line">${formatDay(date, language)}${due > 0 ? ` · ${formatMoney(due, currency, language)} ${say.due}` : ''}</span>
${debits.map((debit) => html`<span class="line debit">${say.debit} ${formatInstant(debit.date ?? 0, language)} · <span class="${debit.status ?? ''}">${say.debitStates[debit.status ?? ''] ?? debit.status}</span>${debit.error_code ? ` (${debit.error_code})` : ''}</span>`)}</li>`;
}

function debitForm(customer: Customer, payments: Payments) {
  const { say, nextDebit } = payments;
  const back = hrefOf(payments);
  return html`<form method="post" action="/payments/debits" aria-label="${say.nextDebit}"><h3>${say.nextDebit} ${nextDebit ? '' : html`<span class="soft">${say.byAccount}</span>`}</h3>
<input type="hidden" name="customer" value="${customer.id}"><input type="hidden" name="back" value="${back}">
<p class="modes">${Object.entries(say.debitAs).map(([behaviour, text]) => html`<button name="behaviour" value="${behaviour}" aria-pressed="${String(nextDebit === behaviour)}">${text}</button>`)}
<button formaction="/payments/returns">${say.returnLast}</button></p>
${payments.sources.some(({ source }) => source.id === customer.primary_payment_source_id) ? html`<h3>${say.mandate}</h3><p class="modes">${Object.entries(say.lapses).map(([status, text]) => html`<button name="status" value="${status}" formaction="/payments/lapses">${text}</button>`)}</p>` : ''}</form>`;
}
