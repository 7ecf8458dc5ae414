import type { ReportDetail } from '@meldewerk/contract/report';
import type { ReminderSettings } from '@meldewerk/contract/reminder';
import { reportReminders } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { suspendTenant } from '@meldewerk/tenants/suspend';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { linkOf, preparationOf, prepare, sendLink } from '../../test/prepare-report.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';
import { recordArrival } from '../deliveries/record-arrival.ts';
import { remindOfLinks } from './remind-of-links.ts';

let platform: Platform;
let workshop: Workshop;

// Friday, 20 November 2026, 11:00 in Berlin.
const start = new Date('2026-11-20T10:00:00Z');
let workshops = 0;

beforeAll(async () => void (platform = await bootPlatform()));
beforeEach(async () => {
  platform.clock.advance({ minutes: (start.getTime() - platform.clock.now().getTime()) / 60_000 });
  platform.simulators.inbox.clear();
  // These tests sign in more often than a person may.
  await platform.services.sql`delete from rate_limits`;
  workshops += 1;
  workshop = await provisionWorkshop(platform, `karosserie-geduld-${workshops}`);
});
// Nobody is reminded in the name of an earlier test.
afterEach(() => suspendTenant(platform.services.db, workshop.tenantId, platform.clock.now()));
afterAll(() => platform?.close());

const signIn = (role: 'admin' | 'clerk' | 'viewer' = 'clerk') => signInAs(platform, workshop, role);

async function sent({ phone = '0151 23456789', email = '', channel = 'sms' as 'sms' | 'email' } = {}): Promise<string> {
  const preparation = preparationOf();
  const cookie = await signIn();
  const { id } = await prepare(platform, workshop, cookie, { preparation: { ...preparation, reporter: { ...preparation.reporter, phone, email } } });
  const response = await sendLink(platform, workshop, cookie, id, channel);
  if (response.status !== 202) throw new Error(await response.text());
  await platform.runJobs();
  platform.simulators.inbox.clear();
  return id;
}

/** Time passes, the job looks every so often, and what it set off goes out. */
async function wait(hours: number, stepHours = 1): Promise<void> {
  for (let passed = 0; passed < hours; passed += stepHours) {
    platform.clock.advance({ hours: stepHours });
    const before = await countReminders();
    await remindOfLinks(platform.services);
    if ((await countReminders()) > before) await platform.runJobs();
  }
}

const remindersOf = () => inTenant(platform.services.db, workshop.tenantId, (tx) => tx.select().from(reportReminders).where(eq(reportReminders.tenantId, workshop.tenantId)));
const countReminders = async () => (await remindersOf()).length;

const inbox = () => platform.simulators.inbox.messages();
const hoursOfMessages = () => inbox().map(({ receivedAt }) => new Date(receivedAt).toLocaleString('de-DE', { timeZone: 'Europe/Berlin', weekday: 'short', hour: '2-digit' }));
const detail = async (id: string) => (await (await platform.request(workshop.host, `/api/reports/${id}`, { cookie: await signIn() })).json()) as ReportDetail;
const asCustomer = async (id: string, path: string, init: { method: string; json?: unknown }) => {
  const { token } = await linkOf(platform, workshop, await signIn(), id);
  return platform.request(workshop.host, path, { ...init, headers: { authorization: `Bearer ${token}` } });
};
const settle = async (settings: unknown, role: 'admin' | 'clerk' = 'admin') => platform.request(workshop.host, '/api/settings/reminders', { method: 'PUT', cookie: await signIn(role), json: settings });

