import type { Delivery } from '@meldewerk/contract/delivery';
import type { ReportDetail } from '@meldewerk/contract/report';
import { signCallback } from '@meldewerk/simulators/twilio/status-callback';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { linkOf, preparationOf, prepare, sendLink } from '../../test/prepare-report.ts';
import { report as submitted } from '../../test/customer.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';

let platform: Platform;
let workshop: Workshop;
let cookie: string;

beforeAll(async () => {
  platform = await bootPlatform();
  workshop = await provisionWorkshop(platform, 'karosserie-umweg');
  cookie = await signInAs(platform, workshop, 'clerk');
});
beforeEach(() => platform.simulators.inbox.clear());
afterAll(() => platform?.close());

const detail = async (reportId: string) => (await (await platform.request(workshop.host, `/api/reports/${reportId}`, { cookie })).json()) as ReportDetail;
const inbox = () => platform.simulators.inbox.messages();

/** A prepared report whose link went out by SMS to this number. */
async function linkSent(phone: string, email: string | undefined = 'jana@kunde.example') {
  const preparation = preparationOf();
  const { id } = await prepare(platform, workshop, cookie, { preparation: { ...preparation, reporter: { ...preparation.reporter, phone, email } } });
  expect((await sendLink(platform, workshop, cookie, id)).status).toBe(202);
  await platform.runJobs();
  return id;
}

async function tellUndelivered({ id }: Delivery, code = '30003', status = 'undelivered') {
  const path = `/api/webhooks/twilio/${id}?round=1`;
  const form = { MessageSid: `SM${id.replaceAll('-', '')}`, MessageStatus: status, ErrorCode: code };
  const response = await platform.request(workshop.host, path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signCallback(`http://${workshop.host}${path}`, 'test', form) },
    body: new URLSearchParams(form).toString(),
  });
  expect(response.status).toBe(204);
  await platform.runJobs();
}

test('a link whose SMS is refused goes by mail, with the same address in it, and the report says in whose place', async () => {
  const id = await linkSent('0150 00021614');
  expect(inbox().map(({ to }) => to)).toEqual(['jana@kunde.example']);
  expect(inbox()[0]?.text).toContain((await linkOf(platform, workshop, cookie, id)).url);
  const [sms, mail] = (await detail(id)).deliveries;
  expect(sms).toMatchObject({ target: 'customerSms', purpose: 'link', state: 'failed', errorCode: '21614', standsInFor: null });
  expect(mail).toMatchObject({ target: 'customerEmail', purpose: 'link', state: 'sent', standsInFor: sms?.id });
});

test('an SMS that the vendor loses on the way is followed by one mail, however often the vendor says so', async () => {
  const id = await linkSent('0151 23456789');
  const [sms] = (await detail(id)).deliveries;
  if (!sms) throw new Error('the SMS is on the report');
  expect(inbox()).toHaveLength(1);
  await tellUndelivered(sms);
  await tellUndelivered(sms, '30003', 'failed');
  expect(inbox().filter(({ vendor }) => vendor === 'resend')).toHaveLength(1);
  const { events } = await detail(id);
  expect(events.map(({ type }) => type)).toContain('deliveryUndelivered');
});

test('staff who have sent the mail themselves spare the customer a second', async () => {
  const id = await linkSent('0151 23456780');
  await sendLink(platform, workshop, cookie, id, 'email');
  await platform.runJobs();
  const sms = (await detail(id)).deliveries.find(({ target }) => target === 'customerSms');
  if (sms) await tellUndelivered(sms);
  expect(inbox().filter(({ vendor }) => vendor === 'resend')).toHaveLength(1);
});

test('without an address nothing is sent, and the failure stands on the report', async () => {
  const id = await linkSent('0150 00021612', '');
  expect(inbox()).toEqual([]);
  expect((await detail(id)).deliveries).toMatchObject([{ state: 'failed', errorCode: '21612' }]);
});

test('a link that was taken back meanwhile is not sent by mail', async () => {
  const id = await linkSent('0151 23456781');
  const [sms] = (await detail(id)).deliveries;
  await platform.request(workshop.host, `/api/reports/${id}/link`, { method: 'DELETE', cookie });
  if (sms) await tellUndelivered(sms);
  expect(inbox().filter(({ vendor }) => vendor === 'resend')).toEqual([]);
});

test('a confirmation that went by mail at once is not repeated when its SMS fails', async () => {
  const { reportId } = await submitted(platform, workshop.host, { reporter: { role: 'keeper', firstName: 'Jürgen', lastName: 'Groß', phone: '0150 00021614', email: 'kunde@example.com' } });
  await platform.runJobs();
  expect(inbox().filter(({ to }) => to === 'kunde@example.com')).toHaveLength(1);
  expect((await detail(reportId)).deliveries.filter(({ target }) => target === 'customerEmail')).toMatchObject([{ standsInFor: null }]);
});

test('whoever answered STOP is noted once and never sent an SMS again: what comes next goes by mail', async () => {
  const phone = '+4915112312312';
  platform.simulators.inbox.setStopped(phone, true);
  const id = await linkSent(phone);
  const first = await detail(id);
  expect(first.events.filter(({ type }) => type === 'smsStopped')).toHaveLength(1);
  expect(JSON.stringify(first.events)).not.toContain(phone);
  expect(inbox().map(({ vendor }) => vendor)).toEqual(['resend']);

  // Staff are told before anything leaves.
  const refused = await sendLink(platform, workshop, cookie, id);
  expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([409, 'phoneOptedOut']);

  // The vendor would take it again; we do not try.
  platform.simulators.inbox.setStopped(phone, false);
  const { reportId } = await submitted(platform, workshop.host, { reporter: { role: 'keeper', firstName: 'Jana', lastName: 'Stopp', phone } });
  await platform.runJobs();
  expect(inbox().filter(({ vendor }) => vendor === 'twilio')).toEqual([]);
  expect((await detail(reportId)).deliveries.find(({ target }) => target === 'customerSms')).toMatchObject({ state: 'failed', errorCode: 'optedOut' });
});

test('a STOP that the vendor finds out on the way counts as well', async () => {
  const id = await linkSent('0151 23456782');
  const [sms] = (await detail(id)).deliveries;
  if (sms) await tellUndelivered(sms, '21610', 'failed');
  expect((await detail(id)).events.map(({ type }) => type)).toContain('smsStopped');
  expect((await sendLink(platform, workshop, cookie, id)).status).toBe(409);
});
