import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import type { BillingAccount, Enrollment } from '@meldewerk/contract/billing';
import { css, html, LitElement } from 'lit';
import { ActionController } from '../../action-controller.ts';
import { failureCallout } from '../../callouts.ts';
import { acceptMandate } from '../../data/mandates.ts';
import { pageStyles } from '../../styles/page.ts';
import { keepEnrollment } from './kept-enrollment.ts';
import { mandateWords, mandateWordsStyles } from './mandate-words.ts';

type Hosted = Extract<Enrollment, { route: 'hosted' }>;

/** The mandate on a page of the vendor: what will happen there, and the way to it. */
export class HostedMandate extends LitElement {
  static override properties = { account: { attribute: false }, enrollment: { attribute: false } };
  declare account: BillingAccount;
  declare enrollment: Hosted;

  readonly #leaving = new ActionController(this);

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  static override styles = [
    pageStyles,
    mandateWordsStyles,
    css`
      :host { display: grid; gap: 1rem; }
      ol { display: grid; gap: 0.6rem; counter-reset: step; }
      li { display: grid; grid-template-columns: 1.75rem minmax(0, 1fr); gap: 0.6rem; align-items: start; counter-increment: step; }
      li::before { content: counter(step); display: grid; place-items: center; width: 1.75rem; height: 1.75rem; border-radius: 50%; background: var(--wa-color-surface-lowered); font-size: var(--wa-font-size-s); font-weight: 650; }
      .buttons { margin-top: 0; }
    `,
  ];

  override render() {
    const button = msg('Weiter zum Zahlungsdienstleister', { id: 'hosted.go' });
    return html`
      <ol>
        <li><span>${msg('Sie wechseln auf eine gesicherte Seite unseres Zahlungsdienstleisters.', { id: 'hosted.first' })}</span></li>
        <li><span>${msg('Dort geben Sie die IBAN ein und bestätigen das Mandat. Wir sehen nur Land und letzte Stellen.', { id: 'hosted.second' })}</span></li>
        <li><span>${msg('Danach kommen Sie von selbst hierher zurück. Mandat und Referenz schicken wir Ihnen als PDF.', { id: 'hosted.third' })}</span></li>
      </ol>
      ${mandateWords(this.enrollment.text, button)}
      ${failureCallout(this.#leaving.failure)}
      <div class="buttons"><wa-button variant="brand" ?loading=${this.#leaving.running} @click=${this.#go}>${button}<wa-icon slot="end" name="external"></wa-icon></wa-button></div>
    `;
  }

  async #go() {
    const { id, text, url } = this.enrollment;
    const gone = await this.#leaving.run(() => acceptMandate(this.account.tenantId, id, text.sha256));
    if (!gone) return;
    keepEnrollment(id, this.account.tenantId);
    location.assign(url);
  }
}

customElements.define('hosted-mandate', HostedMandate);
