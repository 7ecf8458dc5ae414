import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { clientOf, createCustomer, giveAccount, plan, refusalOf, type RentedSite, rentSite, subscribe } from './rented-site.fixture.ts';

let site: RentedSite;
let folder: string;
beforeAll(async () => {
  site = await rentSite();
  folder = await mkdtemp(join(tmpdir(), 'simulated-chargebee-'));
});
afterEach(() => site.simulators.faults.set('chargebee', { mode: 'none' }));
afterAll(async () => {
  await site.simulators.close();
  await rm(folder, { recursive: true });
});

const post = (path: string, form: string, headers: Record<string, string> = {}) =>
  fetch(`${site.simulators.chargebeeUrl}/api/v2${path}`, { method: 'POST', body: form, headers: { authorization: `Basic ${btoa('test_key:')}`, 'content-type': 'application/x-www-form-urlencoded', ...headers } });

test('a change under the same key happens once, for half an hour', async () => {
  const key = { 'chargebee-idempotency-key': 'customer/once' };
  const first = await site.chargebee.customer.create({ company: 'Einmal GmbH' }, key);
  const again = await site.chargebee.customer.create({ company: 'Einmal GmbH' }, key);
  expect(String(again.isIdempotencyReplayed)).toBe('true');
  expect(again.customer).toEqual(first.customer);
  expect(await refusalOf(site.chargebee.customer.create({ company: 'Zweimal GmbH' }, key))).toMatchObject({ http_status_code: 400, type: 'invalid_request' });
  await site.simulator.travel({ minutes: 31 });
  expect((await site.chargebee.customer.create({ company: 'Einmal GmbH' }, key)).customer.id).not.toBe(first.customer.id);
  expect((await post('/customers', 'company=X', { 'chargebee-idempotency-key': 'k'.repeat(101) })).status).toBe(400);
});

test('two of the same at the same time are one', async () => {
  const key = { 'chargebee-idempotency-key': 'customer/at-once' };
  const made = await Promise.all([1, 2, 3].map(() => site.chargebee.customer.create({ company: 'Zugleich GmbH' }, key)));
  expect(new Set(made.map(({ customer }) => customer.id)).size).toBe(1);
});

test('refusals read as the vendor words them', async () => {
  expect(await refusalOf(clientOf(site.simulators.chargebeeUrl, 'live_key').customer.list())).toMatchObject({ http_status_code: 401, api_error_code: 'api_authentication_failed' });
  expect(await refusalOf(site.chargebee.customer.retrieve('nobody'))).toMatchObject({ http_status_code: 404, api_error_code: 'resource_not_found', type: 'invalid_request', message: expect.any(String) });
  const id = await createCustomer(site);
  expect(await refusalOf(site.chargebee.customer.create({ id }))).toMatchObject({ api_error_code: 'duplicate_entry', param: 'id' });
  expect(await refusalOf(site.chargebee.subscription.createWithItems(id, { subscription_items: plan('no-plan') }))).toMatchObject({ http_status_code: 404, param: 'item_price_id' });
  expect(await (await post('/customers/x/merge', '')).json()).toMatchObject({ api_error_code: 'api_not_found' });
});

test.each([
  ['a name the vendor does not know', 'compnay=Muster', 'compnay'],
  ['a word that is none of its own', 'auto_collection=maybe', 'auto_collection'],
  ['text in place of a number', 'net_term_days=soon', 'net_term_days'],
  ['too long a text', `company=${'x'.repeat(251)}`, 'company'],
])('%s is refused with the name of the parameter', async (_, form, param) => {
  const response = await post('/customers', form);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ type: 'invalid_request', api_error_code: 'param_wrong_value', param });
});

test('lists are filtered and sorted, page by page, and nothing is on two of them', async () => {
  const ids = [];
  for (let at = 0; at < 5; at++) ids.push(await createCustomer(site));
  const seen: string[] = [];
  for (let offset: string | undefined, page = 0; page === 0 || offset !== undefined; page++) {
    const { list, next_offset } = await site.chargebee.customer.list({ limit: 2, company: { is: 'Karosserie Muster GmbH' }, 'sort_by[asc]': 'created_at', ...(offset !== undefined && { offset }) });
    seen.push(...list.map(({ customer }) => customer.id));
    offset = next_offset;
  }
  expect(seen.slice(-5)).toEqual(ids);
  expect(new Set(seen).size).toBe(seen.length);
  const { list: plans } = await site.chargebee.itemPrice.list({ item_type: { is: 'plan' }, status: { is: 'active' }, item_family_id: { is: 'meldewerk' }, period_unit: { is: 'month' } });
  expect(plans.map(({ item_price }) => item_price.id).sort()).toEqual(['betrieb-EUR-monthly', 'werkstatt-EUR-monthly']);
  expect(await refusalOf(site.chargebee.customer.list({ offset: 'here' }))).toMatchObject({ param: 'offset' });
});

test('events since an instant can be asked for, to the second', async () => {
  const since = site.simulator.site.seconds();
  await site.simulator.travel({ minutes: 5 });
  await createCustomer(site);
  const after = (instant: number) => site.chargebee.event.list({ occurred_at: { after: String(instant) as never } });
  expect((await after(since)).list.map(({ event }) => event.event_type)).toEqual(['customer_created']);
  expect((await after(site.simulator.site.seconds())).list).toEqual([]);
});

