/* The IBAN field as a page holds it: the frame, its events, its classes. What is typed stays in the frame. */
export class IntegrationError extends Error {
  name = 'IntegrationError';
}

const titles = { de: 'Sicherer Eingaberahmen für IBAN', en: 'Secure IBAN input frame' };
const eventNames = ['ready', 'change', 'focus', 'blur', 'escape'];
let lastCall = 0;

export class IbanElement {
  destroyed = false;
  #origin;
  #locale;
  #options;
  #listeners = new Map();
  #calls = new Map();
  #state = { empty: true, complete: false, error: undefined };
  #container = null;
  #frame = null;
  #port = null;
  #unlabel = () => {};

  constructor({ origin, locale, options }) {
    this.#origin = origin;
    this.#locale = locale;
    this.#options = options;
  }

  on(name, listener) {
    if (!eventNames.includes(name)) throw new IntegrationError(`Unknown event ${name}.`);
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
    return this;
  }

  once(name, listener) {
    const first = (event) => {
      this.off(name, first);
      listener(event);
    };
    return this.on(name, first);
  }

  off(name, listener) {
    this.#listeners.set(name, listener ? (this.#listeners.get(name) ?? []).filter((known) => known !== listener) : []);
    return this;
  }

  mount(place) {
    if (this.destroyed) throw new IntegrationError('This Element has already been destroyed. Please create a new one.');
    const container = typeof place === 'string' ? document.querySelector(place) : place;
    if (!container) throw new IntegrationError(`The selector you specified (${place}) applies to no DOM elements that are currently on the page.`);
    if (!document.contains(container)) throw new IntegrationError('Elements cannot be mounted in a ShadowRoot. Please mount in the Light DOM.');
    if (this.#frame) this.unmount();
    this.#container = container;
    this.#frame = document.createElement('iframe');
    this.#frame.src = `${this.#origin}/stripe-js/iban-frame.html`;
    this.#frame.title = titles[this.#locale];
    Object.assign(this.#frame.style, { display: 'block', width: '1px', minWidth: '100%', height: '19px', margin: '0', padding: '0', border: '0', overflow: 'hidden', colorScheme: 'light only' });
    this.#frame.addEventListener('load', () => this.#connect(), { once: true });
    container.replaceChildren(this.#frame);
    this.#label(container);
    this.#mark();
  }

  unmount() {
    this.#unlabel();
    this.#port?.close();
    this.#frame?.remove();
    this.#container?.classList.remove(...Object.values(this.#classes()));
    this.#frame = this.#port = this.#container = null;
    this.#state = { empty: true, complete: false, error: undefined };
  }

  destroy() {
    this.unmount();
    this.destroyed = true;
  }

  update(options) {
    this.#options = { ...this.#options, ...options };
    this.#tell({ type: 'options', options: this.#plainOptions() });
  }

  clear() {
    this.#tell({ type: 'clear' });
  }

  focus() {
    this.#frame?.focus();
    this.#tell({ type: 'focus' });
  }

  blur() {
    this.#tell({ type: 'blur' });
  }

  /** For `stripe.confirmSepaDebitSetup`: the frame itself asks, so that the IBAN does not pass through the page. */
  confirm(request) {
    if (!this.#port) throw new IntegrationError('We could not retrieve data from the specified Element. Please make sure the Element you are attempting to use is still mounted.');
    return new Promise((resolve) => {
      lastCall++;
      this.#calls.set(lastCall, resolve);
      this.#tell({ type: 'confirm', call: lastCall, request: JSON.parse(JSON.stringify(request)) });
    });
  }

  #connect() {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.addEventListener('message', ({ data }) => this.#hear(data));
    port1.start();
    this.#frame.contentWindow.postMessage({ type: 'begin', locale: this.#locale, options: this.#plainOptions() }, this.#origin, [port2]);
  }

  #hear(message) {
    if (message.type === 'height') this.#frame.style.height = `${message.height}px`;
    if (message.type === 'ready') this.#emit('ready', {});
    if (message.type === 'escape') this.#emit('escape', {});
    if (message.type === 'enter') this.#container.closest('form')?.requestSubmit();
    if (message.type === 'focus' || message.type === 'blur') {
      this.#container.classList.toggle(this.#classes().focus, message.type === 'focus');
      this.#emit(message.type, {});
    }
    if (message.type === 'change') {
      this.#state = message.state;
      this.#mark();
      this.#emit('change', message.state);
    }
    if (message.type === 'answer') {
      this.#calls.get(message.call)?.(message.answer);
      this.#calls.delete(message.call);
    }
  }

  #emit(name, detail) {
    for (const listener of this.#listeners.get(name) ?? []) listener({ elementType: 'iban', ...detail });
  }

  #tell(message) {
    this.#port?.postMessage(message);
  }

  #plainOptions() {
    const { style = {}, placeholderCountry = 'DE', disabled = false, hideIcon = false, iconStyle = 'default' } = this.#options;
    return JSON.parse(JSON.stringify({ style, placeholderCountry, disabled, hideIcon, iconStyle }));
  }

  #classes() {
    return { base: 'StripeElement', complete: 'StripeElement--complete', empty: 'StripeElement--empty', focus: 'StripeElement--focus', invalid: 'StripeElement--invalid', ...this.#options.classes };
  }

  #mark() {
    const { base, complete, empty, invalid } = this.#classes();
    this.#container.classList.add(base);
    this.#container.classList.toggle(complete, this.#state.complete);
    this.#container.classList.toggle(empty, this.#state.empty);
    this.#container.classList.toggle(invalid, this.#state.error !== undefined);
  }

  /** A click on the container's label leads into the field. */
  #label(container) {
    const label = container.closest('label') ?? (container.id ? document.querySelector(`label[for="${CSS.escape(container.id)}"]`) : null);
    const focus = () => this.focus();
    label?.addEventListener('click', focus);
    this.#unlabel = () => label?.removeEventListener('click', focus);
  }
}
