import { randomUUID } from 'node:crypto';
import type { Delivery, DeliveryTarget } from '@meldewerk/contract/delivery';
import type { ReportDetail } from '@meldewerk/contract/report';
import { signWebhook } from '@meldewerk/simulators/resend/webhook';
import { signCallback } from '@meldewerk/simulators/twilio/status-callback';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { report } from '../../test/customer.ts';
import { bootPlatform, hostOf, resendWebhookSecret, type Platform, type TestRequest } from '../../test/harness.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';

let platform: Platform;
let owner: postgres.Sql;
let workshop: Workshop;
let elsewhere: Workshop;
const cookieOf = new Map<Workshop, string>();

beforeAll(async () => {
  platform = await bootPlatform();
  owner = postgres(platform.database.ownerUrl, { max: 1, onnotice: () => {} });
  workshop = await provisionWorkshop(platform, 'karosserie-ankunft');
  elsewhere = await provisionWorkshop(platform, 'karosserie-anderswo');
  for (const at of [workshop, elsewhere]) cookieOf.set(at, await signInAs(platform, at, 'clerk'));
});
afterAll(async () => {
  await owner?.end();
  await platform?.close();
});

const form = 'application/x-www-form-urlencoded';

async function detail(reportId: string, at = workshop): Promise<ReportDetail> {
  const cookie = cookieOf.get(at) ?? '';
  return (await (await platform.request(at.host, `/api/reports/${reportId}`, { cookie })).json()) as ReportDetail;
}

/** A report whose messages are out, and one of them. */
async function sent(target: DeliveryTarget, at = workshop): Promise<{ delivery: Delivery; look(): Promise<Delivery>; events(): Promise<string[]> }> {
  const { reportId } = await report(platform, at.host);
  await platform.runJobs();
  const look = async () => (await detail(reportId, at)).deliveries.find((delivery) => delivery.target === target)!;
  return { delivery: await look(), look, events: async () => (await detail(reportId, at)).events.map(({ type }) => type) };
}

type Sms = { id: string; status?: string; code?: string; round?: number; sid?: string };

function smsRequest({ id, status = 'delivered', code, round = 1, sid = `SM${id.replaceAll('-', '')}` }: Sms, at = workshop, authToken = 'test') {
  const path = `/api/webhooks/twilio/${id}?round=${round}`;
  const params = { MessageSid: sid, MessageStatus: status, To: '+4915112345678', ...(code && { ErrorCode: code }) };
  const signature = signCallback(`http://${at.host}${path}`, authToken, params);
  return { path, params, request: { method: 'POST', headers: { 'content-type': form, 'x-twilio-signature': signature }, body: new URLSearchParams(params).toString() } };
}

async function tellSms(sms: Sms): Promise<number> {
  const { path, request } = smsRequest(sms);
  return (await platform.request(workshop.host, path, request)).status;
}

type Mail = { id: string; type?: string; bounce?: { type: string; subType: string }; tenant?: string; eventId?: string; round?: string };

function mailRequest({ id, type = 'email.delivered', bounce, tenant = workshop.tenantId, eventId = `msg_${randomUUID()}`, round = '1' }: Mail, at = new Date()): TestRequest {
  const body = JSON.stringify({ type, created_at: '2026-11-20T10:00:00Z', data: { email_id: 'mail-1', to: ['kunde@example.com'], tags: { tenant, delivery: id, round }, ...(bounce && { bounce }) } });
  return { method: 'POST', headers: { 'content-type': 'application/json', ...signWebhook(resendWebhookSecret, eventId, at, body) }, body };
}

async function tell(request: TestRequest, host = hostOf(platform, null)): Promise<number> {
  return (await platform.request(host, '/api/webhooks/resend', request)).status;
}

async function eventsKept(deliveryId: string): Promise<string[]> {
  return (await owner<{ type: string }[]>`select type from vendor_events where delivery_id = ${deliveryId} order by type`).map(({ type }) => type);
}