test('the time machine has one name and no way back', async () => {
  const { time_machine: before } = await site.chargebee.timeMachine.retrieve('delorean');
  const { time_machine: then } = await site.chargebee.timeMachine.travelForward('delorean', { destination_time: before.destination_time + 3600 });
  expect(then).toMatchObject({ time_travel_status: 'succeeded', destination_time: before.destination_time + 3600 });
  expect(await refusalOf(site.chargebee.timeMachine.travelForward('delorean', { destination_time: before.destination_time }))).toMatchObject({ param: 'destination_time' });
  expect(await refusalOf(site.chargebee.timeMachine.retrieve('tardis'))).toMatchObject({ http_status_code: 404 });
});

test('a portal session opens once and within an hour; a hosted page leads back with a bank account', async () => {
  const customerId = await createCustomer(site);
  const { portal_session: session } = await site.chargebee.portalSession.create({ redirect_url: 'http://billing.localhost/account', customer: { id: customerId } });
  expect(session).toMatchObject({ status: 'created', customer_id: customerId, expires_at: session.created_at + 3600, linked_customers: [{ has_payment_method: false }] });
  expect((await site.chargebee.portalSession.activate(session.id, { token: session.token })).portal_session.status).toBe('activated');
  expect(await refusalOf(site.chargebee.portalSession.activate(session.id, { token: 'forged' }))).toMatchObject({ http_status_code: 400 });

  const { hosted_page: page } = await site.chargebee.hostedPage.managePaymentSources({ customer: { id: customerId }, redirect_url: 'http://billing.localhost/mandate/1', card: { gateway_account_id: 'gw_simulated' } });
  expect(page).toMatchObject({ type: 'manage_payment_sources', state: 'created', url: expect.stringContaining(page.id ?? '-'), content: {} });
  expect(await refusalOf(site.chargebee.hostedPage.acknowledge(page.id ?? ''))).toMatchObject({ api_error_code: 'invalid_state_for_request' });
});

test('the agreement of a bank account is a file', async () => {
  const { source } = await giveAccount(site, await createCustomer(site));
  const { hosted_page: page } = await site.chargebee.hostedPage.retrieveAgreementPdf({ payment_source_id: source.id });
  const file = await (await fetch(page.url ?? '')).text();
  expect(file).toContain(`Mandatsreferenz: ${source.bank_account?.mandate_id}`);
});

test('outages are met as the vendor would show them, and a time-out has done its work', async () => {
  const { faults } = site.simulators;
  faults.set('chargebee', { mode: 'down', times: 1 });
  expect(await refusalOf(site.chargebee.customer.list())).toMatchObject({ http_status_code: 503 });
  faults.set('chargebee', { mode: 'rateLimited', times: 1 });
  expect(await refusalOf(site.chargebee.customer.list())).toMatchObject({ http_status_code: 429, api_error_code: 'api_request_limit_exceeded', headers: { 'retry-after': '2' } });
  faults.set('chargebee', { mode: 'timeoutAfterAccept', times: 1 });
  await expect(fetch(`${site.simulators.chargebeeUrl}/api/v2/customers`, { method: 'POST', body: 'id=timed-out', headers: { authorization: `Basic ${btoa('test_key:')}`, 'chargebee-idempotency-key': 'timed-out' }, signal: AbortSignal.timeout(300) })).rejects.toThrow();
  const again = await post('/customers', 'id=timed-out', { 'chargebee-idempotency-key': 'timed-out' });
  expect([again.status, again.headers.get('chargebee-idempotency-replayed')]).toEqual([200, 'true']);
});

test('a script in another process can turn the hands of the clock and of fate', async () => {
  const { customerId } = await subscribe(site);
  const control = async (path: string, json: unknown, type = 'application/json') => {
    const response = await fetch(`${site.simulators.chargebeeUrl}/control/${path}`, { method: 'POST', headers: { 'content-type': type }, body: JSON.stringify(json) });
    return { status: response.status, ...((await response.json()) as Record<string, unknown>) };
  };
  expect(await control('next-debits', { customerId, behaviour: 'refuses' })).toMatchObject({ nextDebits: [{ id: customerId, behaviour: 'refuses' }] });
  const before = site.simulator.site.now();
  expect(await control('travel', { days: 40 })).toMatchObject({ now: new Date(before.getTime() + 40 * 86_400_000).toISOString(), nextDebits: [] });
  expect(await control('returns', { customerId })).toMatchObject({ returned: true });
  expect(await control('lapses', { customerId, status: 'expiring' })).toMatchObject({ lapsed: true });
  expect(await control('webhooks', { twice: true, lostShare: 2 })).toMatchObject({ status: 400 });
  expect(await control('travel', { days: 1 }, 'text/plain')).toMatchObject({ status: 415 });
});

test('a restart forgets nothing that was answered, its time least of all', async () => {
  const stateFile = join(folder, 'simulators.jsonl');
  const before = await rentSite({ stateFile });
  const { customerId, subscriptionId } = await subscribe(before);
  const { subscription } = await before.chargebee.subscription.retrieve(subscriptionId);
  const seconds = before.simulator.site.seconds();
  await before.simulators.close();

  const after = await rentSite({ stateFile });
  expect(after.simulator.site.seconds()).toBe(seconds);
  expect((await after.chargebee.subscription.retrieve(subscriptionId)).subscription).toEqual(subscription);
  await after.simulator.travel({ minutes: 2 });
  expect((await after.chargebee.invoice.list({ customer_id: { is: customerId } })).list[0]?.invoice.status).toBe('paid');
  await after.simulators.close();
});
