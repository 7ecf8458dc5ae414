/**
 * Put into a page before anything else, it is what Stripe's script would bring, as far as the portal asks: an IBAN field and
 * confirming with it. Like the real one it refuses to live in a shadow root. Has to stand on its own: it travels as source text.
 */
export function fakeStripe() {
  type Listener = (event: Record<string, unknown>) => void;
  class Iban {
    #listeners = new Map<string, Listener>();
    #input = document.createElement('input');
    get iban() {
      return this.#input.value.replace(/\s/g, '').toUpperCase();
    }
    on(type: string, listener: Listener) {
      this.#listeners.set(type, listener);
      return this;
    }
    mount(place: HTMLElement) {
      if (place.getRootNode() !== document) throw new Error('IntegrationError: Elements cannot be mounted in a ShadowRoot.');
      this.#input.setAttribute('aria-label', 'IBAN');
      this.#input.placeholder = 'DE00 0000 0000 0000 0000 00';
      Object.assign(this.#input.style, { width: '100%', boxSizing: 'border-box', border: '0', outline: '0', padding: '0', background: 'none', font: '16px system-ui, sans-serif', color: 'inherit' });
      this.#input.addEventListener('input', () => {
        const complete = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(this.iban);
        const wrong = this.iban.length > 1 && !/^[A-Z]{2}/.test(this.iban);
        this.#listeners.get('change')?.({ complete, country: this.iban.slice(0, 2), bankName: complete ? 'Commerzbank' : '', error: wrong ? { message: 'Ihre IBAN ist ungültig.' } : undefined });
      });
      place.append(this.#input);
      setTimeout(() => this.#listeners.get('ready')?.({}));
    }
    focus() {
      this.#input.focus();
    }
    update({ style }: { style: { base: { color: string } } }) {
      this.#input.style.color = style.base.color;
    }
    destroy() {
      this.#input.remove();
    }
  }
  const stripe = () => ({
    elements: () => ({
      create: (_type: string, options: { style: { base: { color: string } } }) => {
        const element = new Iban();
        element.update(options);
        return element;
      },
    }),
    confirmSepaDebitSetup: async (clientSecret: string, { payment_method: { sepa_debit, billing_details } }: { payment_method: { sepa_debit: Iban; billing_details: { name: string; email: string } } }) => {
      const id = clientSecret.replace(/^seti_|_secret$/g, '');
      const answer = await fetch(`/api/vendor/setup-intents/${id}`, { method: 'POST', body: JSON.stringify({ iban: sepa_debit.iban, ...billing_details }) });
      return (await answer.json()) as unknown;
    },
  });
  Object.assign(window, { Stripe: stripe });
}
