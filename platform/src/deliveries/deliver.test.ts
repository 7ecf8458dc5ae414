import type { ReportDetail } from '@meldewerk/contract/report';
import { deliveries, deliveryAttempts } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, inArray, ne } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { report } from '../../test/customer.ts';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { prepare, sendLink } from '../../test/prepare-report.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';

let platform: Platform;
let workshop: Workshop;

beforeAll(async () => {
  platform = await bootPlatform({ settings: { VENDOR_TIMEOUT_MS: '400' } });
  workshop = await provisionWorkshop(platform, 'karosserie-post');
});
beforeEach(async () => {
  platform.simulators.inbox.clear();
  // These tests sign in more often than a person may.
  await platform.services.sql`delete from rate_limits`;
});
afterAll(() => platform?.close());

async function breakVendor(vendor: 'resend' | 'twilio', mode: string, times?: number): Promise<void> {
  await platform.simulators.fetch(new Request('http://simulators/faults', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ vendor, mode, times }) }));
}

/** Lets the time of the next attempts come, and works them off. */
async function laterJobs(): Promise<void> {
  platform.clock.advance({ hours: 5 });
  await makeDue();
  await platform.runJobs();
}

async function makeDue(): Promise<void> {
  const { default: postgres } = await import('postgres');
  const owner = postgres(platform.database.ownerUrl, { max: 1, onnotice: () => {} });
  await owner`update graphile_worker._private_jobs set run_at = now()`;
  await owner.end();
}

/** Hours pass in these tests, so every look is a new session. */
async function detail(reportId: string): Promise<ReportDetail> {
  const cookie = await signInAs(platform, workshop, 'clerk');
  return (await (await platform.request(workshop.host, `/api/reports/${reportId}`, { cookie })).json()) as ReportDetail;
}

function inbox(): string[] {
  return platform.simulators.inbox.messages().map(({ vendor, to }) => `${vendor} to ${to}`).sort();
}

const everybody = ['resend to admin@karosserie-post.example', 'resend to kunde@example.com', 'twilio to +4915112345678'];

