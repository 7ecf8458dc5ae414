import { randomUUID } from 'node:crypto';
import type { StatusLinkAddress } from '@meldewerk/contract/link-state';
import type { ReportDetail } from '@meldewerk/contract/report';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { openStatusPage } from '../../test/status-page.ts';
import { bearer, submitSmallReport } from '../../test/submit-report.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';

let platform: Platform;
let workshop: Workshop;
let clerk: string;
let reportId: string;

beforeAll(async () => {
  platform = await bootPlatform();
  workshop = await provisionWorkshop(platform, 'karosserie-link');
  clerk = await signInAs(platform, workshop, 'clerk');
});
beforeEach(async () => {
  ({ receipt: { reportId } } = await submitSmallReport(platform, workshop));
  platform.simulators.inbox.clear();
  await platform.services.sql`delete from rate_limits`;
});
afterAll(() => platform?.close());

const at = (path = '') => `/api/reports/${reportId}/status-link${path}`;
const address = async () => (await (await platform.request(workshop.host, at(), { cookie: clerk })).json()) as StatusLinkAddress;
const tokenIn = (url: string) => url.split('/s/')[1] ?? '';
const door = (token: string) => platform.request(workshop.host, '/api/status/door', { headers: bearer({ token }) });
const send = (channel: string, id: string = randomUUID()) => platform.request(workshop.host, at('/messages'), { cookie: clerk, json: { id, channel } });
const stateOf = async () => ((await (await platform.request(workshop.host, `/api/reports/${reportId}`, { cookie: clerk })).json()) as ReportDetail).statusLink.state;

test('the confirmation brings the customer the address, by mail and SMS, and it opens the page', async () => {
  expect(await stateOf()).toBe('notSent');
  await platform.runJobs();
  const texts = platform.simulators.inbox.messages().filter(({ to }) => !to.startsWith('admin')).map(({ text }) => text);
  expect(texts).toHaveLength(2);
  const { url } = await address();
  for (const text of texts) expect(text).toContain(url);
  expect((await door(tokenIn(url))).status).toBe(200);
  expect(await stateOf()).toBe('sent');
  await openStatusPage(platform, workshop, reportId);
  expect(await stateOf()).toBe('opened');
});

test('what is stored and shown to staff does not hold the address', async () => {
  await platform.runJobs();
  const { url } = await address();
  const stored = await platform.services.sql.begin(async (sql) => {
    await sql`select set_config('app.tenant_id', ${workshop.tenantId}, true)`;
    return sql`select message::text from deliveries where report_id = ${reportId}`;
  });
  const shown = await (await platform.request(workshop.host, `/api/reports/${reportId}`, { cookie: clerk })).text();
  expect(JSON.stringify(stored) + shown).not.toContain(tokenIn(url));
});

test('staff send it again, and pressing twice sends once', async () => {
  await platform.runJobs();
  platform.simulators.inbox.clear();
  const id = randomUUID();
  expect([(await send('sms', id)).status, (await send('sms', id)).status, (await send('email')).status]).toEqual([202, 202, 202]);
  await platform.runJobs();
  const { url } = await address();
  const messages = platform.simulators.inbox.messages();
  expect(messages.map(({ vendor }) => vendor).toSorted()).toEqual(['resend', 'twilio']);
  for (const { text } of messages) expect(text).toContain(url);
});

test('withdrawn, no address opens any more, also where the page was open; renewing makes one that does', async () => {
  const { token, access } = await openStatusPage(platform, workshop, reportId);
  expect((await platform.request(workshop.host, at(), { method: 'DELETE', cookie: clerk })).status).toBe(204);
  const page = await platform.request(workshop.host, '/api/status', { headers: bearer({ token: access }) });
  expect([(await door(token)).status, page.status, await stateOf(), (await send('sms')).status]).toEqual([410, 410, 'withdrawn', 410]);

  const renewed = (await (await platform.request(workshop.host, at('/renewal'), { method: 'POST', cookie: clerk })).json()) as StatusLinkAddress;
  expect(renewed.link.state).toBe('notSent');
  expect([(await door(token)).status, (await door(tokenIn(renewed.url))).status]).toEqual([410, 200]);
  expect((await platform.request(workshop.host, '/api/status', { headers: bearer({ token: access }) })).status).toBe(410);
});

test('a message that was waiting when the link was taken back does not leave', async () => {
  await platform.runJobs();
  platform.simulators.inbox.clear();
  await send('sms');
  await platform.request(workshop.host, at(), { method: 'DELETE', cookie: clerk });
  await platform.runJobs();
  expect(platform.simulators.inbox.messages()).toEqual([]);
});
