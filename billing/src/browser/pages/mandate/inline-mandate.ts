import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { BillingAccount, Enrollment } from '@meldewerk/contract/billing';
import { emailSchema } from '@meldewerk/contract/staff';
import { ProblemError } from '@meldewerk/shell/request';
import type { StripeIbanElementChangeEvent } from '@stripe/stripe-js';
import { css, html, LitElement, nothing } from 'lit';
import * as v from 'valibot';
import { reloadAccount } from '../../account.ts';
import { ActionController } from '../../action-controller.ts';
import { failureCallout, problemCallout } from '../../callouts.ts';
import { acceptMandate } from '../../data/mandates.ts';
import { about, describedBy, field, fieldStyles, focusFirstFault } from '../../fields.ts';
import { pageStyles } from '../../styles/page.ts';
import { askOnce, awaitEnrollment, isOver, type Outcome } from './await-enrollment.ts';
import './iban-field.ts';
import type { IbanField } from './iban-field.ts';
import { mandateWords, mandateWordsStyles } from './mandate-words.ts';

type Inline = Extract<Enrollment, { route: 'inline' }>;
type Name = 'name' | 'email';

/**
 * The mandate in our own page, with Stripe's field for the IBAN.
 *
 * @event mandate-outcome - `detail` is what the server learned from the vendor.
 * @event mandate-refused - The bank or Stripe refused; another attempt needs an enrollment of its own.
 */
export class InlineMandate extends LitElement {
  static override properties = {
    account: { attribute: false }, enrollment: { attribute: false },
    field: { state: true }, iban: { state: true }, typed: { state: true }, faults: { state: true }, refusal: { state: true },
  };
  declare account: BillingAccount;
  declare enrollment: Inline;
  declare field: 'loading' | 'ready' | 'failed';
  declare iban: { complete: boolean; country: string; bankName: string };
  declare typed: Partial<Record<Name, string>>;
  declare faults: Partial<Record<Name | 'iban', string>>;
  declare refusal: string | undefined;

