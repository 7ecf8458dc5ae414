import type { ReportPage } from '@meldewerk/contract/report';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { report } from '../../test/customer.ts';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { linkOf, preparationOf, prepare, sendLink } from '../../test/prepare-report.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';

let platform: Platform;
let workshop: Workshop;
let cookie: string;

beforeAll(async () => {
  platform = await bootPlatform();
  workshop = await provisionWorkshop(platform, 'karosserie-liste');
  cookie = await signInAs(platform, workshop, 'viewer');
  const cars: [string, string, string, string?][] = [
    ['KA-PA 777', 'Jürgen', 'Großmann', 'WVWZZZ1JZXW000001'],
    ['KA-PA 778', 'Ayşe', 'Yılmaz'],
    ['M-ÜX 12E', 'Łukasz', 'Wójcik'],
    ['B-MW 1000', 'Anna', 'Schmidt'],
    ['ZH 123456', 'Reto', 'Müller-Lüdenscheidt'],
  ];
  for (const [licensePlate, firstName, lastName, vin] of cars) {
    await report(platform, workshop.host, { vehicle: { licensePlate, vin }, reporter: { role: 'keeper', firstName, lastName, email: 'kunde@example.com' } });
    platform.clock.advance({ minutes: 1 });
  }
});
afterAll(() => platform?.close());

async function list(query: string): Promise<ReportPage> {
  const response = await platform.request(workshop.host, `/api/reports?${query}`, { cookie });
  expect(response.status).toBe(200);
  return (await response.json()) as ReportPage;
}

async function plates(query: string): Promise<string[]> {
  return (await list(query)).reports.map(({ licensePlate }) => licensePlate);
}

test('the list opens newest first and everything in it is new', async () => {
  const { reports, nextCursor } = await list('');
  expect(reports.map(({ licensePlate }) => licensePlate)).toEqual(['ZH 123456', 'B-MW 1000', 'M-ÜX 12E', 'KA-PA 778', 'KA-PA 777']);
  expect(reports.every(({ isNew }) => isNew)).toBe(true);
  expect(nextCursor).toBeNull();
});

test.each([
  ['kapa777', 'KA-PA 777'],
  ['ka-pa 777', 'KA-PA 777'],
  ['KA PA 777', 'KA-PA 777'],
  ['pa777', 'KA-PA 777'],
  ['mux12e', 'M-ÜX 12E'],
  ['muex12', 'M-ÜX 12E'],
  ['großmann', 'KA-PA 777'],
  ['grossmann', 'KA-PA 777'],
  ['mueller-luedenscheidt', 'ZH 123456'],
  ['wojcik', 'M-ÜX 12E'],
  ['SM-2026-000004', 'B-MW 1000'],
  ['000004', 'B-MW 1000'],
  ['zzz1jzx', 'KA-PA 777'],
  ['anna sch', 'B-MW 1000'],
])('searching for %s finds %s', async (typed, plate) => {
  expect(await plates(`q=${encodeURIComponent(typed)}`)).toContain(plate);
});

test('a plate is found in spite of one wrong character', async () => {
  expect(await plates('q=KAPA7777')).toContain('KA-PA 777');
  expect(await plates('q=BNW1000')).toContain('B-MW 1000');
});

test.each(['%', '_', '\\', "'", '"', '💥', 'xyzxyz'])('searching for %s finds nothing and breaks nothing', async (typed) => {
  expect(await plates(`q=${encodeURIComponent(typed)}`)).toEqual([]);
});

test('filters narrow the list, also together with a search', async () => {
  expect(await plates('status=completed')).toEqual([]);
  expect(await plates('status=open&category=other&new=true')).toHaveLength(5);
  expect(await plates('category=glass')).toEqual([]);
  expect(await plates('from=2026-11-20&to=2026-11-20')).toHaveLength(5);
  expect(await plates('from=2026-11-21')).toEqual([]);
  expect(await plates('q=kapa&from=2026-11-21')).toEqual([]);
  expect(await plates('q=kapa&status=submitted&new=true')).toHaveLength(2);
});

