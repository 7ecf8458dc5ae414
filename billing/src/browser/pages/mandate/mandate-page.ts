import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { BillingAccount, BillingMandate } from '@meldewerk/contract/billing';
import { css, html, LitElement, nothing } from 'lit';
import { ActionController } from '../../action-controller.ts';
import { failureCallout } from '../../callouts.ts';
import { download } from '../../data/download.ts';
import { fetchMandates, mandatePdfUrl } from '../../data/mandates.ts';
import { formatDay } from '../../format.ts';
import { LoadController } from '../../load-controller.ts';
import { setPageTitle } from '../../page-title.ts';
import { paths } from '../../router.ts';
import { mandateMark } from '../../state-words.ts';
import { pageStyles } from '../../styles/page.ts';
import { mandateFacts } from './mandate-facts.ts';

/** The mandate in force, how it is changed, and those before it. */
export class MandatePage extends LitElement {
  static override properties = { account: { attribute: false } };
  declare account: BillingAccount;

  readonly #mandates = new LoadController(this, () => fetchMandates(this.account.tenantId));
  readonly #saving = new ActionController(this);

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  static override styles = [
    pageStyles,
    css`
      .history { display: grid; margin-top: 0.6rem; }
      .history li { display: flex; flex-wrap: wrap; gap: 0.35rem 1rem; align-items: center; justify-content: space-between; padding: 0.8rem 0; }
      .history li + li { border-top: 1px solid var(--wa-color-surface-border); }
      .history .what { display: grid; min-width: 0; overflow-wrap: anywhere; }
      .skeleton i { height: 4rem; margin-top: 0.6rem; }
    `,
  ];

  override render() {
    const { mandate, workshop } = this.account;
    setPageTitle(msg('Bankverbindung', { id: 'nav.mandate' }));
    return html`
      <div class="head">
        <h1>${msg('Bankverbindung', { id: 'nav.mandate' })}</h1>
        <p class="lead quiet">${msg('Von diesem Konto buchen wir Ihre Rechnungen ab. Jede Abbuchung kündigen wir vorher an.', { id: 'mandate.lead' })}</p>
      </div>
      <div class="stack">
        <section class="card" aria-labelledby="current">
          <h2 id="current">${msg('SEPA-Lastschriftmandat', { id: 'setup.mandateHeading' })}</h2>
          <div class="gap">${mandate ? mandateFacts(mandate) : html`<p class="quiet">${msg('Es ist noch kein Mandat erteilt.', { id: 'mandate.none' })}</p>`}</div>
          ${failureCallout(this.#saving.failure)}
          <div class="buttons">
            <wa-button variant="brand" href=${paths.of(workshop.slug, 'mandate-change')}>${mandate ? msg('IBAN oder Konto ändern', { id: 'mandate.change' }) : msg('Mandat erteilen', { id: 'mandate.give' })}</wa-button>
            ${mandate?.hasDocument ? this.#document(mandate) : nothing}
          </div>
        </section>
        <section class="card" aria-labelledby="history"><h2 id="history">${msg('Frühere Mandate', { id: 'mandate.history' })}</h2>${this.#history()}</section>
        <p class="quiet small">${msg('Einer Abbuchung können Sie bei Ihrer Bank innerhalb von acht Wochen widersprechen.', { id: 'mandate.refund' })}</p>
      </div>
    `;
  }

  #history() {
    if (this.#mandates.failure) return html`${failureCallout(this.#mandates.failure)}<div class="buttons"><wa-button size="s" appearance="outlined" @click=${this.#mandates.load}>${msg('Erneut versuchen', { id: 'message.retry' })}</wa-button></div>`;
    if (!this.#mandates.value) return html`<div class="skeleton" role="status"><span class="visually-hidden">${msg('Wird geladen.', { id: 'app.loading' })}</span><i></i></div>`;
    const earlier = this.#mandates.value.filter(({ id }) => id !== this.account.mandate?.id);
    if (earlier.length === 0) return html`<p class="quiet gap">${msg('Es gibt keine.', { id: 'mandate.noHistory' })}</p>`;
    return html`<ul class="history">${earlier.map((mandate) => html`<li>
      <span class="what"><span class="numbers">${mandate.maskedIban ?? msg('ohne IBAN', { id: 'mandate.noIban' })}</span><span class="quiet small">${[mandate.reference, mandate.givenAt && formatDay(mandate.givenAt)].filter(Boolean).join(' · ')}</span></span>
      ${mandateMark(mandate.state)}
      ${mandate.hasDocument ? this.#document(mandate) : nothing}
    </li>`)}</ul>`;
  }

  #document(mandate: BillingMandate) {
    const name = mandate.reference ?? mandate.id.slice(0, 8);
    return html`<wa-button size="s" appearance="outlined" ?disabled=${this.#saving.running} @click=${() => this.#saving.run(() => download(mandatePdfUrl(this.account.tenantId, mandate.id), `${msg('SEPA-Mandat', { id: 'return.title' })} ${name}.pdf`))}>
      <wa-icon slot="start" name="download"></wa-icon>${msg('PDF', { id: 'pdf.short' })}<span class="visually-hidden"> ${msg(str`Mandat ${name}`, { id: 'mandate.pdfOf' })}</span>
    </wa-button>`;
  }
}

customElements.define('mandate-page', MandatePage);
