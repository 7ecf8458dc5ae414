import type { Delivery } from '@meldewerk/contract/delivery';
import type { ReportDetail } from '@meldewerk/contract/report';
import { damageReports } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { eq } from 'drizzle-orm';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { thursdayAfternoon, tuesday, wednesday } from '../../test/appointments.ts';
import { report, smallReport } from '../../test/customer.ts';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { openStatusPage } from '../../test/status-page.ts';
import { bearer } from '../../test/submit-report.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';

let platform: Platform;
let workshop: Workshop;
let clerk: string;

beforeAll(async () => {
  platform = await bootPlatform();
  workshop = await provisionWorkshop(platform, 'karosserie-muster');
  clerk = await signInAs(platform, workshop, 'clerk');
});
afterAll(() => platform.close());

async function say(reportId: string, what: 'confirmations' | 'proposals' | 'cancellations', json: object): Promise<void> {
  const response = await platform.request(workshop.host, `/api/reports/${reportId}/appointment-${what}`, { cookie: clerk, json });
  expect(response.status, await response.clone().text()).toBe(201);
  await platform.runJobs();
}

async function answer(reportId: string, json: object): Promise<void> {
  const { access } = await openStatusPage(platform, workshop, reportId);
  const response = await platform.request(workshop.host, '/api/status/appointment-answers', { headers: bearer({ token: access }), json });
  expect(response.status, await response.clone().text()).toBe(201);
  await platform.runJobs();
}

async function sent(reportId: string, target: Delivery['target'], purpose: Delivery['purpose'] = 'appointment'): Promise<Delivery[]> {
  const detail = (await (await platform.request(workshop.host, `/api/reports/${reportId}`, { cookie: clerk })).json()) as ReportDetail;
  return detail.deliveries.filter((delivery) => delivery.target === target && delivery.purpose === purpose).toSorted((a, b) => (a.createdAt + a.id < b.createdAt + b.id ? -1 : 1));
}

async function fileOf({ id }: Delivery): Promise<string> {
  const response = await platform.request(workshop.host, `/api/deliveries/${id}/attachments/1`, { cookie: clerk });
  expect(response.headers.get('content-type')).toContain('text/calendar');
  return response.text();
}

const half = (startsAt: string) => ({ startsAt, durationMinutes: 30 });

/** What an independent calendar makes of files that come in one after the other. */
function keep(calendar: Map<string, { start: string; end: string; sequence: number }>, file: string): string {
  const parsed = new ICAL.Component(ICAL.parse(file));
  const method = String(parsed.getFirstPropertyValue('method'));
  for (const component of parsed.getAllSubcomponents('vevent')) {
    const event = new ICAL.Event(component);
    const known = calendar.get(event.uid);
    if (known && known.sequence >= event.sequence) continue;
    if (method === 'CANCEL') calendar.delete(event.uid);
    else calendar.set(event.uid, { start: event.startDate.toJSDate().toISOString(), end: event.endDate.toJSDate().toISOString(), sequence: event.sequence });
  }
  return method;
}

describe('the file for the calendar', () => {
  test('invites nobody under a name that is an advertisement', async () => {
    const { reportId } = await report(platform, workshop.host);
    await inTenant(platform.services.db, workshop.tenantId, async (tx) => {
      const [row] = await tx.select({ reporter: damageReports.reporter }).from(damageReports).where(eq(damageReports.id, reportId));
      await tx.update(damageReports).set({ reporter: { ...(row?.reporter as object), firstName: 'Gewinn', lastName: 'www.gewinnspiel.example' } }).where(eq(damageReports.id, reportId));
    });
    await say(reportId, 'confirmations', { seenRound: 0, ...half(tuesday) });
    const [file] = await Promise.all((await sent(reportId, 'customerEmail')).map(fileOf));
    expect(file).toContain('CN="Gewinn"');
    expect(file).not.toContain('gewinnspiel');
  });

  test('confirm, move, cancel are one entry to an independent parser', async () => {
    const { reportId } = await report(platform, workshop.host);
    const calendar: Parameters<typeof keep>[0] = new Map();
    await say(reportId, 'confirmations', { seenRound: 0, ...half(tuesday), note: 'Bitte Schlüssel; Papiere, beides' });
    await say(reportId, 'confirmations', { seenRound: 1, startsAt: thursdayAfternoon, durationMinutes: 60 });
    await say(reportId, 'cancellations', { seenRound: 2 });
    const files = await Promise.all((await sent(reportId, 'customerEmail')).map(fileOf));
    expect(files).toHaveLength(3);

    expect([keep(calendar, files[0]!), [...calendar.values()]]).toEqual(['REQUEST', [{ start: tuesday, end: '2026-12-01T09:30:00.000Z', sequence: 0 }]]);
    expect([keep(calendar, files[1]!), [...calendar.values()]]).toEqual(['REQUEST', [{ start: thursdayAfternoon, end: '2026-12-03T14:00:00.000Z', sequence: 1 }]]);
    expect([keep(calendar, files[2]!), [...calendar.values()]]).toEqual(['CANCEL', []]);
    const [event] = new ICAL.Component(ICAL.parse(files[0]!)).getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
    expect([event?.summary, event?.location, event?.organizer, event?.description]).toEqual([
      'Werkstatttermin: Karosserie karosserie-muster', 'Karosserie karosserie-muster, Industriestraße 12, 76185 Karlsruhe', 'mailto:info@karosserie-muster.example', expect.stringContaining('Bitte Schlüssel; Papiere, beides'),
    ]);
  });

  test.each([
    ['the last Sunday of summer time, before the change', '2026-10-25T00:30:00.000Z', '02:30'],
    ['the same clock time an hour later', '2026-10-25T01:30:00.000Z', '02:30'],
    ['the Monday after it', '2026-10-26T09:00:00.000Z', '10:00'],
    ['the Friday before summer time', '2027-03-26T09:00:00.000Z', '10:00'],
    ['the Monday after it', '2027-03-29T08:00:00.000Z', '10:00'],
  ])('is at the right moment on %s', async (_, startsAt, clock) => {
    platform.clock.advance({ days: -60 });
    const { reportId } = await report(platform, workshop.host, { answers: { ...smallReport('').answers, incidentDate: '2026-09-01' } });
    await say(reportId, 'confirmations', { seenRound: 0, ...half(startsAt), acknowledged: true });
    platform.clock.advance({ days: 60 });
    const [mail] = await sent(reportId, 'customerEmail');
    const [event] = new ICAL.Component(ICAL.parse(await fileOf(mail!))).getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
    expect(event?.startDate.toJSDate().toISOString()).toBe(startsAt);
    expect(mail?.text).toContain(`${clock} Uhr`);
  });

  test('can be fetched from the status page, as the same entry', async () => {
    const { reportId } = await report(platform, workshop.host);
    await say(reportId, 'confirmations', { seenRound: 0, ...half(tuesday) });
    const { access } = await openStatusPage(platform, workshop, reportId);
    const fetched = await platform.request(workshop.host, '/api/status/appointment.ics', { headers: bearer({ token: access }) });
    const [own, mailed] = [await fetched.text(), await fileOf((await sent(reportId, 'customerEmail'))[0]!)].map((file) => new ICAL.Component(ICAL.parse(file)));
    expect([own?.getFirstPropertyValue('method'), own?.getFirstSubcomponent('vevent')?.getFirstPropertyValue('uid')]).toEqual(['PUBLISH', mailed?.getFirstSubcomponent('vevent')?.getFirstPropertyValue('uid')]);
  });
});