  readonly #giving = new ActionController(this);
  #left = new AbortController();

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.field = 'loading';
    this.iban = { complete: false, country: '', bankName: '' };
    this.typed = {};
    this.faults = {};
  }

  static override styles = [
    pageStyles,
    fieldStyles,
    mandateWordsStyles,
    css`
      .iban { position: relative; padding: 0; min-height: 2.9rem; }
      .iban:focus-within { outline: var(--wa-focus-ring); outline-offset: var(--wa-focus-ring-offset); }
      .waiting { position: absolute; inset: 0; display: flex; align-items: center; padding: 0 0.8rem; color: var(--wa-color-text-quiet); pointer-events: none; }
      .label { cursor: default; }
      .buttons { margin-top: 0; }
    `,
  ];

  override connectedCallback() {
    super.connectedCallback();
    this.#left = new AbortController();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#left.abort();
  }

  override render() {
    const button = msg('SEPA-Mandat erteilen', { id: 'inline.give' });
    return html`
      <form class="fields" @submit=${this.#submit} novalidate>
        ${this.#ibanField()}
        ${this.#line('name', msg('Kontoinhaber', { id: 'mandate.holder' }), 'name', msg('Wie auf dem Kontoauszug, meist der Name der Firma.', { id: 'inline.nameHint' }))}
        ${this.#line('email', msg('E-Mail des Kontoinhabers', { id: 'inline.email' }), 'email', msg(str`Sie gehört zum Mandat. Rechnungen und Ankündigungen gehen an ${this.account.email}.`, { id: 'inline.emailHint' }))}
        ${mandateWords(this.enrollment.text, button)}
        ${this.refusal ? html`<div role="alert">${problemCallout(this.refusal)}</div>` : failureCallout(this.#giving.failure)}
        <div class="buttons">
          <wa-button type="submit" variant="brand" ?loading=${this.#giving.running} ?disabled=${this.field !== 'ready'}><wa-icon slot="start" name="signature"></wa-icon>${button}</wa-button>
          <span class="quiet small" role="status">${this.#giving.running ? msg('Ihre Bankverbindung wird geprüft …', { id: 'inline.checking' }) : nothing}</span>
        </div>
      </form>
    `;
  }

  #ibanField() {
    const fault = this.faults.iban;
    const hint = this.iban.bankName || msg('Sie geben sie direkt bei Stripe ein, unserem Zahlungsdienstleister. Wir sehen nur Land und letzte Stellen.', { id: 'inline.ibanHint' });
    return html`
      <div class="field" role="group" aria-labelledby="iban-label" aria-describedby=${describedBy('iban', hint, fault)}>
        <span class="label" id="iban-label" @click=${() => this.#iban.focusInput()}>${msg('IBAN', { id: 'mandate.iban' })}</span>
        <div class="control iban ${fault ? 'wrong' : ''}">
          <iban-field publishablekey=${this.enrollment.publishableKey} @iban-ready=${() => (this.field = 'ready')} @iban-failed=${() => (this.field = 'failed')} @iban-change=${this.#ibanChanged}></iban-field>
          ${this.field === 'loading' ? html`<span class="waiting" role="status">${msg('Das sichere Feld wird geladen …', { id: 'inline.loading' })}</span>` : nothing}
          ${this.field === 'failed' ? html`<span class="waiting">–</span>` : nothing}
        </div>
        ${about('iban', hint, undefined)}
        <div role="alert">${fault ? about('iban', undefined, fault) : nothing}</div>
        ${this.field === 'failed' ? html`
          <div role="alert">${problemCallout(msg('Das Feld von Stripe konnte nicht geladen werden. Vielleicht hält ein Werbeblocker oder eine Firewall js.stripe.com zurück.', { id: 'inline.failed' }))}</div>
          <div class="gap"><wa-button size="s" appearance="outlined" @click=${this.#loadAgain}>${msg('Erneut laden', { id: 'inline.reload' })}</wa-button></div>` : nothing}
      </div>
    `;
  }

  #line(name: Name, label: string, autocomplete: string, hint: string) {
    return field({
      name, label, autocomplete, hint, type: name === 'email' ? 'email' : 'text', value: this.#value(name), fault: this.faults[name], maxLength: 200,
      change: (value) => {
        this.typed = { ...this.typed, [name]: value };
        this.faults = { ...this.faults, [name]: undefined };
      },
    });
  }

  get #iban(): IbanField {
    const found = this.renderRoot.querySelector<IbanField>('iban-field');
    if (!found) throw new Error('the form has its field');
    return found;
  }

  #value(name: Name): string {
    return this.typed[name] ?? (name === 'email' ? this.account.email : (this.account.profile?.company ?? ''));
  }

  #ibanChanged({ detail }: CustomEvent<StripeIbanElementChangeEvent>) {
    this.iban = { complete: detail.complete, country: detail.country, bankName: detail.bankName };
    this.faults = { ...this.faults, iban: detail.error?.message };
    this.refusal = undefined;
  }

  #loadAgain() {
    this.field = 'loading';
    void this.#iban.load();
  }

  async #submit(event: SubmitEvent) {
    event.preventDefault();
    this.refusal = undefined;
    const name = this.#value('name').trim();
    const email = v.safeParse(emailSchema, this.#value('email'));
    this.faults = {
      ...(this.iban.complete ? {} : { iban: this.faults.iban ?? msg('Bitte geben Sie die vollständige IBAN ein.', { id: 'inline.ibanMissing' }) }),
      ...(name ? {} : { name: msg('Bitte ausfüllen.', { id: 'company.missing' }) }),
      ...(email.success ? {} : { email: msg('Das sieht nicht wie eine E-Mail-Adresse aus.', { id: 'signIn.emailInvalid' }) }),
    };
    if (this.faults.iban) return this.#iban.focusInput();
    if (!email.success || !name) return void this.updateComplete.then(() => focusFirstFault(this.renderRoot));
    await this.#giving.run(() => this.#give(name, email.output));
    const { failure } = this.#giving;
    if (failure instanceof ProblemError && isOver(failure)) this.#refuse(failure);
  }

  async #give(name: string, email: string) {
    const { tenantId, profile } = this.account;
    const { id, text, clientSecret } = this.enrollment;
    await acceptMandate(tenantId, id, text.sha256);
    const address = profile && { line1: profile.address.street, postal_code: profile.address.postalCode, city: profile.address.city, country: profile.address.country };
    const { error } = await this.#iban.confirm(clientSecret, { name, email, ...(address ? { address } : {}) });
    if (error?.type === 'validation_error') return void (this.faults = { iban: error.message ?? msg('Bitte geben Sie die vollständige IBAN ein.', { id: 'inline.ibanMissing' }) });
    if (error?.type === 'api_connection_error' || error?.type === 'rate_limit_error') return void (this.refusal = msg('Stripe ist gerade nicht erreichbar. Es ist nichts verloren; bitte versuchen Sie es in einem Moment noch einmal.', { id: 'inline.unreachable' }));
    // Also after a refusal: the server notes it, and a first try may have come through although its answer was lost.
    const outcome = error ? await askOnce(tenantId, id) : await awaitEnrollment(tenantId, id, this.#left.signal);
    if (outcome.state === 'failed' || (error && outcome.state !== 'completed')) return this.#refuse(outcome.state === 'failed' ? outcome.failure : undefined);
    await reloadAccount().catch(() => undefined);
    this.dispatchEvent(new CustomEvent<Outcome>('mandate-outcome', { detail: outcome }));
  }

  /** What is typed stays; the attempt is over. In our words: Stripe's own of a refusal are English. */
  #refuse(failure: ProblemError | undefined) {
    this.refusal = failure?.problem.detail ?? msg('Die Bankverbindung wurde nicht angenommen. Bitte prüfen Sie die IBAN oder nehmen Sie ein anderes Konto.', { id: 'inline.refused' });
    this.dispatchEvent(new Event('mandate-refused'));
  }
}

customElements.define('inline-mandate', InlineMandate);
