import { Stripe } from 'stripe';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSimulators, type Simulators } from '../start.ts';

let simulators: Simulators;
let folder: string;
let now = new Date('2026-11-21T13:00:00Z');
const start = async () => void (simulators = await startSimulators({ now: () => now, stateFile: join(folder, 'simulators.jsonl') }));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'simulated-stripe-'));
  await start();
});
afterAll(async () => {
  await simulators.close();
  await rm(folder, { recursive: true, force: true });
});

const clientFor = (key: string) => new Stripe(key, {
  maxNetworkRetries: 0, telemetry: false,
  httpClient: Stripe.createFetchHttpClient((input: string | URL | Request, init?: RequestInit) => {
    const { pathname, search } = new URL(input instanceof Request ? input.url : input);
    return fetch(`${simulators.stripeUrl}${pathname}${search}`, init);
  }),
});
const server = () => clientFor('rk_test_simulated');
const browser = () => clientFor('pk_test_simulated');

async function begin() {
  const customer = await server().customers.create({ name: 'Karosserie Muster', email: 'buchhaltung@muster.example', metadata: { tenant: 't1' } });
  const intent = await server().setupIntents.create({ customer: customer.id, allowed_payment_method_types: ['sepa_debit'], usage: 'off_session', metadata: { tenant_id: 't1' } });
  return { customer, intent };
}

const give = (intent: Stripe.SetupIntent, iban: string) => browser().setupIntents.confirm(intent.id, {
  client_secret: intent.client_secret,
  payment_method_data: { type: 'sepa_debit', sepa_debit: { iban }, billing_details: { name: 'Karosserie Muster GmbH', email: 'buchhaltung@muster.example' } },
} as Stripe.SetupIntentConfirmParams);

const faultOf = (call: Promise<unknown>) => call.then(() => null, (error: Stripe.errors.StripeError) => ({ status: error.statusCode, type: error.rawType, code: error.code, param: error.param, message: error.message }));

test('a mandate given in the browser is read back by our server, the account without its IBAN', async () => {
  const { customer, intent } = await begin();
  expect(intent).toMatchObject({ status: 'requires_payment_method', customer: customer.id, usage: 'off_session', payment_method: null, metadata: { tenant_id: 't1' } });
  const told = await give(intent, 'DE89 3704 0044 0532 0130 00');
  expect(told).toMatchObject({ id: intent.id, status: 'succeeded' });
  expect(told).not.toHaveProperty('customer');
  const read = await server().setupIntents.retrieve(intent.id, { expand: ['payment_method', 'mandate'] });
  const method = read.payment_method as Stripe.PaymentMethod;
  const mandate = read.mandate as Stripe.Mandate;
  expect(method).toMatchObject({ customer: customer.id, type: 'sepa_debit', sepa_debit: { last4: '3000', country: 'DE', bank_code: '37040044' }, billing_details: { name: 'Karosserie Muster GmbH' } });
  expect(mandate).toMatchObject({ status: 'active', payment_method: method.id, payment_method_details: { type: 'sepa_debit' } });
  expect(mandate.customer_acceptance.online?.user_agent).toBeTruthy();
  expect(JSON.stringify(read)).not.toContain('DE89');
  expect(await server().paymentMethods.retrieve(method.id)).toMatchObject({ id: method.id });
  expect(await server().mandates.retrieve(mandate.id)).toMatchObject({ id: mandate.id });
  const account = simulators.stripe.findPaymentMethod(customer.id, method.id);
  expect(account).toMatchObject({ holder: 'Karosserie Muster GmbH', last4: '3000', behaviour: 'pays', bankName: 'Commerzbank Köln', mandate: { reference: mandate.payment_method_details.sepa_debit?.reference } });
  expect(simulators.stripe.findPaymentMethod('cus_other', method.id)).toBeUndefined();
});

test('a refused account leaves the intent open, says why, and another can be given', async () => {
  const { customer, intent } = await begin();
  expect(await faultOf(give(intent, 'DE51370400440532013005'))).toMatchObject({ status: 402, code: 'bank_account_unusable' });
  const read = await server().setupIntents.retrieve(intent.id);
  expect(read).toMatchObject({ status: 'requires_payment_method', payment_method: null, last_setup_error: { code: 'bank_account_unusable', payment_method: { sepa_debit: { last4: '3005' } } } });
  expect(simulators.stripe.findPaymentMethod(customer.id, read.last_setup_error!.payment_method!.id)).toBeUndefined();
  expect(await faultOf(give(intent, 'DE89370400440532013001'))).toMatchObject({ status: 400, code: 'invalid_bank_account_iban', param: 'payment_method_data[sepa_debit][iban]' });
  expect(await faultOf(give(intent, 'CH9300762011623852957'))).toMatchObject({ status: 400, code: 'payment_method_billing_details_address_missing' });
  expect(await give(intent, 'AT611904300234573201')).toMatchObject({ status: 'succeeded', last_setup_error: null });
});

