import type { ConfirmSepaDebitSetupData, SetupIntentResult, Stripe, StripeElementStyle, StripeIbanElement, StripeIbanElementChangeEvent } from '@stripe/stripe-js';
import { css, html, LitElement } from 'lit';
import { currentLanguage } from '../../locale.ts';
import { mountInDocument } from './mount-in-document.ts';

type Details = { name: string; email: string; address?: NonNullable<ConfirmSepaDebitSetupData['payment_method'] & object>['billing_details']['address'] };

const readyWithinMs = 20_000;
const dark = matchMedia('(prefers-color-scheme: dark)');

/**
 * Stripe's field for the IBAN. It is a frame of Stripe's: what is typed goes there and never through this page or our server.
 * Stripe's script is loaded from here and nowhere else.
 *
 * @event iban-ready - It can be typed into.
 * @event iban-failed - It could not be loaded.
 * @event iban-change - `detail` is what Stripe says of the input: complete, or what is wrong with it.
 */
export class IbanField extends LitElement {
  static override properties = { publishableKey: { type: String } };
  declare publishableKey: string;

  #stripe: Stripe | undefined;
  #element: StripeIbanElement | undefined;
  #takeAway: (() => void) | undefined;

  static override styles = css`:host { display: block; }`;

  override connectedCallback() {
    super.connectedCallback();
    dark.addEventListener('change', this.#restyle);
    void this.load();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    dark.removeEventListener('change', this.#restyle);
    this.#clear();
  }

  override render() {
    return html`<slot name="iban"></slot>`;
  }

  /** Also when it failed before. */
  async load() {
    this.#clear();
    try {
      await this.updateComplete;
      const { loadStripe } = await import('@stripe/stripe-js/pure');
      const stripe = await loadStripe(this.publishableKey, { locale: currentLanguage() });
      if (!stripe || !this.isConnected) throw new Error('no Stripe here');
      this.#stripe = stripe;
      await this.#mount(stripe);
      this.#tell('iban-ready');
    } catch {
      if (this.isConnected) this.#tell('iban-failed');
    }
  }

  focusInput() {
    this.#element?.focus();
  }

  /** Has Stripe keep the account for later debits. An expected refusal is in the answer's `error`. */
  confirm(clientSecret: string, details: Details): Promise<SetupIntentResult> {
    if (!this.#stripe || !this.#element) throw new Error('not loaded');
    return this.#stripe.confirmSepaDebitSetup(clientSecret, { payment_method: { sepa_debit: this.#element, billing_details: details } });
  }

  async #mount(stripe: Stripe) {
    const { place, remove } = mountInDocument(this, 'iban', 'iban-mount');
    this.#takeAway = remove;
    const element = stripe.elements().create('iban', { supportedCountries: ['SEPA'], placeholderCountry: 'DE', style: this.#style() });
    this.#element = element;
    element.on('change', (event: StripeIbanElementChangeEvent) => this.dispatchEvent(new CustomEvent('iban-change', { detail: event })));
    const ready = new Promise<void>((resolve, reject) => {
      element.on('ready', () => resolve());
      setTimeout(() => reject(new Error('the field did not appear')), readyWithinMs);
    });
    element.mount(place);
    await ready;
  }

  #clear() {
    this.#element?.destroy();
    this.#element = undefined;
    this.#takeAway?.();
    this.#takeAway = undefined;
  }

  #tell(event: string) {
    this.dispatchEvent(new Event(event));
  }

  readonly #restyle = () => this.#element?.update({ style: this.#style() });

  /** The frame knows nothing of this page's colours. */
  #style(): StripeElementStyle {
    const look = getComputedStyle(this);
    return {
      base: { color: look.getPropertyValue('--wa-color-text-normal').trim(), iconColor: look.getPropertyValue('--wa-color-text-quiet').trim(), fontFamily: 'system-ui, sans-serif', fontSize: '16px', '::placeholder': { color: look.getPropertyValue('--wa-color-text-quiet').trim() } },
      invalid: { color: dark.matches ? '#ff9d9d' : '#b3261e' },
    };
  }
}

customElements.define('iban-field', IbanField);
