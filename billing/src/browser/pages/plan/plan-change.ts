import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/callout/callout.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { BillingAccount, PlanChoice, PlanPreview } from '@meldewerk/contract/billing';
import { css, html, LitElement, nothing } from 'lit';
import { showAccount } from '../../account.ts';
import { ActionController } from '../../action-controller.ts';
import { failureCallout } from '../../callouts.ts';
import { changePlan, fetchPlans, previewPlan } from '../../data/plans.ts';
import { formatLongDay, formatMoney } from '../../format.ts';
import { LoadController } from '../../load-controller.ts';
import { pageStyles } from '../../styles/page.ts';
import './plan-picker.ts';

/** Another plan or number: first what it would cost, then the change. */
export class PlanChange extends LitElement {
  static override properties = { account: { attribute: false }, subscription: { attribute: false }, picked: { state: true }, preview: { state: true }, done: { state: true } };
  declare account: BillingAccount;
  declare subscription: NonNullable<BillingAccount['subscription']>;
  declare picked: PlanChoice | undefined;
  declare preview: PlanPreview | undefined;
  declare done: boolean;

  readonly #plans = new LoadController(this, fetchPlans);
  readonly #previewing = new ActionController(this);
  readonly #changing = new ActionController(this);

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.done = false;
  }

  static override styles = [
    pageStyles,
    css`
      plan-picker { margin-top: 1rem; }
      .preview { margin-top: 1.5rem; padding: 1.1rem; border-radius: 10px; background: var(--wa-color-surface-lowered); }
      .preview h3 { font-size: 1rem; }
      .lines { display: grid; gap: 0.3rem; margin-top: 0.7rem; padding-top: 0.7rem; border-top: 1px solid var(--wa-color-surface-border); }
      .lines li { display: flex; justify-content: space-between; gap: 1rem; font-variant-numeric: tabular-nums; }
    `,
  ];

  override render() {
    return html`<section class="card" aria-labelledby="change"><h2 id="change" tabindex="-1">${msg('Tarif oder Anzahl ändern', { id: 'planChange.title' })}</h2>
      <div role="status">${this.done ? html`<wa-callout variant="success" size="s" class="gap"><wa-icon slot="icon" name="check"></wa-icon>${msg('Geändert. Das gilt ab sofort.', { id: 'planChange.done' })}</wa-callout>` : nothing}</div>
      ${this.#content()}</section>`;
  }

  #content() {
    const plans = this.#plans.value;
    if (this.#plans.failure) return html`${failureCallout(this.#plans.failure)}<div class="buttons"><wa-button size="s" appearance="outlined" @click=${this.#plans.load}>${msg('Erneut versuchen', { id: 'message.retry' })}</wa-button></div>`;
    if (!plans) return html`<div class="skeleton gap" role="status"><span class="visually-hidden">${msg('Die Tarife werden geladen.', { id: 'planStep.loading' })}</span><i></i></div>`;
    const { itemPriceId, quantity } = this.subscription;
    const current = { itemPriceId, quantity };
    const choice = this.picked ?? current;
    const isSame = choice.itemPriceId === itemPriceId && choice.quantity === quantity;
    return html`
      <plan-picker .plans=${plans} .choice=${choice} .current=${current} @plan-picked=${this.#pick}></plan-picker>
      ${this.preview ? this.#renderPreview(this.preview) : html`
        ${failureCallout(this.#previewing.failure)}
        <div class="buttons"><wa-button appearance="outlined" ?disabled=${isSame} ?loading=${this.#previewing.running} @click=${() => this.#look(choice)}>${msg('Kosten ansehen', { id: 'planChange.preview' })}</wa-button></div>`}
    `;
  }

  #renderPreview(preview: PlanPreview) {
    const { nowCents, nextCents, nextBillingAt, currency, lines } = preview;
    return html`<section class="preview" aria-labelledby="preview">
      <h3 id="preview" tabindex="-1">${msg('Was die Änderung kostet', { id: 'planChange.costs' })}</h3>
      <dl class="facts gap">
        <div><dt>${msg('Jetzt', { id: 'planChange.now' })}</dt><dd>${nowCents > 0
          ? msg(str`${formatMoney(nowCents, currency)} werden berechnet`, { id: 'planChange.charged' })
          : nowCents < 0 ? msg(str`${formatMoney(-nowCents, currency)} werden gutgeschrieben`, { id: 'planChange.credited' }) : msg('nichts', { id: 'planChange.nothing' })}</dd></div>
        <div><dt>${nextBillingAt ? msg(str`Rechnung am ${formatLongDay(nextBillingAt)}`, { id: 'planChange.from' }) : msg('Nächste Rechnung', { id: 'planChange.fromNext' })}</dt><dd>${formatMoney(nextCents, currency)} <span class="quiet small">${msg('inkl. USt., soweit sie anfällt', { id: 'planChange.withVat' })}</span></dd></div>
      </dl>
      ${lines.length > 0 ? html`<ul class="lines small" aria-label=${msg('Im Einzelnen', { id: 'planChange.lines' })}>${lines.map(({ description, amountCents }) => html`<li><span>${description}</span><span>${formatMoney(amountCents, currency)}</span></li>`)}</ul>
        <p class="quiet small">${msg('Einzelbeträge ohne USt., für den Rest des laufenden Zeitraums.', { id: 'planChange.net' })}</p>` : nothing}
      ${failureCallout(this.#changing.failure)}
      <div class="buttons">
        <wa-button variant="brand" ?loading=${this.#changing.running} @click=${() => this.#change(preview.choice)}>${msg('Verbindlich ändern', { id: 'planChange.change' })}</wa-button>
        <wa-button appearance="outlined" @click=${this.#giveUp}>${msg('Doch nicht', { id: 'planChange.giveUp' })}</wa-button>
      </div>
    </section>`;
  }

  #pick({ detail }: CustomEvent<PlanChoice>) {
    this.picked = detail;
    this.preview = undefined;
    this.done = false;
    this.#previewing.forget();
    this.#changing.forget();
  }

  async #look(choice: PlanChoice) {
    if (!(await this.#previewing.run(async () => (this.preview = await previewPlan(this.account.tenantId, choice))))) return;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#preview')?.focus();
  }

  async #change(choice: PlanChoice) {
    const changed = await this.#changing.run(async () => {
      showAccount(await changePlan(this.account.tenantId, choice));
    });
    if (!changed) return;
    this.#giveUp();
    this.done = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#change')?.focus();
  }

  #giveUp() {
    this.picked = undefined;
    this.preview = undefined;
    this.#changing.forget();
  }
}

customElements.define('plan-change', PlanChange);
