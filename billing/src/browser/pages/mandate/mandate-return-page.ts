import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import type { BillingAccount, BillingSession } from '@meldewerk/contract/billing';
import { navigate } from '@meldewerk/shell/navigation';
import { hasStatus } from '@meldewerk/shell/error-text';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { accountState, openAccount, reloadAccount } from '../../account.ts';
import { ActionController } from '../../action-controller.ts';
import { failureCallout } from '../../callouts.ts';
import { setPageTitle } from '../../page-title.ts';
import { paths } from '../../router.ts';
import { pageStyles } from '../../styles/page.ts';
import { askOnce, awaitEnrollment, type Outcome } from './await-enrollment.ts';
import './enrollment-outcome.ts';
import { tenantOfEnrollment } from './kept-enrollment.ts';

/** Where the vendor leads back to. What its address says of success is not believed: the server asks. */
export class MandateReturnPage extends LitElement {
  static override properties = { enrollmentId: { type: String }, search: { type: String }, session: { attribute: false }, outcome: { state: true } };
  declare enrollmentId: string;
  declare search: string;
  declare session: BillingSession;
  declare outcome: Outcome | undefined;

  readonly #asking = new ActionController(this);
  readonly #left = new AbortController();
  #tenantId: string | undefined;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  static override styles = [
    pageStyles,
    css`
      :host { max-width: 40rem; margin: 0 auto; }
      .waiting { display: flex; gap: 0.9rem; align-items: center; }
      .turning { flex: none; width: 1.6rem; height: 1.6rem; border: 3px solid var(--wa-color-surface-border); border-top-color: var(--accent); border-radius: 50%; animation: turn 0.8s linear infinite; }
      @keyframes turn { to { transform: rotate(1turn); } }
      @media (prefers-reduced-motion: reduce) { .turning { animation-duration: 4s; } }
      h1 { margin-bottom: 1.25rem; }
    `,
  ];

  override connectedCallback() {
    super.connectedCallback();
    void this.updateComplete.then(() => this.#ask());
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#left.abort();
  }

  override render() {
    setPageTitle(msg('SEPA-Mandat', { id: 'return.title' }));
    return html`<h1>${msg('SEPA-Lastschriftmandat', { id: 'setup.mandateHeading' })}</h1><section class="card">${this.#content()}</section>`;
  }

  #content(): TemplateResult {
    if (this.#asking.failure) {
      return html`${failureCallout(this.#asking.failure)}<div class="buttons">
        <wa-button variant="brand" @click=${() => this.#ask()}>${msg('Erneut versuchen', { id: 'message.retry' })}</wa-button>
        <wa-button appearance="outlined" href=${paths.start}>${msg('Zur Übersicht', { id: 'message.toOverview' })}</wa-button></div>`;
    }
    const account = this.#account();
    if (this.outcome && account) {
      if (this.outcome.state !== 'completed' && this.#wasCancelled()) return this.#cancelled(account);
      return html`<enrollment-outcome .account=${account} .outcome=${this.outcome} .again=${() => this.#again(account)}></enrollment-outcome>`;
    }
    return html`<div class="waiting" role="status"><span class="turning"></span><p>${msg('Einen Moment: Wir fragen beim Zahlungsdienstleister nach, ob alles geklappt hat.', { id: 'return.waiting' })}</p></div>`;
  }

  #cancelled(account: BillingAccount) {
    return html`
      <div role="status"><h2>${msg('Sie haben abgebrochen', { id: 'return.cancelled' })}</h2>
      <p class="lead quiet">${msg('Es wurde kein Mandat erteilt und nichts geändert. Sie können jederzeit neu beginnen.', { id: 'return.cancelledText' })}</p></div>
      <div class="buttons">
        <wa-button variant="brand" @click=${() => this.#again(account)}>${msg('Noch einmal versuchen', { id: 'outcome.again' })}</wa-button>
        <wa-button appearance="outlined" href=${paths.of(account.workshop.slug, 'overview')}>${msg('Zur Übersicht', { id: 'message.toOverview' })}</wa-button>
      </div>`;
  }

  #ask() {
    return this.#asking.run(async () => {
      this.#tenantId = await this.#findTenant();
      const outcome = this.#wasCancelled() ? await askOnce(this.#tenantId, this.enrollmentId) : await awaitEnrollment(this.#tenantId, this.enrollmentId, this.#left.signal);
      openAccount(this.#tenantId);
      await reloadAccount();
      this.outcome = outcome;
    });
  }

  /** The address names no workshop; in another browser than the one that went there the server says whose it is. */
  async #findTenant(): Promise<string> {
    const kept = tenantOfEnrollment(this.enrollmentId);
    if (kept && this.session.accounts.some(({ tenantId }) => tenantId === kept)) return kept;
    let lastError: unknown;
    for (const { tenantId } of this.session.accounts) {
      try {
        await askOnce(tenantId, this.enrollmentId);
        return tenantId;
      } catch (error) {
        if (!hasStatus(error, 404)) throw error;
        lastError = error;
      }
    }
    throw lastError;
  }

  #wasCancelled(): boolean {
    return new URLSearchParams(this.search).get('state') === 'cancelled';
  }

  #account(): BillingAccount | undefined {
    const state = accountState();
    return state.kind === 'open' && state.account.tenantId === this.#tenantId ? state.account : undefined;
  }

  #again({ state, workshop }: BillingAccount) {
    navigate(state === 'setup' ? `${paths.of(workshop.slug, 'setup')}?step=mandate` : paths.of(workshop.slug, 'mandate-change'));
  }
}

customElements.define('mandate-return-page', MandateReturnPage);
