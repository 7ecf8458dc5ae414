import type Stripe from 'stripe';
import type { StripeCaller } from './authenticate.ts';
import { type Form, oneOf } from './form.ts';
import { toSetupIntent } from './resources.ts';
import { settleSetupIntent } from './settle-setup-intent.ts';
import { newStripeId, type StripeSetupIntent, type StripeStore } from './store.ts';
import { missing, StripeFault } from './stripe-fault.ts';

export const createNames = ['customer', 'description', 'metadata[*]', 'allowed_payment_method_types[]', 'payment_method_types[]', 'usage', 'expand[]'] as const;

export function createSetupIntent(store: StripeStore, form: Form, now: Date): StripeSetupIntent {
  const customerId = form.text('customer') ?? null;
  if (form.list('payment_method_types').length > 0) {
    throw new StripeFault(400, { code: 'payment_method_types_no_longer_supported', message: 'payment_method_types is no longer supported. Use allowed_payment_method_types or dynamic payment methods instead.', param: 'payment_method_types' });
  }
  const allowed = form.list('allowed_payment_method_types');
  if (allowed.length > 0 && !allowed.includes('sepa_debit')) throw new StripeFault(400, { message: 'None of the allowed payment method types is activated for this account: it takes sepa_debit.', param: 'allowed_payment_method_types' });
  if (customerId !== null && !store.customers.has(customerId)) throw missing('customer', customerId, 'customer');
  const id = newStripeId('seti');
  const intent: StripeSetupIntent = {
    id, clientSecret: newStripeId(`${id}_secret`), createdAt: now.toISOString(), customerId, description: form.text('description') ?? null, metadata: form.map('metadata'),
    usage: oneOf(form, 'usage', ['off_session', 'on_session']) ?? 'off_session', allowedTypes: allowed, status: 'requires_payment_method', cancellationReason: null, paymentMethodId: null, mandateId: null,
    lastError: null, processingUntil: null,
  };
  store.put('setupIntents', intent);
  return intent;
}

/** A browser has to know the intent's secret. */
export function findSetupIntent(store: StripeStore, id: string, { caller, form, now }: { caller: StripeCaller; form: Form; now: Date }): StripeSetupIntent {
  const intent = store.setupIntents.get(id);
  if (!intent) throw missing('setupintent', id, 'intent');
  const secret = form.text('client_secret');
  if (caller === 'browser' && secret === undefined) throw new StripeFault(400, { code: 'parameter_missing', message: 'Missing required param: client_secret.', param: 'client_secret' });
  if (secret !== undefined && secret !== intent.clientSecret) {
    throw new StripeFault(400, { code: 'setup_intent_invalid_parameter', message: `The client_secret provided does not match any associated SetupIntent on this account.`, param: 'client_secret' });
  }
  return settleSetupIntent(store, intent, now);
}

export function cancelSetupIntent(store: StripeStore, intent: StripeSetupIntent, form: Form): StripeSetupIntent {
  const cancellationReason = oneOf(form, 'cancellation_reason', ['abandoned', 'duplicate', 'requested_by_customer']) ?? null;
  if (intent.status !== 'requires_payment_method' && intent.status !== 'requires_confirmation') {
    const message = `You cannot cancel this SetupIntent because it has a status of ${intent.status}.`;
    throw new StripeFault(400, { code: 'setup_intent_unexpected_state', message, setup_intent: toSetupIntent(store, intent) }, true);
  }
  const cancelled: StripeSetupIntent = { ...intent, status: 'canceled', cancellationReason };
  store.put('setupIntents', cancelled);
  return cancelled;
}

/** A browser is told less of an intent. */
export function answerWith(store: StripeStore, intent: StripeSetupIntent, caller: StripeCaller, expand: string[]): Partial<Stripe.SetupIntent> {
  const resource = toSetupIntent(store, intent, expand);
  if (caller === 'server') return resource;
  const { id, object, cancellation_reason, client_secret, created, description, last_setup_error, livemode, next_action, payment_method, payment_method_types, status, usage } = resource;
  return { id, object, cancellation_reason, client_secret, created, description, last_setup_error, livemode, next_action, payment_method, payment_method_types, status, usage };
}
