import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { BillingAccount, Plan, PlanChoice } from '@meldewerk/contract/billing';
import { css, html, LitElement } from 'lit';
import { showAccount } from '../../account.ts';
import { ActionController } from '../../action-controller.ts';
import { failureCallout } from '../../callouts.ts';
import { choosePlan, fetchPlans } from '../../data/plans.ts';
import { formatLongDay } from '../../format.ts';
import { LoadController } from '../../load-controller.ts';
import { plusVat, priceWords } from '../../plan-words.ts';
import { pageStyles } from '../../styles/page.ts';
import '../plan/plan-picker.ts';

/**
 * Which plan, how many, and what that will cost and when.
 *
 * @event plan-chosen - It is stored, and the account read anew.
 */
export class PlanStep extends LitElement {
  static override properties = { account: { attribute: false }, picked: { state: true } };
  declare account: BillingAccount;
  declare picked: PlanChoice | undefined;

  readonly #plans = new LoadController(this, fetchPlans);
  readonly #choosing = new ActionController(this);

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  static override styles = [
    pageStyles,
    css`
      plan-picker { margin-top: 1rem; }
      .sum { margin-top: 1.5rem; padding: 1rem 1.1rem; border-radius: 10px; background: var(--wa-color-surface-lowered); }
      .sum p + p { margin-top: 0.3rem; }
      .sum strong { font-size: 1.15rem; font-weight: 650; }
      .skeleton i { height: 5rem; }
    `,
  ];

  override render() {
    // There is one trial per workshop.
    const plans = this.account.state === 'cancelled' ? this.#plans.value?.map((plan) => ({ ...plan, trialDays: 0 })) : this.#plans.value;
    if (this.#plans.failure) return html`${failureCallout(this.#plans.failure)}<div class="buttons"><wa-button appearance="outlined" @click=${this.#plans.load}>${msg('Erneut versuchen', { id: 'message.retry' })}</wa-button></div>`;
    if (!plans) return html`<div class="skeleton" role="status"><span class="visually-hidden">${msg('Die Tarife werden geladen.', { id: 'planStep.loading' })}</span><i></i><i></i></div>`;
    const [first] = plans;
    if (!first) return html`<p>${msg('Gerade ist kein Tarif zu haben. Bitte melden Sie sich bei uns.', { id: 'planStep.none' })}</p>`;
    const kept = this.account.choice;
    const choice = this.picked ?? (kept && plans.some(({ itemPriceId }) => itemPriceId === kept.itemPriceId) ? kept : { itemPriceId: first.itemPriceId, quantity: 1 });
    const plan = plans.find(({ itemPriceId }) => itemPriceId === choice.itemPriceId) ?? first;
    return html`
      <form @submit=${(event: SubmitEvent) => this.#submit(event, choice)}>
        <plan-picker .plans=${plans} .choice=${choice} @plan-picked=${(event: CustomEvent<PlanChoice>) => (this.picked = event.detail)}></plan-picker>
        <div class="sum" role="status">${sum(plan, choice.quantity)}</div>
        ${failureCallout(this.#choosing.failure)}
        <div class="buttons"><wa-button type="submit" variant="brand" ?loading=${this.#choosing.running}>${msg('Weiter zur Bankverbindung', { id: 'planStep.next' })}</wa-button></div>
      </form>
    `;
  }

  async #submit(event: SubmitEvent, choice: PlanChoice) {
    event.preventDefault();
    const done = await this.#choosing.run(async () => {
      showAccount(await choosePlan(this.account.tenantId, choice));
    });
    if (done) this.dispatchEvent(new Event('plan-chosen'));
  }
}

function sum(plan: Plan, quantity: number) {
  const price = priceWords(plan, quantity);
  if (plan.trialDays === 0) return html`<p><strong>${price}</strong> <span class="quiet">${plusVat()}</span></p><p class="quiet small">${msg('Die erste Rechnung kommt, sobald das Mandat erteilt ist.', { id: 'planStep.atOnce' })}</p>`;
  const firstDay = new Date(Date.now() + plan.trialDays * 86_400_000).toISOString();
  return html`
    <p><strong>${msg(str`Die ersten ${plan.trialDays} Tage kosten nichts.`, { id: 'planStep.free' })}</strong></p>
    <p>${msg(str`Danach, ab ${formatLongDay(firstDay)}: ${price}`, { id: 'planStep.then' })} <span class="quiet">${plusVat()}</span></p>
    <p class="quiet small">${msg('Vor Ende der Testphase erinnern wir Sie per Mail. Sie können jederzeit kündigen.', { id: 'planStep.remind' })}</p>
  `;
}

customElements.define('plan-step', PlanStep);
