/* Stands in for Stripe.js, as far as a SEPA mandate needs it. Behaves as https://docs.stripe.com/js has it; errors read like Stripe's. */
import { IbanElement, IntegrationError } from './iban-element.js';

const origin = new URL(import.meta.url).origin;

function Stripe(key, options = {}) {
  if (typeof key !== 'string' || !key.startsWith('pk_')) throw new IntegrationError(`Please call Stripe() with your publishable key. You used ${typeof key === 'string' ? 'another key' : 'an empty string'}.`);
  const localeOf = (locale = 'auto') => (locale === 'auto' ? navigator.language : locale).slice(0, 2) === 'de' ? 'de' : 'en';
  return {
    elements: (group = {}) => createElements(localeOf(group.locale ?? options.locale)),
    async confirmSepaDebitSetup(clientSecret, { payment_method: method } = {}) {
      const id = readSecret(clientSecret, 'confirmSepaDebitSetup');
      const account = method?.sepa_debit;
      if (account instanceof IbanElement) return account.confirm({ key, id, clientSecret, details: method.billing_details ?? {} });
      const form = new URLSearchParams({ client_secret: clientSecret, key, use_stripe_sdk: 'true' });
      if (typeof method === 'string') form.set('payment_method', method);
      else if (account) for (const [name, value] of Object.entries({ type: 'sepa_debit', 'sepa_debit][iban': account.iban, 'billing_details][name': method.billing_details?.name, 'billing_details][email': method.billing_details?.email })) if (value !== undefined) form.set(`payment_method_data[${name}]`, value);
      return ask(`/stripe/v1/setup_intents/${id}/confirm`, { method: 'POST', body: form });
    },
    retrieveSetupIntent(clientSecret) {
      const id = readSecret(clientSecret, 'retrieveSetupIntent');
      return ask(`/stripe/v1/setup_intents/${id}?${new URLSearchParams({ client_secret: clientSecret, key })}`, {});
    },
    registerAppInfo() {},
    _registerWrapper() {},
  };
}
Stripe.version = 'endive';
window.Stripe = Stripe;

function createElements(locale) {
  let element = null;
  return {
    create(type, options = {}) {
      if (type !== 'iban') throw new IntegrationError(`A valid Element name must be provided. The simulator has: iban. You passed: ${type}.`);
      if (element && !element.destroyed) throw new IntegrationError('Can only create one Element of type iban.');
      return (element = new IbanElement({ origin, locale, options }));
    },
    getElement: (type) => (type === 'iban' && element && !element.destroyed ? element : null),
    update() {},
  };
}

function readSecret(clientSecret, method) {
  const id = /^(seti_\w+)_secret_\w+$/.exec(clientSecret)?.[1];
  if (!id) throw new IntegrationError(`Invalid value for stripe.${method} intent secret: value should be a client_secret string. You specified: ${String(clientSecret)}.`);
  return id;
}

async function ask(path, init) {
  try {
    const answer = await (await fetch(`${origin}${path}`, init)).json();
    return answer.error ? { error: answer.error } : { setupIntent: answer };
  } catch {
    return { error: { type: 'api_connection_error', message: 'We are experiencing issues connecting to our payments provider. Your account has not been debited. Please check your internet connection and try again.' } };
  }
}
