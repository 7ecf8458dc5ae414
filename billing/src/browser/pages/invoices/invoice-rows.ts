import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { BillingInvoice } from '@meldewerk/contract/billing';
import { debitFailureWords } from '@meldewerk/contract/debit-failure';
import { css, html, LitElement, nothing } from 'lit';
import { ActionController } from '../../action-controller.ts';
import { failureCallout } from '../../callouts.ts';
import { download } from '../../data/download.ts';
import { invoicePdfUrl } from '../../data/invoices.ts';
import { formatDay, formatMoney, unbroken } from '../../format.ts';
import { currentLanguage } from '../../locale.ts';
import { debitMark } from '../../state-words.ts';
import { pageStyles } from '../../styles/page.ts';

/** Invoices with what became of each debit, and their PDF. */
export class InvoiceRows extends LitElement {
  static override properties = { tenantId: { type: String }, invoices: { attribute: false }, fetching: { state: true } };
  declare tenantId: string;
  declare invoices: BillingInvoice[];
  declare fetching: string | undefined;

  readonly #downloading = new ActionController(this);

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.invoices = [];
  }

  static override styles = [
    pageStyles,
    css`
      li { display: grid; grid-template: 'what debit total pdf' / minmax(0, 1fr) minmax(0, 1.4fr) auto auto; gap: 0.2rem 1.25rem; align-items: center; padding: 0.9rem 0; }
      li + li { border-top: 1px solid var(--wa-color-surface-border); }
      .what { grid-area: what; display: grid; min-width: 0; overflow-wrap: anywhere; }
      .what strong { font-weight: 600; }
      .debit { grid-area: debit; display: grid; gap: 0.1rem; min-width: 0; }
      .total { grid-area: total; font-weight: 650; font-variant-numeric: tabular-nums; text-align: end; white-space: nowrap; }
      wa-button { grid-area: pdf; }
      @media (max-width: 40rem) {
        li { grid-template: 'what total' 'debit pdf' / minmax(0, 1fr) auto; gap: 0.5rem 1rem; }
        .total { align-self: start; }
      }
    `,
  ];

  override render() {
    return html`
      <ul>${this.invoices.map((invoice) => this.#row(invoice))}</ul>
      ${failureCallout(this.#downloading.failure)}
    `;
  }

  #row(invoice: BillingInvoice) {
    const { id, issuedAt, totalCents, currency } = invoice;
    return html`<li>
      <span class="what"><strong>${formatDay(issuedAt)}</strong><span class="quiet small">${msg(str`Nr. ${id}`, { id: 'invoice.number' })}</span></span>
      <span class="total">${formatMoney(totalCents, currency)}</span>
      <wa-button size="s" appearance="outlined" ?loading=${this.fetching === id} @click=${() => this.#fetch(id)}><wa-icon slot="start" name="download"></wa-icon>${msg('PDF', { id: 'pdf.short' })}<span class="visually-hidden"> ${msg(str`Rechnung ${id}`, { id: 'invoice.pdfOf' })}</span></wa-button>
      <span class="debit small">${debitMark(invoice)}${about(invoice)}</span>
    </li>`;
  }

  async #fetch(id: string) {
    if (this.#downloading.running) return;
    this.fetching = id;
    await this.#downloading.run(() => download(invoicePdfUrl(this.tenantId, id), `${msg('Rechnung', { id: 'invoice.fileName' })} ${id}.pdf`));
    this.fetching = undefined;
  }
}

/** When, from which account, and why not. */
function about({ debit, status, totalCents, currency }: BillingInvoice) {
  if (status === 'voided') return nothing;
  const day = debit.at ? formatDay(debit.at) : null;
  const account = debit.maskedIban ? msg(str`von ${unbroken(debit.maskedIban)}`, { id: 'invoice.from' }) : null;
  const when = day && (debit.state === 'announced' ? msg(str`am ${day}`, { id: 'invoice.on' }) : day);
  const reason = debit.state === 'failed' || debit.state === 'returned' ? debitFailureWords(debit.failureCode, currentLanguage()).reason : null;
  const amount = debit.amountCents !== null && debit.amountCents !== totalCents ? formatMoney(debit.amountCents, currency) : null;
  const line = [amount, when, account].filter(Boolean).join(' ');
  return html`${line ? html`<span class="quiet">${line}</span>` : nothing}${reason ? html`<span>${reason}</span>` : nothing}`;
}

customElements.define('invoice-rows', InvoiceRows);
