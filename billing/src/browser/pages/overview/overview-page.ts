import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { BillingAccount } from '@meldewerk/contract/billing';
import { css, html, LitElement, nothing } from 'lit';
import { failureCallout } from '../../callouts.ts';
import { fetchInvoices } from '../../data/invoices.ts';
import { formatLongDay, formatMoney } from '../../format.ts';
import { LoadController } from '../../load-controller.ts';
import { setPageTitle } from '../../page-title.ts';
import { plusVat } from '../../plan-words.ts';
import { paths } from '../../router.ts';
import { mandateMark } from '../../state-words.ts';
import { pageStyles } from '../../styles/page.ts';
import '../invoices/invoice-rows.ts';
import { standingOf } from './standing.ts';

/** How it stands, what is debited next, and from where. */
export class OverviewPage extends LitElement {
  static override properties = { account: { attribute: false } };
  declare account: BillingAccount;

  readonly #invoices = new LoadController(this, () => fetchInvoices(this.account.tenantId));

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  static override styles = [
    pageStyles,
    css`
      .standing { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0.2rem 1rem; border-inline-start: 5px solid var(--tone); }
      .standing > wa-icon { display: grid; place-items: center; width: 2.5rem; height: 2.5rem; border-radius: 50%; background: var(--tone); color: #fff; font-size: 1.2rem; }
      .standing h2 { padding-top: 0.35rem; font-size: 1.25rem; overflow-wrap: anywhere; }
      .standing .text { display: grid; gap: 0.5rem; grid-column: 2; max-width: 40rem; }
      .standing .buttons { grid-column: 2; }
      .good { --tone: #1a7f45; }
      .waiting { --tone: #8a5a00; }
      .bad { --tone: #b3261e; }
      .quiet-tone { --tone: #5a626d; }
      .side { display: grid; gap: 0.35rem; align-content: start; height: 100%; }
      .side h2, .title h2 { font-size: var(--wa-font-size-s); font-weight: 600; color: var(--wa-color-text-quiet); }
      .side .more { margin-top: 0.5rem; }
      .sides { align-items: stretch; }
      .title { display: flex; flex-wrap: wrap; gap: 0 1rem; justify-content: space-between; align-items: center; }
      .skeleton i { height: 3rem; margin-top: 0.6rem; }
      @media (max-width: 30rem) {
        .standing .text, .standing .buttons { grid-column: 1 / -1; }
        .standing .text { margin-top: 0.5rem; }
      }
    `,
  ];

  override render() {
    const standing = standingOf(this.account);
    setPageTitle(msg('Übersicht', { id: 'nav.overview' }));
    return html`
      <h1 class="visually-hidden">${msg('Übersicht', { id: 'nav.overview' })}</h1>
      <div class="stack">
        <section class="card standing ${standing.tone === 'quiet' ? 'quiet-tone' : standing.tone}" aria-labelledby="standing">
          <wa-icon name=${standing.icon}></wa-icon>
          <h2 id="standing">${standing.title}</h2>
          <div class="text">${standing.text.filter(Boolean).map((text) => html`<p>${text}</p>`)}</div>
          ${standing.action ? html`<div class="buttons"><wa-button variant=${standing.tone === 'bad' ? 'brand' : 'neutral'} appearance=${standing.tone === 'bad' ? 'accent' : 'outlined'} href=${standing.action.href}>${standing.action.label}</wa-button></div>` : nothing}
        </section>
        <div class="sides">${this.#next()}${this.#mandate()}</div>
        <section class="card" aria-labelledby="invoices">
          <div class="title"><h2 id="invoices">${msg('Letzte Rechnungen', { id: 'overview.invoices' })}</h2><a class="more" href=${paths.of(this.account.workshop.slug, 'invoices')}>${msg('Alle Rechnungen', { id: 'overview.allInvoices' })}</a></div>
          ${this.#lastInvoices()}
        </section>
      </div>
    `;
  }

  #next() {
    const { subscription, workshop } = this.account;
    if (!subscription) return nothing;
    const { nextBillingAt, trialEndsAt, cancelsAt, unitAmountCents, quantity, currency, planName } = subscription;
    const ends = cancelsAt !== null || subscription.status === 'cancelled';
    const at = ends ? null : (nextBillingAt ?? trialEndsAt);
    return html`<section class="card side" aria-labelledby="next">
      <h2 id="next">${msg('Nächste Rechnung', { id: 'overview.next' })}</h2>
      ${at
        ? html`<p class="amount">${formatMoney(unitAmountCents * quantity, currency)}</p><p>${msg(str`am ${formatLongDay(at)}`, { id: 'overview.on' })} <span class="quiet small">${plusVat()}</span></p><p class="quiet small">${msg('Wir buchen sie per Lastschrift ab und kündigen das vorher an.', { id: 'overview.announced' })}</p>`
        : html`<p class="amount">–</p><p class="quiet">${msg('Es kommt keine weitere.', { id: 'overview.noNext' })}</p>`}
      <p class="quiet small">${quantity} × ${planName}</p>
      <a class="more" href=${paths.of(workshop.slug, 'plan')}>${msg('Tarif ansehen oder ändern', { id: 'overview.plan' })}</a>
    </section>`;
  }

  #mandate() {
    const { mandate, workshop } = this.account;
    return html`<section class="card side" aria-labelledby="mandate">
      <h2 id="mandate">${msg('Bankverbindung', { id: 'nav.mandate' })}</h2>
      ${mandate
        ? html`<p class="amount">${mandate.maskedIban ?? '–'}</p><p>${mandateMark(mandate.state)}</p><p class="quiet small">${mandate.reference ? msg(str`Mandatsreferenz ${mandate.reference}`, { id: 'overview.reference' }) : nothing}</p>`
        : html`<p class="amount">–</p><p class="quiet">${msg('Es ist noch kein Mandat erteilt.', { id: 'mandate.none' })}</p>`}
      <a class="more" href=${paths.of(workshop.slug, 'mandate')}>${msg('Mandat ansehen oder ändern', { id: 'overview.mandate' })}</a>
    </section>`;
  }

  #lastInvoices() {
    if (this.#invoices.failure) return html`${failureCallout(this.#invoices.failure)}<div class="buttons"><wa-button size="s" appearance="outlined" @click=${this.#invoices.load}>${msg('Erneut versuchen', { id: 'message.retry' })}</wa-button></div>`;
    if (!this.#invoices.value) return html`<div class="skeleton" role="status"><span class="visually-hidden">${msg('Die Rechnungen werden geladen.', { id: 'invoices.loading' })}</span><i></i></div>`;
    const { invoices } = this.#invoices.value;
    if (invoices.length === 0) return html`<p class="quiet gap">${msg('Die erste erscheint hier, sobald sie geschrieben ist.', { id: 'invoices.emptyText' })}</p>`;
    return html`<invoice-rows tenantid=${this.account.tenantId} .invoices=${invoices.slice(0, 3)}></invoice-rows>`;
  }
}

customElements.define('overview-page', OverviewPage);
