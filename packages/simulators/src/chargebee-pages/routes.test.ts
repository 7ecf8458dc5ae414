import Chargebee from 'chargebee';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSimulators, type Simulators } from '../start.ts';

let simulators: Simulators;
let now = new Date('2026-11-21T13:00:00Z');
let chargebee: Chargebee;

beforeAll(async () => {
  simulators = await startSimulators({ now: () => now, pagesUrl: 'http://simulators.localhost' });
  const { port } = simulators;
  chargebee = new Chargebee({ site: 'meldewerk-test', apiKey: 'test_key', enableValidation: true, sdkTelemetryEnabled: false, httpClient: {
    async makeApiRequest(request: Request) {
      const { pathname, search } = new URL(request.url);
      return fetch(`http://127.0.0.1:${port}/chargebee${pathname}${search}`, { method: request.method, headers: request.headers, ...(request.method !== 'GET' && { body: await request.text() }) });
    },
  } });
  for (const id of ['t1', 't2']) await chargebee.customer.create({ id, company: `Karosserie ${id} GmbH`, email: `buchhaltung@${id}.example` });
});
afterAll(() => simulators.close());

const visit = async (address: string, { form, cookie, headers = {} }: { form?: Record<string, string>; cookie?: string; headers?: Record<string, string> } = {}) =>
  simulators.fetch(new Request(new URL(address, 'http://simulators.localhost'), { redirect: 'manual', headers: { ...(cookie && { cookie }), ...headers }, ...(form && { method: 'POST', body: new URLSearchParams(form) }) }));
const good = { holder: 'Karosserie t1 GmbH', iban: 'DE89 3704 0044 0532 0130 00', agreed: 'yes' };
const newPage = async () => (await chargebee.hostedPage.managePaymentSources({ customer: { id: 't1' }, redirect_url: 'http://billing.localhost/mandate/m1?x=1' })).hosted_page;
const stateOf = async (id: string) => (await chargebee.hostedPage.retrieve(id)).hosted_page;

test('a mandate given on the hosted page leads back with id and state, and is there for the API', async () => {
  const page = await newPage();
  const shown = await visit(page.url!);
  const html = await shown.text();
  expect(html).toContain('Simuliert – es fließt kein Geld');
  expect(html).toContain('Karosserie t1 GmbH');
  // The browser holds the way back against the policy of the form it came from.
  expect(shown.headers.get('content-security-policy')).toContain("form-action 'self' http://billing.localhost;");
  const done = await visit(page.url!, { form: good });
  expect([done.status, done.headers.get('location')]).toEqual([303, `http://billing.localhost/mandate/m1?x=1&id=${page.id}&state=succeeded`]);
  expect(await stateOf(page.id!)).toMatchObject({ state: 'succeeded', content: { payment_source: { status: 'valid', bank_account: { last4: '3000', direct_debit_scheme: 'sepa_core', name_on_account: 'Karosserie t1 GmbH' } } } });
  expect(html + JSON.stringify(await stateOf(page.id!))).not.toContain('DE89370400440532013000');
});

test('a page can be cancelled, is over once it was used, and runs out', async () => {
  const cancelled = await newPage();
  const back = await visit(`${cancelled.url}cancel`, { form: {} });
  expect(back.headers.get('location')).toContain(`id=${cancelled.id}&state=cancelled`);
  expect((await stateOf(cancelled.id!)).state).toBe('cancelled');
  for (const again of [await visit(cancelled.url!), await visit(cancelled.url!, { form: good })]) expect([again.status, await again.text()]).toEqual([410, expect.stringContaining('nicht mehr gültig')]);
  const old = await newPage();
  now = new Date(now.getTime() + 5 * 86_400_000);
  expect((await visit(old.url!)).status).toBe(410);
  expect((await visit('/chargebee/pages/v3/guessed/')).status).toBe(410);
});

test('what was entered wrong is told beside its field, in the language of the browser, and nothing is given', async () => {
  const page = await newPage();
  const told = async (form: Record<string, string>, language = 'de') => {
    const answer = await visit(page.url!, { form, headers: { 'accept-language': language } });
    expect(answer.status).toBe(422);
    return answer.text();
  };
  expect(await told({ ...good, iban: 'DE89 3704 0044 0532 0130 01' })).toContain('Die IBAN ist ungültig');
  expect(await told({ ...good, iban: 'DE51 3704 0044 0532 0130 05' })).toContain('nimmt für dieses Konto kein Mandat an');
  expect(await told({ ...good, holder: '', agreed: '' }, 'en-GB,de;q=0.5')).toMatch(/Please enter the account holder[\s\S]*Please give the mandate/);
  expect(await told({ ...good, holder: '<script>alert(1)</script>', iban: '' })).not.toContain('<script>alert');
  expect((await stateOf(page.id!)).state).toBe('created');
});

test('the portal opens once by its address, shows one customer alone, and changes what is debited', async () => {
  const { portal_session: session } = await chargebee.portalSession.create({ customer: { id: 't2' }, redirect_url: 'http://billing.localhost/' });
  const entered = await visit(session.access_url);
  const cookie = entered.headers.get('set-cookie')!.split(';')[0]!;
  expect(entered.status).toBe(303);
  expect((await visit(session.access_url)).status).toBe(410);
  expect((await visit(`${session.access_url.slice(0, -1)}x`)).status).toBe(410);
  const home = (await visit('/chargebee/portal/v2/home', { cookie })).text();
  expect(await home).toContain('Karosserie t2 GmbH');
  expect(await home).not.toContain('Karosserie t1');

  for (const iban of [good.iban, 'AT61 1904 3002 3457 3201']) await visit('/chargebee/portal/v2/payment_sources', { cookie, form: { ...good, holder: 'T2', iban } });
  const { list } = await chargebee.paymentSource.list({ customer_id: { is: 't2' } });
  const [austrian, german] = [list.find(({ payment_source: { issuing_country: country } }) => country === 'AT')!.payment_source, list.find(({ payment_source: { issuing_country: country } }) => country === 'DE')!.payment_source];
  const primary = async () => (await chargebee.customer.retrieve('t2')).customer.primary_payment_source_id;
  expect(await primary()).toBe(austrian.id);
  await visit(`/chargebee/portal/v2/payment_sources/${german.id}/primary`, { cookie, form: {} });
  expect(await primary()).toBe(german.id);
  await visit(`/chargebee/portal/v2/payment_sources/${austrian.id}/removal`, { cookie, form: {} });
  expect(await (await visit('/chargebee/portal/v2/home', { cookie })).text()).not.toContain('3201');

  const other = (await chargebee.paymentSource.list({ customer_id: { is: 't1' } })).list[0]!.payment_source;
  expect((await visit(`/chargebee/portal/v2/payment_sources/${other.id}/removal`, { cookie, form: {} })).status).toBe(404);
  const left = await visit('/chargebee/portal/v2/logout', { cookie, form: {} });
  expect(left.headers.get('location')).toBe('http://billing.localhost/');
  expect((await visit('/chargebee/portal/v2/home', { cookie })).status).toBe(410);
});

test('another website can press none of the buttons', async () => {
  const page = await newPage();
  expect((await visit(page.url!, { form: good, headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
  expect((await stateOf(page.id!)).state).toBe('created');
});
