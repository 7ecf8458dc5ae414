import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import type { BillingAccount, BillingInvoice } from '@meldewerk/contract/billing';
import { css, html, LitElement, nothing } from 'lit';
import { ActionController } from '../../action-controller.ts';
import { failureCallout } from '../../callouts.ts';
import { fetchInvoices } from '../../data/invoices.ts';
import { LoadController } from '../../load-controller.ts';
import { setPageTitle } from '../../page-title.ts';
import { pageStyles } from '../../styles/page.ts';
import './invoice-rows.ts';

/** All invoices, newest first, a page at a time. */
export class InvoicesPage extends LitElement {
  static override properties = { account: { attribute: false }, older: { state: true }, next: { state: true } };
  declare account: BillingAccount;
  declare older: BillingInvoice[];
  /** Undefined until more were loaded. */
  declare next: string | null | undefined;

  readonly #first = new LoadController(this, () => fetchInvoices(this.account.tenantId));
  readonly #loadingMore = new ActionController(this);

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.older = [];
  }

  static override styles = [
    pageStyles,
    css`
      .empty { display: grid; justify-items: center; gap: 0.5rem; padding: 2rem 1rem; text-align: center; }
      .empty wa-icon { font-size: 1.75rem; color: var(--wa-color-text-quiet); }
      .card:not(.empty) { padding-block: 0.4rem; }
      .buttons { justify-content: center; }
    `,
  ];

  override render() {
    setPageTitle(msg('Rechnungen', { id: 'nav.invoices' }));
    return html`
      <div class="head">
        <h1>${msg('Rechnungen', { id: 'nav.invoices' })}</h1>
        <p class="lead quiet">${msg('Jede Rechnung kommt auch als PDF an Ihre Buchhaltungsadresse.', { id: 'invoices.lead' })}</p>
      </div>
      ${this.#content()}
    `;
  }

  #content() {
    const first = this.#first.value;
    if (this.#first.failure) return html`${failureCallout(this.#first.failure)}<div class="buttons"><wa-button appearance="outlined" @click=${this.#first.load}>${msg('Erneut versuchen', { id: 'message.retry' })}</wa-button></div>`;
    if (!first) return html`<div class="skeleton" role="status"><span class="visually-hidden">${msg('Die Rechnungen werden geladen.', { id: 'invoices.loading' })}</span><i></i><i></i></div>`;
    if (first.invoices.length === 0) {
      return html`<section class="card empty"><wa-icon name="inbox"></wa-icon><h2>${msg('Noch keine Rechnung', { id: 'invoices.empty' })}</h2><p class="quiet">${msg('Die erste erscheint hier, sobald sie geschrieben ist.', { id: 'invoices.emptyText' })}</p></section>`;
    }
    const next = this.next === undefined ? first.next : this.next;
    return html`
      <section class="card"><invoice-rows tenantid=${this.account.tenantId} .invoices=${[...first.invoices, ...this.older]}></invoice-rows></section>
      ${failureCallout(this.#loadingMore.failure)}
      ${next ? html`<div class="buttons"><wa-button appearance="outlined" ?loading=${this.#loadingMore.running} @click=${() => this.#loadMore(next)}>${msg('Ältere laden', { id: 'invoices.more' })}</wa-button></div>` : nothing}
    `;
  }

  #loadMore(before: string) {
    return this.#loadingMore.run(async () => {
      const { invoices, next } = await fetchInvoices(this.account.tenantId, before);
      this.older = [...this.older, ...invoices];
      this.next = next;
    });
  }
}

customElements.define('invoices-page', InvoicesPage);
