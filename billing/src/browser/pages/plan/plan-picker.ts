import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { Plan, PlanChoice } from '@meldewerk/contract/billing';
import { css, html, LitElement, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { fieldStyles } from '../../fields.ts';
import { formatMoney } from '../../format.ts';
import { periodWords } from '../../plan-words.ts';
import { pageStyles } from '../../styles/page.ts';

const most = 1000;

/**
 * One of the plans, and how many of it.
 *
 * @event plan-picked - `detail` is the choice.
 */
export class PlanPicker extends LitElement {
  static override properties = { plans: { attribute: false }, choice: { attribute: false }, current: { attribute: false } };
  declare plans: Plan[];
  declare choice: PlanChoice;
  /** What runs now. */
  declare current: PlanChoice | undefined;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  static override styles = [
    pageStyles,
    fieldStyles,
    css`
      fieldset { display: grid; gap: 0.75rem; margin: 0; padding: 0; border: 0; min-width: 0; }
      legend { padding: 0 0 0.5rem; font-size: var(--wa-font-size-s); font-weight: 600; }
      .plan { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0.1rem 0.9rem; align-items: start; padding: 1rem 1.1rem; border: 1px solid var(--wa-form-control-border-color); border-radius: 10px; background: var(--wa-color-surface-default); cursor: pointer; }
      .plan:has(:checked) { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
      .plan:has(:focus-visible) { outline: var(--wa-focus-ring); outline-offset: 2px; }
      .plan input { grid-row: span 3; width: 1.25rem; height: 1.25rem; margin: 0.15rem 0 0; accent-color: var(--wa-color-brand-50); outline: none; }
      .plan .title { display: flex; flex-wrap: wrap; gap: 0.1rem 1rem; justify-content: space-between; font-weight: 650; }
      .price { font-variant-numeric: tabular-nums; }
      .price .quiet { font-weight: 400; }
      .trial { color: var(--wa-color-success-on-quiet); font-size: var(--wa-font-size-s); font-weight: 550; }
      .running { font-size: var(--wa-font-size-s); }
      .count { display: grid; gap: 0.3rem; margin-top: 1.25rem; }
      .stepper { display: flex; gap: 0.5rem; }
      .stepper input { width: 5.5rem; text-align: center; font-variant-numeric: tabular-nums; appearance: textfield; }
      .stepper button { display: grid; place-items: center; width: 2.9rem; height: 2.9rem; padding: 0; border: 1px solid var(--wa-form-control-border-color); border-radius: 8px; background: var(--wa-color-surface-default); color: inherit; font-size: 1.1rem; cursor: pointer; }
      .stepper button:disabled { opacity: 0.45; cursor: default; }
    `,
  ];

  override render() {
    const { quantity, itemPriceId } = this.choice;
    const perUnit = this.plans.find((plan) => plan.itemPriceId === itemPriceId)?.perUnit ?? false;
    return html`
      <fieldset>
        <legend>${msg('Tarif', { id: 'picker.plan' })}</legend>
        ${this.plans.map((plan) => this.#renderPlan(plan))}
      </fieldset>
      ${perUnit ? this.#count(quantity) : nothing}
    `;
  }

  #count(quantity: number) {
    return html`
      <div class="count">
        <label class="label" for="quantity">${msg('Anzahl', { id: 'picker.quantity' })}</label>
        <div class="stepper">
          <button type="button" aria-label=${msg('Eins weniger', { id: 'picker.less' })} ?disabled=${quantity <= 1} @click=${() => this.#pick({ quantity: quantity - 1 })}><wa-icon name="minus"></wa-icon></button>
          <input class="control" id="quantity" inputmode="numeric" autocomplete="off" maxlength="4" aria-describedby="quantity-hint" .value=${live(String(quantity))} @change=${(event: Event) => this.#type(event.target as HTMLInputElement)} />
          <button type="button" aria-label=${msg('Eins mehr', { id: 'picker.more' })} ?disabled=${quantity >= most} @click=${() => this.#pick({ quantity: quantity + 1 })}><wa-icon name="plus"></wa-icon></button>
        </div>
        <p class="hint" id="quantity-hint">${msg('Zum Beispiel ein Betrieb oder mehrere Standorte.', { id: 'picker.quantityHint' })}</p>
      </div>
    `;
  }

  #renderPlan(plan: Plan) {
    const isCurrent = this.current?.itemPriceId === plan.itemPriceId;
    return html`<label class="plan">
      <input type="radio" name="plan" value=${plan.itemPriceId} .checked=${live(this.choice.itemPriceId === plan.itemPriceId)} @change=${() => this.#pick({ itemPriceId: plan.itemPriceId })} />
      <span class="title"><span>${plan.name}</span><span class="price">${formatMoney(plan.unitAmountCents, plan.currency)} <span class="quiet">${periodWords(plan)}</span></span></span>
      ${plan.description ? html`<span class="quiet small">${plan.description}</span>` : nothing}
      ${isCurrent ? html`<span class="quiet running">${msg('Ihr jetziger Tarif', { id: 'picker.current' })}</span>`
        : !this.current && plan.trialDays > 0 ? html`<span class="trial">${msg(str`${plan.trialDays} Tage kostenlos testen`, { id: 'picker.trial' })}</span>` : nothing}
    </label>`;
  }

  #type(input: HTMLInputElement) {
    const typed = Number(input.value.trim());
    this.#pick({ quantity: Number.isInteger(typed) ? Math.min(most, Math.max(1, typed)) : this.choice.quantity });
    this.requestUpdate();
  }

  #pick(change: Partial<PlanChoice>) {
    const choice = { ...this.choice, ...change };
    const perUnit = this.plans.find(({ itemPriceId }) => itemPriceId === choice.itemPriceId)?.perUnit ?? false;
    this.dispatchEvent(new CustomEvent<PlanChoice>('plan-picked', { detail: perUnit ? choice : { ...choice, quantity: 1 }, bubbles: true }));
  }
}

customElements.define('plan-picker', PlanPicker);