describe('who hears of a date', () => {
  test('of a proposal the customer, once and by the way they asked for, with the link to answer by', async () => {
    const { reportId } = await report(platform, workshop.host, { reporter: { ...smallReport('').reporter, preferredChannel: 'sms' } });
    await say(reportId, 'proposals', { seenRound: 0, slots: [half(tuesday), half(wednesday)] });
    const [sms] = await sent(reportId, 'customerSms');
    expect([sms?.text.includes('/s/…'), await sent(reportId, 'customerEmail')]).toEqual([true, []]);
    const phone = platform.simulators.inbox.messages().findLast(({ text }) => text?.includes('Terminvorschlag für Sie'));
    expect(phone?.text).toMatch(/\/s\/[\w-]{22} /);

    const { reportId: byMail } = await report(platform, workshop.host);
    await say(byMail, 'proposals', { seenRound: 0, slots: [half(tuesday), half(wednesday)], note: 'Passt einer?' });
    const [mail] = await sent(byMail, 'customerEmail');
    expect(mail?.text).toContain('Dienstag, 1. Dezember 2026, 10:00 Uhr');
    expect(mail?.text).toContain('Passt einer?');
  });

  test('of the customer’s answer whoever has the report, or else the workshop’s recipients', async () => {
    const { reportId } = await report(platform, workshop.host);
    await say(reportId, 'proposals', { seenRound: 0, slots: [half(tuesday)] });
    await answer(reportId, { answer: 'declined', seenRound: 1, note: 'Bin im Urlaub' });
    const [toAll] = await sent(reportId, 'staffEmail');
    expect([toAll?.recipient, toAll?.subject, toAll?.text.includes('Bin im Urlaub')]).toEqual([workshop.emailOf.admin, 'Terminvorschlag abgelehnt: KA-PA 777', true]);

    await platform.request(workshop.host, `/api/reports/${reportId}/handling`, { method: 'PATCH', cookie: clerk, json: { expected: { assigneeId: null }, set: { assigneeId: workshop.idOf.clerk } } });
    await answer(reportId, { answer: 'wishes', seenRound: 2, wishes: [{ day: '2026-12-03', part: 'afternoon' }] });
    const wished = (await sent(reportId, 'staffEmail')).at(-1);
    expect([wished?.recipient, wished?.text.includes('03.12.2026, nachmittags')]).toEqual([workshop.emailOf.clerk, true]);
    const before = (await sent(reportId, 'staffEmail')).length;
    await say(reportId, 'confirmations', { seenRound: 3, ...half(thursdayAfternoon) });
    // Who did it need not be told.
    expect((await sent(reportId, 'staffEmail')).length).toBe(before);
  });

  test('nobody outside, of a report that is kept internal', async () => {
    const { reportId } = await report(platform, workshop.host);
    const { db } = platform.services;

    await inTenant(db, workshop.tenantId, (tx) => tx.update(damageReports).set({ internalSince: platform.clock.now() }).where(eq(damageReports.id, reportId)));
    await say(reportId, 'confirmations', { seenRound: 0, ...half(tuesday) });
    expect([await sent(reportId, 'customerEmail'), await sent(reportId, 'customerSms')]).toEqual([[], []]);
    const refused = await platform.request(workshop.host, `/api/reports/${reportId}/appointment-proposals`, { cookie: clerk, json: { seenRound: 1, slots: [half(tuesday)] } });
    expect(refused.status).toBe(422);
  });
});