test('a report is announced to the workshop and confirmed to the customer by mail and SMS, each once', async () => {
  const { reportId, reference } = await report(platform, workshop.host);
  await platform.runJobs();
  expect(inbox()).toEqual(everybody);
  const [staffMail] = platform.simulators.inbox.messages().filter(({ to }) => to.startsWith('admin'));
  expect(staffMail?.text).toContain(`http://karosserie-post.localhost:3000/portal/reports/${reportId}`);
  for (const { text } of platform.simulators.inbox.messages()) expect(text).toContain(reference);
  const { reporter, deliveries } = await detail(reportId);
  expect(deliveries.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
  // Staff dial one spelling of the number and read the other.
  expect(reporter).toMatchObject({ phone: '+4915112345678', phoneDisplay: '+49 1511 2345678' });
  expect(deliveries.map(({ recipientDisplay }) => recipientDisplay)).toContain('+49 1511 2345678');
});

test('the customer gets a copy of what was sent', async () => {
  await report(platform, workshop.host);
  await platform.runJobs();
  const copy = platform.simulators.inbox.messages().find(({ to }) => to === 'kunde@example.com')?.text;
  for (const part of ['KA-PA 777', 'Großmann', 'Klappern vorne links', 'WVWZZZ1JZXW000001', '02.11.2026', '+49 1511 2345678']) expect(copy).toContain(part);
});

test.each(['down', 'rateLimited'])('a vendor that is %s delays its message and nothing else; it is sent once when the vendor is back', async (mode) => {
  await breakVendor('resend', mode);
  await breakVendor('twilio', mode);
  const { reportId } = await report(platform, workshop.host);
  await platform.runJobs();
  expect(inbox()).toEqual([]);
  expect((await detail(reportId)).deliveries.every(({ state, errorCode }) => state !== 'sent' && errorCode !== null)).toBe(true);
  await breakVendor('resend', 'none');
  await breakVendor('twilio', 'none');
  await laterJobs();
  await laterJobs();
  expect(inbox()).toEqual(everybody);
  expect((await detail(reportId)).deliveries.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
});

test('a message the vendor took without answering is not sent twice', async () => {
  await breakVendor('resend', 'timeoutAfterAccept', 2);
  await breakVendor('twilio', 'timeoutAfterAccept', 1);
  const { reportId } = await report(platform, workshop.host);
  await platform.runJobs();
  await laterJobs();
  await laterJobs();
  expect(inbox()).toEqual(everybody);
  const { deliveries } = await detail(reportId);
  expect(deliveries.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
  expect(deliveries.find(({ target }) => target === 'customerSms')?.attempts[0]?.outcome).toBe('unknown');
});

test('staff can send a message again, which is a new message and stands in the history with their name', async () => {
  const { reportId } = await report(platform, workshop.host);
  await platform.runJobs();
  const cookie = await signInAs(platform, workshop, 'clerk');
  for (const { id } of (await detail(reportId)).deliveries) {
    expect((await platform.request(workshop.host, `/api/deliveries/${id}/attempts`, { method: 'POST', cookie })).status).toBe(202);
  }
  await platform.runJobs();
  expect(inbox()).toEqual([...everybody, ...everybody].sort());
  const { events } = await detail(reportId);
  expect(events.filter(({ type }) => type === 'deliveryRepeated').map(({ actor }) => actor.name)).toEqual(Array(3).fill('clerk karosserie-post'));
});

test('a landline gets no SMS, and a customer without e-mail no mail', async () => {
  await report(platform, workshop.host, { reporter: { role: 'keeper', firstName: 'Ida', lastName: 'Festnetz', phone: '0721 1234567' } });
  await platform.runJobs();
  expect(inbox()).toEqual(['resend to admin@karosserie-post.example']);
});

test('working the same job off twice sends nothing twice', async () => {
  const { reportId } = await report(platform, workshop.host);
  await platform.runJobs();
  const { fanOut } = await import('./fan-out.ts');
  const { deliver } = await import('./deliver.ts');
  await fanOut(platform.services, { tenantId: workshop.tenantId, reportId, sequence: 1 });
  for (const { id } of (await detail(reportId)).deliveries) await deliver(platform.services, { tenantId: workshop.tenantId, deliveryId: id });
  await platform.runJobs();
  expect(inbox()).toEqual(everybody);
});

test('attempts cut off by killed processes do not make the next one wait longer, and what they may have sent is still found', async () => {
  await breakVendor('twilio', 'timeoutAfterAccept', 1);
  const { reportId } = await report(platform, workshop.host);
  await platform.runJobs();
  const sms = (await detail(reportId)).deliveries.find(({ target }) => target === 'customerSms');
  // Five processes die between claiming the message and asking the vendor.
  await inTenant(platform.services.db, workshop.tenantId, async (tx) => {
    for (const number of [2, 3, 4, 5, 6]) {
      platform.clock.advance({ minutes: 1 });
      await tx.insert(deliveryAttempts).values({ tenantId: workshop.tenantId, deliveryId: sms?.id ?? '', number, startedAt: platform.clock.now() });
    }
    await tx.update(deliveries).set({ attemptCount: 6 }).where(eq(deliveries.id, sms?.id ?? ''));
  });
  await makeDue();
  await platform.runJobs();
  expect(inbox()).toEqual(everybody);
  expect((await detail(reportId)).deliveries.find(({ target }) => target === 'customerSms')?.state).toBe('sent');
});

test('after many attempts in vain, sending again starts with fresh patience', async () => {
  await breakVendor('twilio', 'down');
  const { reportId } = await report(platform, workshop.host);
  for (let attempt = 0; attempt < 28; attempt++) {
    platform.clock.advance({ minutes: 1 });
    await makeDue();
    await platform.runJobs();
  }
  const failed = (await detail(reportId)).deliveries.find(({ target }) => target === 'customerSms');
  expect(failed?.state).toBe('failed');
  const cookie = await signInAs(platform, workshop, 'clerk');
  await platform.request(workshop.host, `/api/deliveries/${failed?.id}/attempts`, { method: 'POST', cookie });
  await platform.runJobs();
  expect((await detail(reportId)).deliveries.find(({ target }) => target === 'customerSms')?.state).not.toBe('failed');
  await breakVendor('twilio', 'none');
});

describe('the same link once more within the minute', () => {
  async function preparedAndSent(): Promise<{ send(): Promise<void>; clerk: string; id: string }> {
    const clerk = await signInAs(platform, workshop, 'clerk');
    const { id } = await prepare(platform, workshop, clerk);
    return { clerk, id, send: async () => expect((await sendLink(platform, workshop, clerk, id)).status).toBe(202) };
  }
  const phones = () => platform.simulators.inbox.messages().flatMap(({ vendor, to, text }) => (vendor === 'twilio' && text?.includes('/m/') ? [to] : []));
  const states = async (id: string) => (await detail(id)).deliveries.map(({ state }) => state);

  test('goes out although its process was killed before asking the vendor: the first SMS is not taken for it', async () => {
    const { id, send } = await preparedAndSent();
    await send();
    await platform.runJobs();
    await breakVendor('twilio', 'down', 1);
    await send();
    await platform.runJobs();
    expect(phones()).toEqual(['+4915123456789']);
    await cutOff(id);
    await laterJobs();
    await laterJobs();
    expect(phones()).toEqual(['+4915123456789', '+4915123456789']);
    expect(await states(id)).toEqual(['sent', 'sent']);
  });

  test('is told apart when both were cut off: what went stands for one of them, and the other goes', async () => {
    const { id, send } = await preparedAndSent();
    await breakVendor('twilio', 'timeoutAfterAccept', 1);
    await send();
    await platform.runJobs();
    await breakVendor('twilio', 'down', 1);
    await send();
    await platform.runJobs();
    await cutOff(id);
    await laterJobs();
    await laterJobs();
    await laterJobs();
    expect(phones()).toEqual(['+4915123456789', '+4915123456789']);
    expect(await states(id)).toEqual(['sent', 'sent']);
  });
});

/** The process died during the last attempt of whatever of this report is not sent: nobody knows what came of it. */
async function cutOff(reportId: string): Promise<void> {
  await inTenant(platform.services.db, workshop.tenantId, async (tx) => {
    const unsent = await tx.update(deliveries).set({ state: 'sending' }).where(and(eq(deliveries.reportId, reportId), ne(deliveries.state, 'sent'))).returning({ id: deliveries.id });
    await tx.update(deliveryAttempts).set({ finishedAt: null, outcome: null, errorCode: null }).where(inArray(deliveryAttempts.deliveryId, unsent.map(({ id }) => id)));
  });
}