describe('an SMS', () => {
  test('is sent until Twilio says it arrived', async () => {
    const { delivery, look, events } = await sent('customerSms');
    expect(delivery).toMatchObject({ state: 'sent', arrival: null, arrivalAt: null });
    expect(await tellSms({ id: delivery.id, status: 'sent' })).toBe(204);
    expect((await look()).arrival).toBeNull();
    expect(await tellSms({ id: delivery.id })).toBe(204);
    expect(await look()).toMatchObject({ state: 'sent', arrival: 'delivered', arrivalAt: '2026-11-20T10:00:00.000Z' });
    expect(await events()).not.toContain('deliveryUndelivered');
  });

  test('that did not arrive says why, stays so whatever comes later, and stands once in the history', async () => {
    const { delivery, look, events } = await sent('customerSms');
    for (const status of ['undelivered', 'delivered', 'sent', 'undelivered', 'queued', 'failed']) expect(await tellSms({ id: delivery.id, status, code: '30003' })).toBe(204);
    expect(await look()).toMatchObject({ arrival: 'undelivered', arrivalCode: '30003' });
    expect((await events()).filter((type) => type === 'deliveryUndelivered')).toHaveLength(1);
    expect(await eventsKept(delivery.id)).toEqual(['delivered', 'failed', 'queued', 'sent', 'undelivered']);
  });

  test('told of many times at once counts once', async () => {
    const { delivery, events } = await sent('customerSms');
    expect(await Promise.all(Array.from({ length: 8 }, () => tellSms({ id: delivery.id, status: 'undelivered' })))).toEqual(Array(8).fill(204));
    expect((await events()).filter((type) => type === 'deliveryUndelivered')).toHaveLength(1);
    expect(await eventsKept(delivery.id)).toEqual(['undelivered']);
  });

  test('with a status nobody has heard of is kept and changes nothing', async () => {
    const { delivery, look } = await sent('customerSms');
    expect(await tellSms({ id: delivery.id, status: 'teleported' })).toBe(204);
    expect((await look()).arrival).toBeNull();
    expect(await eventsKept(delivery.id)).toEqual(['teleported']);
  });

  test('sent again begins anew, and the word about the first no longer counts', async () => {
    const { delivery, look } = await sent('customerSms');
    await tellSms({ id: delivery.id, status: 'undelivered', code: '30005' });
    const cookie = cookieOf.get(workshop) ?? '';
    expect((await platform.request(workshop.host, `/api/deliveries/${delivery.id}/attempts`, { method: 'POST', cookie })).status).toBe(202);
    expect(await look()).toMatchObject({ arrival: null, arrivalAt: null, arrivalCode: null });
    await platform.runJobs();
    await tellSms({ id: delivery.id, status: 'failed' });
    expect((await look()).arrival).toBeNull();
    await tellSms({ id: delivery.id, status: 'delivered', round: 2, sid: `SM${'b'.repeat(32)}` });
    expect(await look()).toMatchObject({ state: 'sent', arrival: 'delivered' });
  });

  test('is not believed about when the word was not signed for exactly this', async () => {
    const { delivery, look } = await sent('customerSms');
    const { path, params, request } = smsRequest({ id: delivery.id });
    const changed = (headers: Record<string, string>, body = request.body) => ({ ...request, headers: { ...request.headers, ...headers }, body });
    const forgeries: [string, string, TestRequest][] = [
      ['none', path, changed({ 'x-twilio-signature': '' })],
      ['of another account', path, smsRequest({ id: delivery.id }, workshop, 'guessed').request],
      ['of another workshop', path, smsRequest({ id: delivery.id }, elsewhere).request],
      ['of other words', path, changed({}, new URLSearchParams({ ...params, MessageStatus: 'failed' }).toString())],
      ['of another round', path.replace('round=1', 'round=2'), request],
    ];
    for (const [name, at, forged] of forgeries) expect([name, (await platform.request(workshop.host, at, forged)).status]).toEqual([name, 403]);
    expect((await platform.request(elsewhere.host, path, request)).status).toBe(403);
    expect(await look()).toMatchObject({ arrival: null });
    expect(await eventsKept(delivery.id)).toEqual([]);
  });

  test('of another workshop, a mail, or one there never was, is not found', async () => {
    const [foreign, mail] = [await sent('customerSms', elsewhere), await sent('customerEmail')];
    expect(await tellSms({ id: foreign.delivery.id })).toBe(404);
    expect(await tellSms({ id: mail.delivery.id })).toBe(404);
    expect(await tellSms({ id: randomUUID() })).toBe(404);
    expect((await foreign.look()).arrival).toBeNull();
    expect((await mail.look()).arrival).toBeNull();
  });

  test.each([
    ['JSON', { 'content-type': 'application/json' }, '{}', 415],
    ['compressed', { 'content-type': form, 'content-encoding': 'gzip' }, 'a=b', 415],
    ['too large', { 'content-type': form }, `a=${'x'.repeat(20_000)}`, 413],
    ['no text', { 'content-type': form }, new Uint8Array([0x61, 0x3d, 0xff]), 400],
  ])('told of in a body that is %s is refused', async (_, headers, body, status) => {
    const response = await platform.request(workshop.host, `/api/webhooks/twilio/${randomUUID()}?round=1`, { method: 'POST', headers, body });
    expect(response.status).toBe(status);
  });
});

