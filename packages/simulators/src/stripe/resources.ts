import type Stripe from 'stripe';
import type { StripeCustomer, StripeMandate, StripePaymentMethod, StripeSetupIntent, StripeStore } from './store.ts';

const seconds = (instant: string) => Math.floor(Date.parse(instant) / 1000);

export function toCustomer(customer: StripeCustomer): Stripe.Customer {
  const { id, createdAt, name, email, description, metadata } = customer;
  return {
    id, object: 'customer', address: null, balance: 0, created: seconds(createdAt), currency: null, customer_account: null, default_source: null, delinquent: false, description, email,
    invoice_prefix: id.slice(-8).toUpperCase(), livemode: false, metadata, name, next_invoice_sequence: 1, phone: null, preferred_locales: [], shipping: null, tax_exempt: 'none', test_clock: null,
    invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
  } satisfies Stripe.Customer;
}

export function toPaymentMethod(method: StripePaymentMethod): Stripe.PaymentMethod {
  const { id, createdAt, customerId, holder, email, last4, country, bankCode, branchCode, fingerprint } = method;
  return {
    id, object: 'payment_method', allow_redisplay: 'unspecified', created: seconds(createdAt), customer: customerId, customer_account: null, livemode: false, metadata: {}, type: 'sepa_debit',
    billing_details: { address: { city: null, country: null, line1: null, line2: null, postal_code: null, state: null }, email, name: holder, phone: null, tax_id: null },
    sepa_debit: { bank_code: bankCode, branch_code: branchCode, country, fingerprint, generated_from: { charge: null, setup_attempt: null }, last4 },
  } satisfies Stripe.PaymentMethod;
}

export function toMandate({ id, paymentMethodId, reference, acceptedAt, ipAddress, userAgent, status }: StripeMandate): Stripe.Mandate {
  return {
    id, object: 'mandate', livemode: false, payment_method: paymentMethodId, status, type: 'multi_use', multi_use: {},
    customer_acceptance: { accepted_at: seconds(acceptedAt), online: { ip_address: ipAddress, user_agent: userAgent }, type: 'online' },
    payment_method_details: { type: 'sepa_debit', sepa_debit: { reference, url: `https://hooks.stripe.example/adapter/sepa_debit/file/${id}` } },
  } satisfies Stripe.Mandate;
}

/** `expand` may name `payment_method`, `mandate` and `customer`. */
export function toSetupIntent(store: StripeStore, intent: StripeSetupIntent, expand: string[] = []): Stripe.SetupIntent {
  const method = intent.paymentMethodId === null ? undefined : store.paymentMethods.get(intent.paymentMethodId);
  const mandate = intent.mandateId === null ? undefined : store.mandates.get(intent.mandateId);
  const customer = intent.customerId === null ? undefined : store.customers.get(intent.customerId);
  return {
    id: intent.id, object: 'setup_intent', allowed_payment_method_types: intent.allowedTypes.length > 0 ? intent.allowedTypes : null, application: null, automatic_payment_methods: null, cancellation_reason: intent.cancellationReason, client_secret: intent.clientSecret,
    created: seconds(intent.createdAt), customer: expand.includes('customer') && customer ? toCustomer(customer) : intent.customerId, customer_account: null, description: intent.description,
    excluded_payment_method_types: null, flow_directions: null, last_setup_error: lastErrorOf(store, intent), latest_attempt: null, livemode: false,
    mandate: expand.includes('mandate') && mandate ? toMandate(mandate) : intent.mandateId, metadata: intent.metadata, next_action: null, on_behalf_of: null,
    payment_method: expand.includes('payment_method') && method ? toPaymentMethod(method) : intent.paymentMethodId, payment_method_configuration_details: null,
    payment_method_options: { sepa_debit: {} }, payment_method_types: ['sepa_debit'], single_use_mandate: null, status: intent.status, usage: intent.usage,
  } satisfies Stripe.SetupIntent;
}

function lastErrorOf(store: StripeStore, { lastError }: StripeSetupIntent): Stripe.SetupIntent.LastSetupError | null {
  if (!lastError) return null;
  const method = store.paymentMethods.get(lastError.paymentMethodId);
  return { code: lastError.code, message: lastError.message, type: 'invalid_request_error', ...(method && { payment_method: toPaymentMethod(method) }) };
}
