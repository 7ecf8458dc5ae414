import { defaultAppointmentSettings, type Calendar } from '@meldewerk/contract/appointment';
import { staffUsers } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { eq } from 'drizzle-orm';
import ICAL from 'ical.js';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { thursdayAfternoon, tuesday } from '../../test/appointments.ts';
import { report } from '../../test/customer.ts';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';

let platform: Platform;
let workshop: Workshop;
let clerk: string;
let scheduled: string;

beforeAll(async () => {
  platform = await bootPlatform();
  workshop = await provisionWorkshop(platform, 'karosserie-muster', { appointments: { ...defaultAppointmentSettings, federalState: 'BW', closures: [{ from: '2026-12-04', to: '2026-12-04', label: 'Inventur' }] } });
  clerk = await signInAs(platform, workshop, 'clerk');
  ({ reportId: scheduled } = await report(platform, workshop.host));
  await confirm(scheduled, 0, tuesday);
});
afterAll(() => platform.close());

async function confirm(reportId: string, seenRound: number, startsAt: string): Promise<void> {
  const response = await platform.request(workshop.host, `/api/reports/${reportId}/appointment-confirmations`, { cookie: clerk, json: { seenRound, startsAt, durationMinutes: 45 } });
  expect(response.status).toBe(201);
}

async function calendar(query: string): Promise<Calendar> {
  return (await platform.request(workshop.host, `/api/calendar?${query}`, { cookie: clerk })).json() as Promise<Calendar>;
}

describe('the calendar', () => {
  test('shows days with what fits and what is taken, the appointments in them, and who waits', async () => {
    const { reportId, reference } = await report(platform, workshop.host, { appointment: { wishes: [{ day: '2026-12-03', part: 'afternoon' }] } });
    await platform.request(workshop.host, `/api/reports/${scheduled}/agreed-services`, { method: 'PUT', cookie: clerk, json: { seenVersion: 0, services: { pickUp: {}, bringBack: null, replacementCar: null, coverLimits: [] } } });
    const { days, appointments, waiting } = await calendar('from=2026-11-30&to=2026-12-06');
    expect(days.map(({ day, closed, used }) => [day.slice(8), closed?.label ?? closed?.reason ?? null, used.morning, used.afternoon])).toEqual([
      ['30', null, 0, 0], ['01', null, 1, 0], ['02', null, 0, 0], ['03', null, 0, 0], ['04', 'Inventur', 0, 0], ['05', 'closed', 0, 0], ['06', 'closed', 0, 0],
    ]);
    expect(appointments).toMatchObject([{ reportId: scheduled, startsAt: tuesday, endsAt: '2026-12-01T09:45:00.000Z', licensePlate: 'KA-PA 777', status: 'scheduled', services: ['pickUp'], assigneeName: null }]);
    expect(waiting).toMatchObject([{ reportId, reference, wishes: [{ day: '2026-12-03', part: 'afternoon' }] }]);
  });

  test('is narrowed as the list is, while what is taken counts for all', async () => {
    const asked = async (filter: string) => (await calendar(`from=2026-12-01&to=2026-12-01&${filter}`)).appointments.length;
    expect([await asked('assignee=none'), await asked('assignee=me'), await asked('category=hail'), await asked('q=KA-PA'), await asked('status=scheduled,ready')]).toEqual([1, 0, 0, 1, 1]);
    expect((await calendar('from=2026-12-01&to=2026-12-01&assignee=me')).days[0]?.used.morning).toBe(1);
  });

  test('takes in a whole day by the workshop’s clock, also the one of 25 hours', async () => {
    const { reportId } = await report(platform, workshop.host);
    const owner = postgres(platform.database.ownerUrl, { max: 1 });
    const { tenantId } = workshop;
    // 2027-10-31 begins at 22:00 UTC the day before and ends at 23:00 UTC.
    for (const startsAt of ['2027-10-30T21:59:00Z', '2027-10-30T22:00:00Z', '2027-10-31T22:59:00Z', '2027-10-31T23:00:00Z']) {
      await owner`insert into appointments (tenant_id, id, report_id, starts_at, ends_at, confirmed_at) values (${tenantId}, gen_random_uuid(), ${reportId}, ${startsAt}, ${startsAt}::timestamptz + interval '30 minutes', now())`;
      const { days, appointments } = await calendar('from=2027-10-31&to=2027-10-31');
      const inside = startsAt.startsWith('2027-10-30T22') || startsAt.startsWith('2027-10-31T22');
      expect([startsAt, appointments.length, days[0]?.used.morning, days[0]?.used.afternoon]).toEqual([startsAt, inside ? 1 : 0, startsAt.startsWith('2027-10-30T22') ? 1 : 0, startsAt.startsWith('2027-10-31T22') ? 1 : 0]);
      await owner`delete from appointments where report_id = ${reportId}`;
    }
    await owner.end();
  });

  test('a cancelled report takes no place', async () => {
    const { reportId } = await report(platform, workshop.host);
    await confirm(reportId, 0, thursdayAfternoon);
    const taken = async () => (await calendar('from=2026-12-03&to=2026-12-03')).days[0]?.used.afternoon;
    expect(await taken()).toBe(1);
    await platform.request(workshop.host, `/api/reports/${reportId}/handling`, { method: 'PATCH', cookie: clerk, json: { expected: { status: 'scheduled' }, set: { status: 'cancelled' } } });
    expect(await taken()).toBe(0);
  });

  test('is asked for two months at most', async () => {
    for (const span of ['from=2026-11-01&to=2027-01-05', 'from=2026-11-02&to=2026-11-01', 'from=2026-11-01']) expect((await platform.request(workshop.host, `/api/calendar?${span}`, { cookie: clerk })).status).toBe(422);
  });
});