describe('a mail', () => {
  test('arrives, and can yet come back, which stands in the history', async () => {
    const { delivery, look, events } = await sent('customerEmail');
    for (const type of ['email.sent', 'email.delivery_delayed', 'email.opened']) expect(await tell(mailRequest({ id: delivery.id, type }))).toBe(204);
    expect((await look()).arrival).toBeNull();
    await tell(mailRequest({ id: delivery.id }));
    expect((await look()).arrival).toBe('delivered');
    await tell(mailRequest({ id: delivery.id, type: 'email.bounced', bounce: { type: 'Transient', subType: 'General' } }));
    expect((await look()).arrival).toBe('delivered');
    await tell(mailRequest({ id: delivery.id, type: 'email.bounced', bounce: { type: 'Permanent', subType: 'NoEmail' } }));
    await tell(mailRequest({ id: delivery.id }));
    expect(await look()).toMatchObject({ arrival: 'bounced', arrivalCode: 'NoEmail' });
    expect((await events()).filter((type) => type === 'deliveryUndelivered')).toHaveLength(1);
  });

  test('told of twice under the same event counts once', async () => {
    const { delivery, events } = await sent('customerEmail');
    const request = mailRequest({ id: delivery.id, type: 'email.bounced', eventId: 'msg_twice' });
    expect(await Promise.all([tell(request), tell(request), tell(request)])).toEqual([204, 204, 204]);
    expect((await events()).filter((type) => type === 'deliveryUndelivered')).toHaveLength(1);
    expect(await eventsKept(delivery.id)).toEqual(['email.bounced']);
  });

  test('is not believed about when the word is forged, changed or old', async () => {
    const { delivery, look } = await sent('customerEmail');
    const request = mailRequest({ id: delivery.id });
    expect(await tell({ ...request, headers: { 'content-type': 'application/json' } })).toBe(403);
    expect(await tell({ ...request, body: `${String(request.body)} ` })).toBe(403);
    expect(await tell({ ...request, headers: { ...request.headers, 'svix-id': 'msg_other' } })).toBe(403);
    expect(await tell(mailRequest({ id: delivery.id }, new Date(Date.now() - 10 * 60_000)))).toBe(403);
    expect((await look()).arrival).toBeNull();
    expect(await eventsKept(delivery.id)).toEqual([]);
  });

  test('of another workshop, an SMS, or one without our tags, is taken note of nowhere and not asked for again', async () => {
    const [foreign, sms] = [await sent('customerEmail', elsewhere), await sent('customerSms')];
    for (const mail of [{ id: foreign.delivery.id }, { id: sms.delivery.id }, { id: randomUUID() }, { id: 'x' }, { id: sms.delivery.id, tenant: randomUUID() }, { id: sms.delivery.id, round: '0' }]) {
      expect(await tell(mailRequest(mail))).toBe(204);
    }
    expect((await foreign.look()).arrival).toBeNull();
    for (const { id } of [foreign.delivery, sms.delivery]) expect(await eventsKept(id)).toEqual([]);
  });

  test('is told of at the installation’s own address only, as JSON, and in bounds', async () => {
    const { delivery } = await sent('customerEmail');
    const request = mailRequest({ id: delivery.id });
    expect(await tell(request, workshop.host)).toBe(404);
    expect(await tell({ ...request, headers: { ...request.headers, 'content-type': form } })).toBe(415);
    expect(await tell({ ...request, body: 'x'.repeat(300_000) })).toBe(413);
  });
});

test('without a webhook secret there is nothing where Resend would tell', async () => {
  const silent = await bootPlatform({ settings: { RESEND_WEBHOOK_SECRET: '' } });
  const response = await silent.request(hostOf(silent, null), '/api/webhooks/resend', mailRequest({ id: randomUUID() }));
  await silent.close();
  expect(response.status).toBe(404);
});

test('what the vendors do with the messages of a report is seen in the portal', async () => {
  const reporting = await bootPlatform({ vendorsReport: true });
  const at = await provisionWorkshop(reporting, 'karosserie-meldet');
  const cookie = await signInAs(reporting, at, 'clerk');
  const arrivals = async (reportId: string) => {
    const { deliveries } = (await (await reporting.request(at.host, `/api/reports/${reportId}`, { cookie })).json()) as ReportDetail;
    return Object.fromEntries(deliveries.map(({ target, state, arrival, arrivalCode }) => [target, [state, arrival, arrivalCode].filter(Boolean).join(' ')]));
  };
  const good = await report(reporting, at.host);
  const bad = await report(reporting, at.host, { reporter: { role: 'keeper', firstName: 'Ida', lastName: 'Fern', phone: '0150 00030003', email: 'ida+bounce@example.com' } });
  await reporting.runJobs();
  await expect.poll(() => arrivals(good.reportId)).toEqual({ staffEmail: 'sent delivered', customerEmail: 'sent delivered', customerSms: 'sent delivered' });
  await expect.poll(() => arrivals(bad.reportId)).toEqual({ staffEmail: 'sent delivered', customerEmail: 'sent bounced NoEmail', customerSms: 'sent undelivered 30003' });
  await reporting.close();
});
