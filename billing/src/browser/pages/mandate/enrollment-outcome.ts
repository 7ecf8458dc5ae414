import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/callout/callout.js';
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import type { BillingAccount } from '@meldewerk/contract/billing';
import { css, html, LitElement } from 'lit';
import { paths } from '../../router.ts';
import { pageStyles } from '../../styles/page.ts';
import type { Outcome } from './await-enrollment.ts';
import { mandateFacts } from './mandate-facts.ts';

/** How it ended: given, not yet known, or refused with the way back. */
export class EnrollmentOutcome extends LitElement {
  static override properties = { account: { attribute: false }, outcome: { attribute: false }, again: { attribute: false } };
  declare account: BillingAccount;
  declare outcome: Outcome;
  declare again: () => void;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  static override styles = [
    pageStyles,
    css`
      .title { display: flex; gap: 0.6rem; align-items: center; margin-bottom: 0.4rem; }
      .title wa-icon { flex: none; display: grid; place-items: center; width: 2rem; height: 2rem; border-radius: 50%; color: #fff; }
      .title .good { background: #1a8a4a; }
      .title .waiting { background: #8a5a00; }
      .title .bad { background: #b3261e; }
      .facts { margin-top: 1.1rem; }
    `,
  ];

  /** What had the focus is gone. */
  override firstUpdated() {
    this.renderRoot.querySelector('h3')?.focus();
  }

  override render() {
    const { outcome } = this;
    const overview = html`<wa-button variant="brand" href=${paths.of(this.account.workshop.slug, 'overview')}>${msg('Zur Übersicht', { id: 'message.toOverview' })}</wa-button>`;
    if (outcome.state === 'completed') {
      return html`
        <div role="status"><h3 class="title" tabindex="-1"><wa-icon class="good" name="check"></wa-icon>${msg('Mandat erteilt', { id: 'outcome.done' })}</h3>
        <p class="quiet">${msg('Mandat und Referenz sind als PDF per Mail unterwegs zu Ihnen.', { id: 'outcome.doneText' })}</p></div>
        ${outcome.mandate ? mandateFacts(outcome.mandate) : ''}
        <div class="buttons">${overview}</div>`;
    }
    if (outcome.state === 'waiting') {
      return html`
        <div role="status"><h3 class="title" tabindex="-1"><wa-icon class="waiting" name="clock"></wa-icon>${msg('Die Bestätigung steht noch aus', { id: 'outcome.waiting' })}</h3>
        <p>${msg('Die Bank oder der Zahlungsdienstleister hat sich noch nicht gemeldet. Sie müssen nicht warten: Wir schreiben Ihnen, sobald es so weit ist. Bitte geben Sie das Mandat nicht ein zweites Mal.', { id: 'outcome.waitingText' })}</p></div>
        <div class="buttons">${overview}</div>`;
    }
    return html`
      <div role="alert"><h3 class="title" tabindex="-1"><wa-icon class="bad" name="xmark"></wa-icon>${msg('Das Mandat ist nicht zustande gekommen', { id: 'outcome.failed' })}</h3>
      <p>${outcome.failure.problem.detail}</p></div>
      <div class="buttons"><wa-button variant="brand" @click=${this.again}>${msg('Noch einmal versuchen', { id: 'outcome.again' })}</wa-button></div>`;
  }
}

customElements.define('enrollment-outcome', EnrollmentOutcome);