describe('the feed', () => {
  const get = (path: string, request = {}) => platform.request(workshop.host, path, request);
  const make = async (cookie = clerk) => new URL(((await (await get('/api/calendar-feed', { method: 'POST', cookie })).json()) as { url: string }).url).pathname;

  test('is read without signing in, names vehicles and nobody, and says when nothing has changed', async () => {
    const path = await make();
    const response = await get(path);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    const text = await response.text();
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
    expect(events.map(({ summary, startDate }) => [summary, startDate.toJSDate().toISOString()])).toEqual([['KA-PA 777', tuesday]]);
    for (const personal of ['Großmann', 'Jürgen', '0151', 'kunde@']) expect(text).not.toContain(personal);

    const etag = response.headers.get('etag') ?? '';
    expect((await get(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
    await confirm(scheduled, 1, thursdayAfternoon);
    const changed = await get(path, { headers: { 'if-none-match': etag } });
    const [moved] = new ICAL.Component(ICAL.parse(await changed.text())).getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
    expect([moved?.uid, moved?.sequence, moved?.startDate.toJSDate().toISOString()]).toEqual([events[0]?.uid, 1, thursdayAfternoon]);
  });

  test('has its address shown once, kept as a hash, and ended by a new one, by taking it back, and with its owner', async () => {
    const first = await make();
    expect(((await (await get('/api/calendar-feed', { cookie: clerk })).json()) as { url: null; createdAt: string })).toEqual({ url: null, createdAt: platform.clock.now().toISOString() });
    const owner = postgres(platform.database.ownerUrl, { max: 1 });
    const [{ everything } = {}] = await owner`select string_agg(t::text, '') as everything from calendar_feeds t`;
    expect(everything).not.toContain(first.replace('/calendar/', '').replace('.ics', ''));
    await owner.end();

    const second = await make();
    expect([(await get(first)).status, (await get(second)).status]).toEqual([404, 200]);
    await get('/api/calendar-feed', { method: 'DELETE', cookie: clerk });
    expect((await get(second)).status).toBe(404);

    const third = await make();
    await inTenant(platform.services.db, workshop.tenantId, (tx) => tx.update(staffUsers).set({ disabledAt: platform.clock.now() }).where(eq(staffUsers.id, workshop.idOf.clerk)));
    expect((await get(third)).status).toBe(404);
  });

  test('cannot be guessed at any speed', async () => {
    const answers: number[] = [];
    for (let guess = 0; guess < 22; guess += 1) answers.push((await get(`/calendar/guess${guess}.ics`, { from: '203.0.113.9' })).status);
    expect([answers[0], answers.at(-1)]).toEqual([404, 429]);
  });
});