describe('a link nobody opens', () => {
  test('is recalled after a day, again by day, and then no more; never at night and never on Sunday', async () => {
    const id = await sent();
    await wait(23);
    expect(inbox()).toEqual([]);
    await wait(24 * 5);
    expect(hoursOfMessages()).toEqual(['Sa, 11 Uhr', 'Mo, 08 Uhr']);
    const { url } = await linkOf(platform, workshop, await signIn(), id);
    expect(inbox()[0]).toMatchObject({ vendor: 'twilio', to: '+4915123456789' });
    expect(inbox()[0]?.text).toContain(url);
    const { events, deliveries } = await detail(id);
    expect(events.filter(({ type }) => type === 'reminderDue').map(({ data }) => data['number'])).toEqual([1, 2]);
    expect(deliveries.map(({ purpose }) => purpose)).toEqual(['link', 'reminder', 'reminder']);
    expect(JSON.stringify(deliveries)).not.toContain(url);
  });

  test('is recalled once, whoever runs the job and how often', async () => {
    const id = await sent();
    platform.clock.advance({ hours: 24 });
    await Promise.all([1, 2, 3, 4].map(() => remindOfLinks(platform.services)));
    await remindOfLinks(platform.services);
    await platform.runJobs();
    expect(inbox()).toHaveLength(1);
    expect(await remindersOf()).toMatchObject([{ reportId: id, number: 1, kind: 'linkUnopened' }]);
  });

  test('keeps the same hour of the wall clock when the clocks change', async () => {
    // To Friday, 26 March 2027; the clocks go forward on Sunday night.
    platform.clock.advance({ days: 126, hours: 10 });
    const id = await sent();
    await wait(24 * 4);
    expect(hoursOfMessages()).toEqual(['Mo, 08 Uhr', 'Di, 08 Uhr']);
    expect((await detail(id)).deliveries).toHaveLength(3);
  });

  test('sent anew by staff, waits its day anew', async () => {
    const id = await sent();
    platform.clock.advance({ hours: 22 });
    await sendLink(platform, workshop, await signIn(), id);
    await platform.runJobs();
    platform.simulators.inbox.clear();
    await wait(3);
    expect(inbox()).toEqual([]);
  });
});

test('a report begun and not sent is recalled after a few hours, with other words', async () => {
  const id = await sent();
  await asCustomer(id, '/api/link/opening', { method: 'POST' });
  await asCustomer(id, '/api/link/progress', { method: 'PUT', json: { step: 'photos' } });
  await wait(3);
  expect(inbox()).toEqual([]);
  await wait(1);
  expect(inbox()).toHaveLength(1);
  expect(inbox()[0]?.text).toContain('noch nicht abgeschickt');
});

test.each([
  ['taken back', async (id: string) => void (await platform.request(workshop.host, `/api/reports/${id}/link`, { method: 'DELETE', cookie: await signIn() }))],
  ['past its time', async () => platform.clock.advance({ days: 14 })],
])('a link that is %s is not recalled', async (_, end) => {
  const id = await sent();
  await end(id);
  await wait(48, 2);
  expect(inbox()).toEqual([]);
});

test('a reminder that could not leave before the night waits for the next morning that is no Sunday', async () => {
  await sent();
  platform.clock.advance({ hours: 24 });
  await remindOfLinks(platform.services);
  // The vendor is away until it is night.
  platform.clock.advance({ hours: 10 });
  await platform.runJobs();
  expect(inbox()).toEqual([]);
  const id = (await (await platform.request(workshop.host, '/api/reports', { cookie: await signIn() })).json()) as { reports: { id: string }[] };
  const { deliveries } = await detail(id.reports[0]?.id ?? '');
  expect(deliveries[1]).toMatchObject({ purpose: 'reminder', state: 'waiting', nextAttemptAt: '2026-11-23T07:00:00.000Z' });
});

