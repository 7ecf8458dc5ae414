import type { StripeSetupIntent, StripeStore } from './store.ts';

/** An intent that nobody confirms is given up after a day. */
const abandonedAfterMs = 24 * 60 * 60 * 1000;

/** What time has made of an intent since it was last looked at. */
export function settleSetupIntent(store: StripeStore, intent: StripeSetupIntent, now: Date): StripeSetupIntent {
  if (intent.status === 'processing' && intent.processingUntil !== null && now >= new Date(intent.processingUntil)) return hearFromBank(store, intent);
  const open = intent.status === 'requires_payment_method' || intent.status === 'requires_confirmation';
  if (open && now.getTime() - Date.parse(intent.createdAt) >= abandonedAfterMs) return keep(store, { ...intent, status: 'canceled', cancellationReason: 'abandoned' });
  return intent;
}

function hearFromBank(store: StripeStore, intent: StripeSetupIntent): StripeSetupIntent {
  const method = intent.paymentMethodId === null ? undefined : store.paymentMethods.get(intent.paymentMethodId);
  const mandate = intent.mandateId === null ? undefined : store.mandates.get(intent.mandateId);
  if (!method || !mandate) return intent;
  if (method.behaviour !== 'noMandateLate') {
    store.put('mandates', { ...mandate, status: 'active' });
    store.put('paymentMethods', { ...method, customerId: intent.customerId });
    return keep(store, { ...intent, status: 'succeeded', processingUntil: null });
  }
  store.put('mandates', { ...mandate, status: 'inactive' });
  const lastError = { code: 'bank_account_declined', message: 'The bank account provided cannot be used to charge.', paymentMethodId: method.id };
  return keep(store, { ...intent, status: 'requires_payment_method', processingUntil: null, paymentMethodId: null, mandateId: null, lastError });
}

function keep(store: StripeStore, intent: StripeSetupIntent): StripeSetupIntent {
  store.put('setupIntents', intent);
  return intent;
}
