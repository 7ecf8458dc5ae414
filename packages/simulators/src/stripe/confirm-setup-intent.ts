import { readIban } from '../bank/iban.ts';
import { lateMs } from '../bank/test-ibans.ts';
import type { StripeCaller } from './authenticate.ts';
import { type Form, needed } from './form.ts';
import { newMandate, newPaymentMethod } from './new-account.ts';
import { toPaymentMethod, toSetupIntent } from './resources.ts';
import { type StripeMandate, type StripePaymentMethod, type StripeSetupIntent, type StripeStore } from './store.ts';
import { StripeFault } from './stripe-fault.ts';

export const confirmNames = [
  'client_secret', 'key', 'use_stripe_sdk', 'return_url', 'expand[]', 'payment_method', 'payment_method_data[type]', 'payment_method_data[sepa_debit][iban]', 'payment_method_data[billing_details][name]',
  'payment_method_data[billing_details][email]', 'payment_method_data[billing_details][phone]', 'payment_method_data[billing_details][address][*]', 'mandate_data[customer_acceptance][type]', 'mandate_data[customer_acceptance][online][ip_address]', 'mandate_data[customer_acceptance][online][user_agent]',
] as const;

/** Part of SEPA, and in need of an address. Source: docs.stripe.com/payments/sepa-debit. */
const outsideEea = new Set(['AD', 'CH', 'GB', 'GI', 'MC', 'SM', 'VA']);

type Confirmation = { caller: StripeCaller; form: Form; userAgent: string; now: Date };

/** Takes the account and the mandate, and asks the bank: it says yes or no at once, or lets itself be waited for. */
export function confirmSetupIntent(store: StripeStore, intent: StripeSetupIntent, confirmation: Confirmation): StripeSetupIntent {
  if (intent.status !== 'requires_payment_method' && intent.status !== 'requires_confirmation') throw notNow(store, intent);
  const { form, now } = confirmation;
  const method = findOrCreateMethod(store, intent, form, now);
  if (method.behaviour === 'noMandate') {
    const lastError = { code: 'bank_account_unusable', message: 'The bank account provided cannot be used. A different bank account must be used.', paymentMethodId: method.id };
    const refused: StripeSetupIntent = { ...intent, status: 'requires_payment_method', paymentMethodId: null, lastError };
    store.put('setupIntents', refused);
    throw new StripeFault(402, { type: 'invalid_request_error', code: lastError.code, message: lastError.message, setup_intent: toSetupIntent(store, refused), payment_method: toPaymentMethod(method) }, true);
  }
  const late = method.behaviour === 'mandateLate' || method.behaviour === 'noMandateLate';
  const mandate = toMandateOf(method, confirmation, late ? 'pending' : 'active');
  store.put('mandates', mandate);
  if (!late) store.put('paymentMethods', { ...method, customerId: intent.customerId });
  const confirmed: StripeSetupIntent = {
    ...intent, status: late ? 'processing' : 'succeeded', paymentMethodId: method.id, mandateId: mandate.id, lastError: null, processingUntil: late ? new Date(now.getTime() + lateMs).toISOString() : null,
  };
  store.put('setupIntents', confirmed);
  return confirmed;
}

function findOrCreateMethod(store: StripeStore, intent: StripeSetupIntent, form: Form, now: Date): StripePaymentMethod {
  const id = form.text('payment_method') ?? (form.has('payment_method_data') ? undefined : (intent.paymentMethodId ?? undefined));
  if (id !== undefined) {
    const found = store.paymentMethods.get(id);
    if (!found) throw new StripeFault(404, { code: 'resource_missing', message: `No such PaymentMethod: '${id}'`, param: 'payment_method' }, true);
    if (found.customerId !== null && found.customerId !== intent.customerId) throw new StripeFault(400, { message: 'The provided PaymentMethod was previously used with another Customer. It may not be used again.', param: 'payment_method' }, true);
    return found;
  }
  if (needed(form, 'payment_method_data[type]') !== 'sepa_debit') throw new StripeFault(400, { message: 'The PaymentMethod type is not allowed for this SetupIntent.', param: 'payment_method_data[type]' });
  const holder = needed(form, 'payment_method_data[billing_details][name]');
  const email = needed(form, 'payment_method_data[billing_details][email]');
  const read = readIban(needed(form, 'payment_method_data[sepa_debit][iban]'));
  if (!('account' in read)) throw new StripeFault(400, { code: 'invalid_bank_account_iban', message: 'The IBAN you provided is invalid.', param: 'payment_method_data[sepa_debit][iban]' });
  const address = 'payment_method_data[billing_details][address]';
  if (outsideEea.has(read.account.country) && (form.text(`${address}[country]`) === undefined || form.text(`${address}[line1]`) === undefined)) {
    throw new StripeFault(400, { code: 'payment_method_billing_details_address_missing', message: 'Accounts outside the European Economic Area need a billing address.', param: address });
  }
  const method = newPaymentMethod(read.account, { holder, email }, now);
  store.put('paymentMethods', method);
  return method;
}

/** Where a browser confirms, what it is stands for the acceptance; a server has to tell it. */
function toMandateOf(method: StripePaymentMethod, { caller, form, userAgent, now }: Confirmation, status: StripeMandate['status']): StripeMandate {
  const online = 'mandate_data[customer_acceptance][online]';
  const told = caller === 'server' || form.has('mandate_data');
  const ipAddress = told ? needed(form, `${online}[ip_address]`) : '127.0.0.1';
  return newMandate(method, { ipAddress, userAgent: told ? needed(form, `${online}[user_agent]`) : userAgent, status }, now);
}

function notNow(store: StripeStore, intent: StripeSetupIntent): StripeFault {
  const message = `You cannot confirm this SetupIntent because it has a status of ${intent.status}.${intent.status === 'succeeded' ? ' It has already succeeded.' : ''} Only a SetupIntent with one of the following statuses may be confirmed: requires_payment_method, requires_confirmation, requires_action.`;
  return new StripeFault(400, { code: 'setup_intent_unexpected_state', message, setup_intent: toSetupIntent(store, intent) }, true);
}