test('a nonsense filter is refused with the name of the field', async () => {
  for (const query of ['status=stolen', 'from=2026-02-31', 'new=maybe']) {
    const response = await platform.request(workshop.host, `/api/reports?${query}`, { cookie });
    expect(response.status, query).toBe(422);
  }
  expect((await platform.request(workshop.host, '/api/reports?cursor=abc', { cookie })).status).toBe(400);
});

test('pages follow each other without a gap or a repeat, with and without a search', async () => {
  const many = await provisionWorkshop(platform, 'karosserie-viele');
  const theirs = await signInAs(platform, many, 'clerk');
  await platform.services.sql.begin(async (tx) => {
    await tx`select set_config('app.tenant_id', ${many.tenantId}, true)`;
    await tx`insert into damage_reports (tenant_id, id, reference, status, category, catalogue_version, language, reporter, vehicle, insurance, answers, source, license_plate, plate_search_key, customer_name, search_text, listed_at, status_since, active_at)
      select ${many.tenantId}, gen_random_uuid(), 'SM-2025-' || lpad(n::text, 6, '0'), 'submitted', 'other', 1, 'de', '{}', '{}', '{}', '{}', '{}', 'KA-X ' || n, 'KAX' || n, 'Kundin ' || n,
        'sm-2025-' || lpad(n::text, 6, '0') || E'\nkax' || n || E'\nkundin ' || n, '2025-01-01'::timestamptz + (n / 3) * interval '1 minute', now(), now()
      from generate_series(1, 130) n`;
  });
  for (const query of ['', 'q=kundin']) {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const response: Response = await platform.request(many.host, `/api/reports?${query}&cursor=${cursor}`, { cookie: theirs });
      const page = (await response.json()) as ReportPage;
      seen.push(...page.reports.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toHaveLength(130);
    expect(new Set(seen).size).toBe(130);
  }
});

test('the list tells how far the customer is with a prepared report, and that a message was lost', async () => {
  const clerk = await signInAs(platform, workshop, 'clerk');
  const preparation = preparationOf('Verloren');
  const { id: reportId } = await prepare(platform, workshop, clerk, { preparation: { ...preparation, reporter: { lastName: 'Verloren', phone: '0150 00021614' } } });
  const state = async () => (await list('q=verloren')).reports[0]?.linkState;
  expect(await state()).toBe('notSent');
  await sendLink(platform, workshop, clerk, reportId);
  expect(await state()).toBe('sent');
  await platform.runJobs();
  expect(await state()).toBe('notReached');
  const { token } = await linkOf(platform, workshop, clerk, reportId);
  await platform.request(workshop.host, '/api/link/opening', { method: 'POST', headers: { authorization: `Bearer ${token}` } });
  expect(await state()).toBe('opened');
  await platform.request(workshop.host, `/api/reports/${reportId}/link`, { method: 'DELETE', cookie: clerk });
  expect(await state()).toBe('withdrawn');
});

test('opening a report takes the mark off for everybody and is recorded once, with who it was', async () => {
  const { reportId } = await report(platform, workshop.host);
  const clerk = await signInAs(platform, workshop, 'clerk');
  const open = (as: string) => platform.request(workshop.host, `/api/reports/${reportId}/opening`, { method: 'POST', cookie: as });
  expect((await open(clerk)).status).toBe(204);
  expect((await open(cookie)).status).toBe(204);
  expect(await plates('new=true')).toHaveLength(5);
  const detail = (await (await platform.request(workshop.host, `/api/reports/${reportId}`, { cookie })).json()) as { firstOpened: { staffName: string }; events: { type: string }[] };
  expect(detail.firstOpened.staffName).toBe('clerk karosserie-liste');
  expect(detail.events.filter(({ type }) => type === 'reportOpened')).toHaveLength(1);
});