test('what the bank takes time for is in process until it answers, with yes or with no', async () => {
  const [yes, no] = [await begin(), await begin()];
  expect(await give(yes.intent, 'DE94370400440532013007')).toMatchObject({ status: 'processing' });
  expect(await give(no.intent, 'DE24370400440532013006')).toMatchObject({ status: 'processing' });
  expect(await faultOf(give(yes.intent, 'DE89370400440532013000'))).toMatchObject({ status: 400, code: 'setup_intent_unexpected_state' });
  const { payment_method: method } = await server().setupIntents.retrieve(yes.intent.id);
  expect(simulators.stripe.findPaymentMethod(yes.customer.id, method as string)).toBeUndefined();
  now = new Date(now.getTime() + 3 * 60 * 1000);
  expect(simulators.stripe.findPaymentMethod(yes.customer.id, method as string)).toBeDefined();
  expect(await server().setupIntents.retrieve(yes.intent.id)).toMatchObject({ status: 'succeeded', payment_method: method });
  expect(await server().setupIntents.retrieve(no.intent.id)).toMatchObject({ status: 'requires_payment_method', last_setup_error: { code: 'bank_account_declined' } });
});

test('an intent that is cancelled, or a day old, cannot be confirmed any more', async () => {
  const [cancelled, old] = [await begin(), await begin()];
  expect(await server().setupIntents.cancel(cancelled.intent.id, { cancellation_reason: 'requested_by_customer' })).toMatchObject({ status: 'canceled', cancellation_reason: 'requested_by_customer' });
  expect(await faultOf(give(cancelled.intent, 'DE89370400440532013000'))).toMatchObject({ status: 400, code: 'setup_intent_unexpected_state' });
  now = new Date(now.getTime() + 24 * 60 * 60 * 1000);
  expect(await server().setupIntents.retrieve(old.intent.id)).toMatchObject({ status: 'canceled', cancellation_reason: 'abandoned' });
});

test('the same key gives the same answer, errors too, and is refused for anything else', async () => {
  const ask = (name: string, idempotencyKey: string) => server().customers.create({ name }, { idempotencyKey });
  const first = await ask('Eins', 'key-1');
  const again = await ask('Eins', 'key-1');
  expect(again.id).toBe(first.id);
  expect(await faultOf(ask('Zwei', 'key-1'))).toMatchObject({ status: 400, type: 'idempotency_error' });
  const nobody = () => faultOf(server().setupIntents.create({ customer: 'cus_nobody', allowed_payment_method_types: ['sepa_debit'] }, { idempotencyKey: 'key-2' }));
  expect(await nobody()).toEqual(await nobody());
  now = new Date(now.getTime() + 24 * 60 * 60 * 1000);
  expect((await ask('Zwei', 'key-1')).id).not.toBe(first.id);
});

test('unknown names, missing ones, and what is not there are refused as Stripe refuses them', async () => {
  const { customer, intent } = await begin();
  const create = (params: object) => faultOf(server().setupIntents.create({ customer: customer.id, allowed_payment_method_types: ['sepa_debit'], ...params } as Stripe.SetupIntentCreateParams));
  expect(await create({ paymnt: 1 })).toMatchObject({ status: 400, code: 'parameter_unknown', param: 'paymnt' });
  expect(await create({ usage: 'sometimes' })).toMatchObject({ status: 400, param: 'usage' });
  expect(await create({ allowed_payment_method_types: ['card'] })).toMatchObject({ status: 400, param: 'allowed_payment_method_types' });
  expect(await create({ payment_method_types: ['sepa_debit'] })).toMatchObject({ status: 400, code: 'payment_method_types_no_longer_supported' });
  expect(await create({ customer: 'cus_nobody' })).toMatchObject({ status: 404, code: 'resource_missing', param: 'customer' });
  expect(await faultOf(browser().setupIntents.confirm(intent.id, { client_secret: intent.client_secret, payment_method_data: { type: 'sepa_debit' } } as Stripe.SetupIntentConfirmParams))).toMatchObject({ status: 400, code: 'parameter_missing' });
  expect(await faultOf(server().setupIntents.retrieve('seti_nothing'))).toMatchObject({ status: 404, code: 'resource_missing' });
  expect(await faultOf(server().refunds.list())).toMatchObject({ status: 404 });
});

test('a browser needs the secret of its intent and reaches nothing else', async () => {
  const { customer, intent } = await begin();
  expect(await faultOf(browser().customers.retrieve(customer.id))).toMatchObject({ status: 401, code: 'secret_key_required' });
  expect(await faultOf(browser().setupIntents.retrieve(intent.id))).toMatchObject({ status: 400, code: 'parameter_missing', param: 'client_secret' });
  expect(await faultOf(browser().setupIntents.retrieve(intent.id, { client_secret: `${intent.id}_secret_guessed` }))).toMatchObject({ status: 400 });
  expect(await faultOf(clientFor('nonsense').customers.retrieve(customer.id))).toMatchObject({ status: 401 });
});

test('an outage is told as such, and a call whose answer was lost is not carried out twice', async () => {
  simulators.faults.set('stripe', { mode: 'down', times: 1 });
  expect(await faultOf(server().customers.create({ name: 'Muster' }))).toMatchObject({ status: 500, type: 'api_error' });
  simulators.faults.set('stripe', { mode: 'timeoutAfterAccept', times: 1 });
  const create = (timeout: number) => server().customers.create({ name: 'Muster' }, { idempotencyKey: 'key-lost', timeout });
  await expect(create(200)).rejects.toMatchObject({ type: 'StripeConnectionError' });
  const customer = await create(5000);
  expect((await create(5000)).id).toBe(customer.id);
});

test('nothing that was acknowledged is forgotten when the process is killed', async () => {
  const { customer, intent } = await begin();
  await give(intent, 'DE89370400440532013000');
  await simulators.close();
  await start();
  const read = await server().setupIntents.retrieve(intent.id);
  expect(read.status).toBe('succeeded');
  expect(simulators.stripe.findPaymentMethod(customer.id, read.payment_method as string)).toBeDefined();
});
