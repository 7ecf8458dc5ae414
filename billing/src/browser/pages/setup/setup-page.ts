import '@awesome.me/webawesome/dist/components/callout/callout.js';
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import type { BillingAccount } from '@meldewerk/contract/billing';
import { navigate } from '@meldewerk/shell/navigation';
import { css, html, LitElement, nothing } from 'lit';
import { setPageTitle } from '../../page-title.ts';
import { paths } from '../../router.ts';
import { pageStyles } from '../../styles/page.ts';
import '../company/company-form.ts';
import '../mandate/mandate-form.ts';
import './plan-step.ts';
import './setup-done.ts';

const steps = ['company', 'plan', 'mandate'] as const;
type Step = (typeof steps)[number];

/** Three steps to a subscription. Each is stored when it is done, so one can leave and come back on another device. */
export class SetupPage extends LitElement {
  static override properties = { account: { attribute: false }, search: { type: String } };
  declare account: BillingAccount;
  declare search: string;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  static override styles = [
    pageStyles,
    css`
      :host { max-width: 40rem; margin: 0 auto; }
      ol { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 0.5rem; margin: 1.25rem 0; }
      li > :is(a, span) { display: grid; gap: 0.3rem; min-height: 2.75rem; padding-top: 0.6rem; border-top: 3px solid var(--wa-color-surface-border); color: var(--wa-color-text-quiet); font-size: var(--wa-font-size-s); line-height: 1.3; text-decoration: none; hyphens: auto; }
      li.done > * { border-color: #1a8a4a; color: inherit; }
      li.now > * { border-color: var(--accent); color: inherit; font-weight: 650; }
      li a:hover { text-decoration: underline; text-underline-offset: 0.2em; }
      .card h2 { margin-bottom: 0.3rem; font-size: 1.15rem; }
      .card .lead { margin-bottom: 1.25rem; }
      .begun { margin-bottom: 1.25rem; }
    `,
  ];

  override render() {
    setPageTitle(msg('Einrichten', { id: 'setup.title' }));
    if (this.account.state !== 'setup' && this.account.state !== 'cancelled') return html`<setup-done .account=${this.account}></setup-done>`;
    const step = this.#step();
    return html`
      <h1>${msg('Abrechnung einrichten', { id: 'setup.heading' })}</h1>
      <p class="lead quiet">${msg('Drei kurze Schritte. Jeder wird gespeichert; Sie können jederzeit unterbrechen und später hier weitermachen.', { id: 'setup.lead' })}</p>
      <nav aria-label=${msg('Schritte', { id: 'setup.steps' })}><ol>${steps.map((each) => this.#renderStep(each, step))}</ol></nav>
      <section class="card" aria-labelledby="step">
        <h2 id="step" tabindex="-1">${headingOf(step)}</h2>
        ${this.#content(step)}
      </section>
    `;
  }

  #renderStep(each: Step, now: Step) {
    const isDone = this.#isDone(each);
    const mayGo = each !== now && (isDone || each === this.#firstOpen());
    const words = html`<span>${isDone && each !== now ? html`<wa-icon name="check" label=${msg('Erledigt:', { id: 'setup.done' })}></wa-icon> ` : nothing}${stepLabel(each)}</span>`;
    return html`<li class=${each === now ? 'now' : isDone ? 'done' : ''}>${mayGo ? html`<a href=${this.#path(each)}>${words}</a>` : html`<span aria-current=${each === now ? 'step' : nothing}>${words}</span>`}</li>`;
  }

  #content(step: Step) {
    switch (step) {
      case 'company': return html`
        <p class="lead quiet">${msg('So steht es auf Ihren Rechnungen.', { id: 'setup.companyLead' })}</p>
        <company-form .account=${this.account} action=${msg('Weiter zum Tarif', { id: 'setup.toPlan' })} @company-saved=${() => this.#goTo('plan')}></company-form>`;
      case 'plan': return html`<plan-step .account=${this.account} @plan-chosen=${() => this.#goTo('mandate')}></plan-step>`;
      case 'mandate': return html`
        <p class="lead quiet">${msg('Wir buchen den Rechnungsbetrag ab, nie ohne ihn vorher anzukündigen. Ihre IBAN sehen und speichern wir nicht; sie geht verschlüsselt an unseren Zahlungsdienstleister.', { id: 'setup.mandateLead' })}</p>
        ${this.#begun()}
        <mandate-form .account=${this.account}></mandate-form>`;
    }
  }

  /** Given before, and the bank has not answered: better to ask again than to give it twice. */
  #begun() {
    const { mandate } = this.account;
    if (mandate?.state !== 'unconfirmed') return nothing;
    return html`<wa-callout variant="warning" size="s" class="begun"><wa-icon slot="icon" name="clock"></wa-icon>
      ${msg('Ein Mandat wurde hier schon begonnen und ist noch nicht bestätigt.', { id: 'setup.begun' })} <a href="/mandate/${mandate.id}">${msg('Nachsehen, wie es steht', { id: 'setup.begunLook' })}</a>
    </wa-callout>`;
  }

  #step(): Step {
    const wanted = steps.find((each) => each === new URLSearchParams(this.search).get('step'));
    return wanted && (this.#isDone(wanted) || wanted === this.#firstOpen()) ? wanted : this.#firstOpen();
  }

  #firstOpen(): Step {
    return steps.find((each) => !this.#isDone(each)) ?? 'mandate';
  }

  #isDone(step: Step): boolean {
    return step === 'company' ? this.account.profile !== null : step === 'plan' ? this.account.choice !== null : false;
  }

  #path(step: Step): string {
    return `${paths.of(this.account.workshop.slug, 'setup')}?step=${step}`;
  }

  #goTo(step: Step) {
    navigate(this.#path(step));
    window.scrollTo(0, 0);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#step')?.focus({ preventScroll: true }));
  }
}

function stepLabel(step: Step): string {
  switch (step) {
    case 'company': return msg('Firma', { id: 'setup.company' });
    case 'plan': return msg('Tarif', { id: 'setup.plan' });
    case 'mandate': return msg('Mandat', { id: 'setup.mandate' });
  }
}

function headingOf(step: Step): string {
  switch (step) {
    case 'company': return msg('Firma und Rechnungsadresse', { id: 'setup.companyHeading' });
    case 'plan': return msg('Tarif und Anzahl', { id: 'setup.planHeading' });
    case 'mandate': return msg('SEPA-Lastschriftmandat', { id: 'setup.mandateHeading' });
  }
}

customElements.define('setup-page', SetupPage);
