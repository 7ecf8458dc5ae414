import type { Invoice, PaymentSource } from 'chargebee';
import { html } from 'hono/html';
import { frameView } from './frame-view.ts';
import { type PagesLanguage, pagesTexts } from './texts.ts';

type Portal = { language: PagesLanguage; company: string; primaryId: string | undefined; sources: PaymentSource[]; invoices: Invoice[] };

/** The customer's own account at the vendor: bank accounts and invoices. */
export function portalView({ language, company, primaryId, sources, invoices }: Portal) {
  const say = pagesTexts[language];
  return frameView({
    language,
    title: say.portalTitle,
    body: html`${company ? html`<p class="for">${say.for} <strong>${company}</strong></p>` : ''}
<section aria-labelledby="accounts"><h2 id="accounts">${say.accounts}</h2>
${sources.length === 0 ? html`<p>${say.noAccounts}</p>` : html`<ul class="accounts">${sources.map((source) => accountView(source, source.id === primaryId, language))}</ul>`}
<p><a class="button" href="/chargebee/portal/v2/new">${say.addAccount}</a></p></section>
<section aria-labelledby="invoices"><h2 id="invoices">${say.invoices}</h2>
${invoices.length === 0 ? html`<p>${say.noInvoices}</p>` : html`<ul class="invoices">${invoices.map((invoice) => invoiceView(invoice, language))}</ul>`}</section>
<form method="post" action="/chargebee/portal/v2/logout"><p class="buttons"><button>${say.leave}</button></p></form>`,
  });
}

function accountView(source: PaymentSource, isPrimary: boolean, language: PagesLanguage) {
  const say = pagesTexts[language];
  const account = source.bank_account;
  const path = `/chargebee/portal/v2/payment_sources/${source.id}`;
  return html`<li><div><strong class="iban">${source.issuing_country ?? ''}•• •••• ${account?.last4 ?? ''}</strong> ${isPrimary ? html`<span class="tag">${say.primary}</span>` : ''}
<span class="soft">${account?.name_on_account ?? ''} · ${account?.bank_name ?? ''} · ${say.sourceStates[source.status] ?? source.status}</span>
<span class="soft">${say.reference} ${account?.mandate_id ?? '–'}</span></div>
<form method="post">${isPrimary ? '' : html`<button formaction="${path}/primary">${say.makePrimary}</button>`}<button formaction="${path}/removal">${say.remove}</button></form></li>`;
}

function invoiceView(invoice: Invoice, language: PagesLanguage) {
  const say = pagesTexts[language];
  const date = new Date((invoice.date ?? 0) * 1000).toLocaleDateString(language, { timeZone: 'Europe/Berlin', day: '2-digit', month: '2-digit', year: 'numeric' });
  const total = ((invoice.total ?? 0) / 100).toLocaleString(language, { style: 'currency', currency: invoice.currency_code });
  return html`<li><a href="/chargebee/portal/v2/invoices/${invoice.id}">${invoice.id} (PDF)</a> <span>${date}</span> <span>${total}</span> <span class="soft">${say.invoiceStates[invoice.status] ?? invoice.status}</span></li>`;
}
