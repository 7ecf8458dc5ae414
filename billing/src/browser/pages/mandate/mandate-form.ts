import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import type { BillingAccount, Enrollment, MandateRoute } from '@meldewerk/contract/billing';
import { css, html, LitElement, nothing } from 'lit';
import { ActionController } from '../../action-controller.ts';
import { failureCallout } from '../../callouts.ts';
import { startEnrollment } from '../../data/mandates.ts';
import { currentLanguage } from '../../locale.ts';
import { pageStyles } from '../../styles/page.ts';
import type { Outcome } from './await-enrollment.ts';
import './enrollment-outcome.ts';
import './hosted-mandate.ts';
import './inline-mandate.ts';

/** Gives a mandate, the first or one that takes the old one's place, by one of the ways this installation offers. */
export class MandateForm extends LitElement {
  static override properties = { account: { attribute: false }, way: { state: true }, enrollment: { state: true }, outcome: { state: true } };
  declare account: BillingAccount;
  declare way: MandateRoute | undefined;
  declare enrollment: Enrollment | undefined;
  declare outcome: Outcome | undefined;

  readonly #starting = new ActionController(this);

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  static override styles = [
    pageStyles,
    css`
      .other { margin-top: 1.25rem; padding-top: 1rem; border-top: 1px solid var(--wa-color-surface-border); }
      .other button { min-height: 1.75rem; padding: 0; border: 0; background: none; color: var(--wa-color-text-link); font: inherit; font-size: var(--wa-font-size-s); text-align: start; text-decoration: underline; text-underline-offset: 0.2em; cursor: pointer; }
      .skeleton i { height: 3rem; }
    `,
  ];

  override connectedCallback() {
    super.connectedCallback();
    if (!this.enrollment) void this.updateComplete.then(() => this.#start(this.account.routes[0] ?? 'hosted'));
  }

  override render() {
    if (this.outcome) return html`<enrollment-outcome .account=${this.account} .outcome=${this.outcome} .again=${() => this.#again()}></enrollment-outcome>`;
    if (this.#starting.failure && !this.enrollment) {
      return html`${failureCallout(this.#starting.failure)}<div class="buttons"><wa-button appearance="outlined" @click=${() => this.#start(this.way ?? 'hosted')}>${msg('Erneut versuchen', { id: 'message.retry' })}</wa-button></div>${this.#otherWay()}`;
    }
    if (!this.enrollment) return html`<div class="skeleton" role="status"><span class="visually-hidden">${msg('Das Mandat wird vorbereitet.', { id: 'mandateForm.loading' })}</span><i></i><i></i><i></i></div>`;
    return html`
      ${this.enrollment.route === 'inline'
        ? html`<inline-mandate .account=${this.account} .enrollment=${this.enrollment} @mandate-outcome=${({ detail }: CustomEvent<Outcome>) => (this.outcome = detail)} @mandate-refused=${() => this.#renew()}></inline-mandate>`
        : html`<hosted-mandate .account=${this.account} .enrollment=${this.enrollment}></hosted-mandate>`}
      ${failureCallout(this.#starting.failure)}
      ${this.#otherWay()}
    `;
  }

  #otherWay() {
    const other = this.account.routes.find((route) => route !== this.way);
    if (!other) return nothing;
    return html`<p class="other"><button type="button" @click=${() => this.#start(other)}>${other === 'hosted'
      ? msg('Lieber auf der Seite des Zahlungsdienstleisters eingeben', { id: 'mandateForm.hosted' })
      : msg('Lieber gleich hier eingeben', { id: 'mandateForm.inline' })}</button></p>`;
  }

  async #start(route: MandateRoute) {
    this.way = route;
    this.enrollment = undefined;
    await this.#starting.run(async () => (this.enrollment = await startEnrollment(this.account.tenantId, route, currentLanguage())));
  }

  /** What is typed stays: only the attempt behind it is a new one. */
  #renew() {
    return this.#starting.run(async () => (this.enrollment = await startEnrollment(this.account.tenantId, 'inline', currentLanguage())));
  }

  #again() {
    this.outcome = undefined;
    void this.#start(this.way ?? 'hosted');
  }
}

customElements.define('mandate-form', MandateForm);
