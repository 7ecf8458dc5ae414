import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { BillingAccount } from '@meldewerk/contract/billing';
import { css, html, LitElement, nothing } from 'lit';
import { formatLongDay } from '../../format.ts';
import { plusVat, priceWords } from '../../plan-words.ts';
import { paths } from '../../router.ts';
import { pageStyles } from '../../styles/page.ts';
import { mandateFacts } from '../mandate/mandate-facts.ts';

/** All is there: what was agreed, and what comes when. */
export class SetupDone extends LitElement {
  static override properties = { account: { attribute: false } };
  declare account: BillingAccount;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  static override styles = [
    pageStyles,
    css`
      .top { display: grid; justify-items: center; gap: 0.5rem; margin: 1rem 0 1.5rem; text-align: center; }
      .top > wa-icon { display: grid; place-items: center; width: 3.25rem; height: 3.25rem; border-radius: 50%; background: #1a8a4a; color: #fff; font-size: 1.5rem; }
      .card { display: grid; gap: 1.2rem; }
      .buttons { justify-content: center; }
    `,
  ];

  /** What had the focus is gone. */
  override firstUpdated() {
    this.renderRoot.querySelector('h1')?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }

  override render() {
    const { subscription, mandate, email, workshop } = this.account;
    return html`
      <div class="top" role="status">
        <wa-icon name="check"></wa-icon>
        <h1 tabindex="-1">${msg('Alles eingerichtet', { id: 'setupDone.title' })}</h1>
        <p class="quiet">${msg(str`Mandat und Rechnungen schicken wir an ${email}.`, { id: 'setupDone.lead' })}</p>
      </div>
      <section class="card" aria-label=${msg('Was vereinbart ist', { id: 'setupDone.agreed' })}>
        ${subscription ? html`<dl class="facts">
          <div><dt>${msg('Tarif', { id: 'setupDone.plan' })}</dt><dd>${subscription.quantity} × ${subscription.planName}</dd></div>
          ${subscription.trialEndsAt ? html`<div><dt>${msg('Kostenlos bis', { id: 'setupDone.trial' })}</dt><dd>${formatLongDay(subscription.trialEndsAt)}</dd></div>` : nothing}
          <div><dt>${subscription.trialEndsAt ? msg('Danach', { id: 'setupDone.then' }) : msg('Preis', { id: 'setupDone.price' })}</dt><dd>${priceWords(subscription, subscription.quantity)} <span class="quiet small">${plusVat()}</span></dd></div>
        </dl>` : nothing}
        ${mandate ? mandateFacts(mandate) : nothing}
      </section>
      <div class="buttons"><wa-button variant="brand" href=${paths.of(workshop.slug, 'overview')}>${msg('Zur Übersicht', { id: 'message.toOverview' })}</wa-button></div>
    `;
  }
}

customElements.define('setup-done', SetupDone);
