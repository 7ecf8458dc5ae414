import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import type { BillingAccount, Usage } from '@meldewerk/contract/billing';
import { barStyles, columns } from '@meldewerk/shell/bars';
import { css, html, LitElement, nothing } from 'lit';
import { failureCallout } from '../../callouts.ts';
import { fetchUsage } from '../../data/accounts.ts';
import { formatMonth, formatNumber } from '../../format.ts';
import { LoadController } from '../../load-controller.ts';
import { setPageTitle } from '../../page-title.ts';
import { pageStyles } from '../../styles/page.ts';

/** What the workshop does with what it pays for. */
export class UsagePage extends LitElement {
  static override properties = { account: { attribute: false } };
  declare account: BillingAccount;

  readonly #usage = new LoadController(this, () => fetchUsage(this.account.tenantId));

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  static override styles = [
    pageStyles,
    barStyles,
    css`
      .numbers-now { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(8.5rem, 100%), 1fr)); gap: 1.1rem; }
      .numbers-now .card { display: grid; gap: 0.2rem; }
      .numbers-now dt { color: var(--wa-color-text-quiet); font-size: var(--wa-font-size-s); }
      @media (max-width: 40rem) {
        .numbers-now { grid-template-columns: minmax(0, 1fr); gap: 0.6rem; }
        .numbers-now .card { grid-template-columns: minmax(0, 1fr) auto; align-items: center; padding-block: 0.7rem; }
      }
      @media (max-width: 26rem) {
        .columns .short { font-size: 0.625rem; }
      }
      .chart { margin-top: 1rem; }
      table { width: 100%; margin-top: 0.6rem; border-collapse: collapse; font-variant-numeric: tabular-nums; }
      caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      th, td { padding: 0.6rem 0; text-align: start; vertical-align: bottom; }
      :is(th, td) + :is(th, td) { padding-inline-start: 1rem; text-align: end; }
      thead th { color: var(--wa-color-text-quiet); font-size: var(--wa-font-size-s); font-weight: 500; }
      tbody th { font-weight: 500; white-space: nowrap; }
      tbody tr { border-top: 1px solid var(--wa-color-surface-border); }
    `,
  ];

  override render() {
    setPageTitle(msg('Nutzung', { id: 'nav.usage' }));
    return html`
      <div class="head">
        <h1>${msg('Nutzung', { id: 'nav.usage' })}</h1>
        <p class="lead quiet">${msg('Was Ihre Werkstatt mit Meldewerk tut, Monat für Monat.', { id: 'usage.lead' })}</p>
      </div>
      ${this.#content()}
    `;
  }

  #content() {
    if (this.#usage.failure) return html`${failureCallout(this.#usage.failure)}<div class="buttons"><wa-button appearance="outlined" @click=${this.#usage.load}>${msg('Erneut versuchen', { id: 'message.retry' })}</wa-button></div>`;
    if (!this.#usage.value) return html`<div class="skeleton" role="status"><span class="visually-hidden">${msg('Wird geladen.', { id: 'app.loading' })}</span><i></i><i></i></div>`;
    const { months, staffCount } = this.#usage.value;
    const [current] = months;
    return html`
      <div class="stack">
        <dl class="numbers-now">
          <div class="card"><dt>${msg('Meldungen in diesem Monat', { id: 'usage.submitted' })}</dt><dd class="amount">${formatNumber(current?.submittedCount ?? 0)}</dd></div>
          <div class="card"><dt>${msg('Verschickte Links in diesem Monat', { id: 'usage.links' })}</dt><dd class="amount">${formatNumber(current?.linkCount ?? 0)}</dd></div>
          <div class="card"><dt>${msg('Personen im Team', { id: 'usage.staff' })}</dt><dd class="amount">${formatNumber(staffCount)}</dd></div>
        </dl>
        <section class="card" aria-labelledby="months">
          <h2 id="months">${msg('Eingegangene Meldungen je Monat', { id: 'usage.perMonth' })}</h2>
          ${months.some(({ submittedCount }) => submittedCount > 0) ? html`<div class="chart" aria-hidden="true">${chart(months)}</div>` : nothing}
          ${table(months)}
        </section>
      </div>
    `;
  }
}

/** Oldest first, as time runs; the table below has the same numbers for everybody. */
function chart(months: Usage['months']) {
  return columns(months.toReversed().map(({ month, submittedCount }) => ({ label: '', short: formatMonth(month, 'short'), count: submittedCount })));
}

function table(months: Usage['months']) {
  return html`<table>
    <caption>${msg('Nutzung je Monat', { id: 'usage.table' })}</caption>
    <thead><tr><th scope="col">${msg('Monat', { id: 'usage.month' })}</th><th scope="col">${msg('Meldungen', { id: 'usage.reports' })}</th><th scope="col">${msg('Links', { id: 'usage.linksShort' })}</th></tr></thead>
    <tbody>${months.map(({ month, submittedCount, linkCount }) => html`<tr><th scope="row">${formatMonth(month, 'long')}</th><td>${formatNumber(submittedCount)}</td><td>${formatNumber(linkCount)}</td></tr>`)}</tbody>
  </table>`;
}

customElements.define('usage-page', UsagePage);
