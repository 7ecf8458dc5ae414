import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { needServer } from './authenticate.ts';
import { confirmNames, confirmSetupIntent } from './confirm-setup-intent.ts';
import { createEndpoint, type StripeContext } from './endpoint.ts';
import { toCustomer, toMandate, toPaymentMethod } from './resources.ts';
import { answerWith, cancelSetupIntent, createNames, createSetupIntent, findSetupIntent } from './setup-intents.ts';
import { newStripeId } from './store.ts';
import { missing, StripeFault } from './stripe-fault.ts';

/** Stripe's API as far as setting up SEPA mandates needs it. Source: docs.stripe.com/api and the types of the `stripe` package. */
export function createStripe(context: StripeContext): Hono {
  const { store, now } = context;
  const endpoint = createEndpoint(context);
  return new Hono()
    .use(async (c, next) => {
      await next();
      c.header('request-id', `req_${randomUUID().replaceAll('-', '').slice(0, 14)}`);
      c.header('cross-origin-resource-policy', 'cross-origin');
      c.header('cache-control', 'no-store');
    })
    .use(cors({ origin: '*', allowMethods: ['GET', 'POST', 'OPTIONS'], allowHeaders: ['authorization', 'content-type', 'idempotency-key', 'stripe-version'], exposeHeaders: ['request-id'] }))
    .post('/v1/customers', endpoint(({ caller, form }) => {
      needServer(caller);
      const given = form(['name', 'email', 'description', 'metadata[*]', 'preferred_locales[]', 'expand[]']);
      const customer = { id: newStripeId('cus', 14), createdAt: now().toISOString(), name: given.text('name') ?? null, email: given.text('email') ?? null, description: given.text('description') ?? null, metadata: given.map('metadata') };
      store.put('customers', customer);
      return toCustomer(customer);
    }))
    .get('/v1/customers/:id', endpoint(({ id, caller, form }) => {
      needServer(caller);
      form(['expand[]']);
      const customer = store.customers.get(id);
      if (!customer) throw missing('customer', id, 'id');
      return toCustomer(customer);
    }))
    .post('/v1/setup_intents', endpoint(({ caller, form }) => {
      needServer(caller);
      const given = form(createNames);
      return answerWith(store, createSetupIntent(store, given, now()), caller, given.list('expand'));
    }))
    .get('/v1/setup_intents/:id', endpoint(({ id, caller, form }) => {
      const given = form(['client_secret', 'key', 'expand[]']);
      return answerWith(store, findSetupIntent(store, id, { caller, form: given, now: now() }), caller, given.list('expand'));
    }))
    .post('/v1/setup_intents/:id/confirm', endpoint(({ id, caller, userAgent, form }) => {
      const given = form(confirmNames);
      const intent = findSetupIntent(store, id, { caller, form: given, now: now() });
      return answerWith(store, confirmSetupIntent(store, intent, { caller, form: given, userAgent, now: now() }), caller, given.list('expand'));
    }))
    .post('/v1/setup_intents/:id/cancel', endpoint(({ id, caller, form }) => {
      needServer(caller);
      const given = form(['cancellation_reason', 'expand[]']);
      return answerWith(store, cancelSetupIntent(store, findSetupIntent(store, id, { caller, form: given, now: now() }), given), caller, given.list('expand'));
    }))
    .get('/v1/payment_methods/:id', endpoint(({ id, caller, form }) => {
      needServer(caller);
      form(['expand[]']);
      const method = store.paymentMethods.get(id);
      if (!method) throw missing('PaymentMethod', id, 'payment_method');
      return toPaymentMethod(method);
    }))
    .get('/v1/mandates/:id', endpoint(({ id, caller, form }) => {
      needServer(caller);
      form(['expand[]']);
      const mandate = store.mandates.get(id);
      if (!mandate) throw missing('mandate', id, 'mandate');
      return toMandate(mandate);
    }))
    .all('*', endpoint(() => {
      throw new StripeFault(404, { message: 'Unrecognized request URL. Please see https://stripe.com/docs or we can help at https://support.stripe.com/.' });
    }));
}