describe('by which way', () => {
  test('as the link went: by mail', async () => {
    await sent({ email: 'jana@kunde.example', channel: 'email' });
    await wait(25);
    expect(inbox().map(({ vendor, to }) => [vendor, to])).toEqual([['resend', 'jana@kunde.example']]);
  });

  test('by mail to somebody who answered STOP, and not at all without an address', async () => {
    await sent({ email: 'jana@kunde.example' });
    await sent({ phone: '0151 23456788' });
    for (const phone of ['+4915123456789', '+4915123456788']) platform.simulators.inbox.setStopped(phone, true);
    await wait(25);
    expect(inbox().map(({ vendor, to }) => [vendor, to])).toEqual([['resend', 'jana@kunde.example']]);
    await wait(24 * 4, 2);
    // The second goes by mail at once; nothing is tried by SMS.
    expect(inbox().map(({ vendor }) => vendor)).toEqual(['resend', 'resend']);
  });
});

describe('the settings', () => {
  const off: ReminderSettings = {
    linkUnopened: { enabled: false, afterHours: 24 }, halfFinished: { enabled: true, afterHours: 2 }, itemsOpen: { enabled: true, afterHours: 48 }, proposalUnanswered: { enabled: false, afterHours: 30 }, quietHours: { from: '18:00', to: '09:00' }, notOnSundays: false, maxPerLink: 1,
  };

  test('begin with a day, four hours, quiet nights and Sundays, and show what a customer reads', async () => {
    const view = await (await platform.request(workshop.host, '/api/settings/reminders', { cookie: await signIn('viewer') })).json();
    expect(view).toMatchObject({
      settings: { linkUnopened: { enabled: true, afterHours: 24 }, halfFinished: { enabled: true, afterHours: 4 }, quietHours: { from: '20:00', to: '08:00' }, notOnSundays: true, maxPerLink: 2 },
      timeZone: 'Europe/Berlin',
      examples: [{ kind: 'linkUnopened', sms: expect.stringContaining(`http://${workshop.host}/m/`) }, { kind: 'halfFinished' }, { kind: 'itemsOpen', sms: expect.stringContaining('Angaben') }, { kind: 'proposalUnanswered', sms: expect.stringContaining('Terminvorschlag') }],
    });
  });

  test('are changed by an admin and by nobody else, hold from then on, and leave everything else as it was', async () => {
    expect((await settle(off, 'clerk')).status).toBe(403);
    expect(await (await settle(off)).json()).toMatchObject({ settings: off });
    await sent();
    await wait(30);
    expect(inbox()).toEqual([]);
    const site = (await (await platform.request(workshop.host, '/api/site')).json()) as { name: string };
    expect(site.name).toBe(workshop.name);
  });

  test.each([
    ['no clock time', { ...off, quietHours: { from: '25:00', to: '08:00' } }],
    ['less than an hour', { ...off, halfFinished: { enabled: true, afterHours: 0 } }],
    ['ten reminders', { ...off, maxPerLink: 10 }],
  ])('refuse %s', async (_, settings) => {
    expect((await settle(settings)).status).toBe(422);
  });
});

test('a reminder that the vendor loses goes by mail once, and says in whose place', async () => {
  const id = await sent({ phone: '0150 00030003', email: 'jana@kunde.example' });
  platform.clock.advance({ hours: 24 });
  await remindOfLinks(platform.services);
  await platform.runJobs();
  const sms = (await detail(id)).deliveries.find(({ purpose, target }) => purpose === 'reminder' && target === 'customerSms');
  const told = { vendor: 'twilio' as const, type: 'undelivered', messageId: 'SM1', deliveryId: sms?.id ?? '', round: 1, arrival: { kind: 'undelivered' as const, code: '30003' } };
  for (const eventId of ['one', 'two']) await recordArrival(platform.services, workshop.tenantId, { ...told, eventId });
  await platform.runJobs();
  const mails = inbox().filter(({ vendor }) => vendor === 'resend');
  expect(mails.map(({ to }) => to)).toEqual(['jana@kunde.example']);
  expect(mails[0]?.text).toContain((await linkOf(platform, workshop, await signIn(), id)).url);
  expect((await detail(id)).deliveries.at(-1)).toMatchObject({ purpose: 'reminder', target: 'customerEmail', standsInFor: sms?.id });
});
