import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { BillingAccount } from '@meldewerk/contract/billing';
import { html, LitElement, nothing } from 'lit';
import { formatLongDay } from '../../format.ts';
import { setPageTitle } from '../../page-title.ts';
import { plusVat, priceWords } from '../../plan-words.ts';
import { pageStyles } from '../../styles/page.ts';
import './cancellation-section.ts';
import './plan-change.ts';

/** What runs, how it is changed, and how it ends. */
export class PlanPage extends LitElement {
  static override properties = { account: { attribute: false } };
  declare account: BillingAccount;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  static override styles = pageStyles;

  override render() {
    const { subscription, state } = this.account;
    setPageTitle(msg('Tarif', { id: 'nav.plan' }));
    if (!subscription) return html`<h1>${msg('Tarif', { id: 'nav.plan' })}</h1><p class="lead quiet">${msg('Es gibt noch kein Abonnement.', { id: 'plan.none' })}</p>`;
    const isOver = state === 'cancelled';
    return html`
      <div class="head"><h1>${msg('Tarif', { id: 'nav.plan' })}</h1></div>
      <div class="stack">
        <section class="card" aria-labelledby="current">
          <h2 id="current">${isOver ? msg('Ihr früherer Tarif', { id: 'plan.former' }) : msg('Ihr Tarif', { id: 'plan.current' })}</h2>
          <dl class="facts gap">
            <div><dt>${msg('Tarif und Anzahl', { id: 'setup.planHeading' })}</dt><dd>${subscription.quantity} × ${subscription.planName}</dd></div>
            <div><dt>${msg('Preis', { id: 'setupDone.price' })}</dt><dd>${priceWords(subscription, subscription.quantity)} <span class="quiet small">${plusVat()}</span></dd></div>
            ${state === 'trial' && subscription.trialEndsAt ? html`<div><dt>${msg('Kostenlos bis', { id: 'setupDone.trial' })}</dt><dd>${formatLongDay(subscription.trialEndsAt)}</dd></div>` : nothing}
            ${subscription.nextBillingAt && !subscription.cancelsAt && !isOver ? html`<div><dt>${msg('Nächste Rechnung', { id: 'overview.next' })}</dt><dd>${formatLongDay(subscription.nextBillingAt)}</dd></div>` : nothing}
            ${subscription.cancelsAt ? html`<div><dt>${msg('Gekündigt', { id: 'state.cancelled' })}</dt><dd>${msg(str`läuft bis ${formatLongDay(subscription.cancelsAt)}`, { id: 'plan.until' })}</dd></div>` : nothing}
          </dl>
        </section>
        ${isOver ? nothing : html`
          ${subscription.cancelsAt ? nothing : html`<plan-change .account=${this.account} .subscription=${subscription}></plan-change>`}
          <cancellation-section .account=${this.account} .subscription=${subscription}></cancellation-section>`}
      </div>
    `;
  }
}

customElements.define('plan-page', PlanPage);
