import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startSimulators, type Simulators } from '../start.ts';
import { countSegments } from './segments.ts';

const account = `AC${'1'.repeat(32)}`;
const authorization = `Basic ${btoa(`${account}:token`)}`;
const sms = { To: '+4915112345678', From: 'Meldewerk', Body: 'Hallo' };
let now = new Date('2026-11-21T13:00:05.700Z');
let simulators: Simulators;

beforeAll(async () => void (simulators = await startSimulators({ now: () => now })));
beforeEach(() => simulators.inbox.clear());
afterAll(() => simulators.close());

const messagesUrl = () => `${simulators.twilioUrl}/2010-04-01/Accounts/${account}/Messages.json`;
const post = (form: Record<string, string>, headers: Record<string, string> = { authorization }) =>
  fetch(messagesUrl(), { method: 'POST', headers, body: new URLSearchParams(form) });
const list = async (query: Record<string, string>) => {
  const response = await fetch(`${messagesUrl()}?${new URLSearchParams(query)}`, { headers: { authorization } });
  return (await response.json()) as { messages: { sid: string; status: string; body: string }[]; next_page_uri: string | null };
};

test('an accepted SMS looks as the vendor shows it', async () => {
  const response = await post(sms);
  expect(response.status).toBe(201);
  const resource = (await response.json()) as { sid: string };
  expect(resource).toMatchObject({
    account_sid: account, to: sms.To, from: 'Meldewerk', body: 'Hallo', status: 'queued', num_segments: '1',
    date_created: 'Sat, 21 Nov 2026 13:00:05 +0000', date_sent: null, error_code: null, direction: 'outbound-api',
  });
  expect(resource.sid).toMatch(/^SM[0-9a-f]{32}$/);
  const again = await fetch(messagesUrl().replace('.json', `/${resource.sid}.json`), { headers: { authorization } });
  expect(await again.json()).toMatchObject({ sid: resource.sid });
});

test('credentials of this account are needed', async () => {
  expect((await post(sms, {})).status).toBe(401);
  expect(await (await post(sms, { authorization: `Basic ${btoa(`AC${'2'.repeat(32)}:token`)}` })).json()).toMatchObject({ code: 20003, status: 401 });
});

test.each([
  ['no recipient', { ...sms, To: '' }, 21604],
  ['no sender', { ...sms, From: '' }, 21603],
  ['no text', { ...sms, Body: ' ' }, 21602],
  ['a text beyond 1600 characters', { ...sms, Body: 'x'.repeat(1601) }, 21617],
  ['a national number', { ...sms, To: '015112345678' }, 21211],
  ['a sender of twelve letters', { ...sms, From: 'Meldewerkeee' }, 21212],
  ['a number that opted out', { ...sms, To: '+15005550004' }, 21610],
])('%s is refused with the code of the vendor', async (_, form, code) => {
  const response = await post(form);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ code, status: 400, more_info: `https://www.twilio.com/docs/errors/${code}` });
  expect(simulators.inbox.messages()).toEqual([]);
});

test('the list is filtered by recipient and time, newest first, page by page', async () => {
  for (const [body, at] of [['eins', '10:00'], ['zwei', '11:00'], ['drei', '12:00']] as const) {
    now = new Date(`2026-11-21T${at}:00Z`);
    await post({ ...sms, Body: body });
  }
  await post({ ...sms, To: '+4917000000000' });
  await expect.poll(() => simulators.inbox.messages().every((message) => message.vendor === 'twilio' && message.status === 'delivered')).toBe(true);
  const bodies = async (query: Record<string, string>) => (await list(query)).messages.map(({ body }) => body);
  expect(await bodies({ To: sms.To })).toEqual(['drei', 'zwei', 'eins']);
  expect(await bodies({ To: sms.To, 'DateSent>': '2026-11-21T11:00:00Z' })).toEqual(['drei', 'zwei']);
  expect(await bodies({ To: sms.To, DateSent: '2026-11-20' })).toEqual([]);
  const first = await list({ To: sms.To, PageSize: '2' });
  expect(first.messages).toHaveLength(2);
  const second = await fetch(`${simulators.twilioUrl}${first.next_page_uri}`, { headers: { authorization } });
  expect(await second.json()).toMatchObject({ messages: [{ body: 'eins' }], next_page_uri: null });
});

test('parts of an SMS are counted as the network does', () => {
  expect([countSegments('x'.repeat(160)), countSegments('x'.repeat(161)), countSegments('€'.repeat(81))]).toEqual([1, 2, 2]);
  expect([countSegments('ж'.repeat(70)), countSegments('ж'.repeat(71))]).toEqual([1, 2]);
});
