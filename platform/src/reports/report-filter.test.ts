import type { ReportCounts, ReportFacets } from '@meldewerk/contract/report-filter';
import { reportSorts } from '@meldewerk/contract/report-filter';
import type { HandlingChange } from '@meldewerk/contract/handling';
import type { ReportPage } from '@meldewerk/contract/report';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { report } from '../../test/customer.ts';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { preparationOf, prepare, sendLink } from '../../test/prepare-report.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';

let platform: Platform;
let workshop: Workshop;
let clerk: string;

/** By plate: the name, and how it is handled. The clock stands at Friday, 20 November 2026. */
const cars: [string, string, HandlingChange, string?][] = [
  ['KA-A 1', 'Zimmer', { status: 'inReview', dueOn: '2026-11-18', tags: ['Hagel'] }, 'Badische Allgemeine'],
  ['KA-B 2', 'Özkan', { status: 'inRepair', dueOn: '2026-11-20', priority: 'high' }],
  ['KA-C 3', 'Albrecht', { dueOn: '2026-11-22', tags: ['Hagel', 'Leasing'] }, 'Nordstern Direkt'],
  ['KA-D 4', 'Meier', { status: 'completed', dueOn: '2026-11-18' }],
  ['KA-E 5', 'Otto', { priority: 'low' }, 'badische versicherung'],
];
const idOf = new Map<string, string>();

beforeAll(async () => {
  platform = await bootPlatform();
  workshop = await provisionWorkshop(platform, 'karosserie-filter');
  clerk = await signInAs(platform, workshop, 'clerk');
  for (const [licensePlate, lastName, set, insurer] of cars) {
    const { reportId } = await report(platform, workshop.host, { vehicle: { licensePlate }, insurance: { insurer }, reporter: { role: 'keeper', firstName: 'Kim', lastName, email: 'kim@kunde.example' } });
    idOf.set(licensePlate, reportId);
    platform.clock.advance({ minutes: 1 });
    const expected = { status: 'submitted', dueOn: null, tags: [], priority: 'normal' };
    const changed = await platform.request(workshop.host, `/api/reports/${reportId}/handling`, { method: 'PATCH', cookie: clerk, json: { expected, set } });
    expect(changed.status).toBe(200);
  }
});
afterAll(() => platform?.close());

async function ask<Answer>(path: string): Promise<Answer> {
  const response = await platform.request(workshop.host, path, { cookie: clerk });
  expect([path, response.status]).toEqual([path, 200]);
  return response.json() as Promise<Answer>;
}

async function plates(query: string): Promise<string> {
  const { reports } = await ask<ReportPage>(`/api/reports?${query}`);
  return reports.map(({ licensePlate }) => licensePlate.at(-3)).join('');
}

test.each([
  ['status=inReview,inRepair', 'BA'], ['status=open', 'ECBA'], ['status=closed', 'D'], ['status=closed,inRepair', 'DB'],
  ['due=overdue', 'A'], ['due=today', 'B'], ['due=week', 'CB'],
  ['tag=Hagel', 'CA'], ['tag=Leasing,Nichts', 'C'], ['priority=high', 'B'], ['priority=high,low', 'EB'], ['priority=normal', 'DCA'],
  ['insurer=Badische', 'EA'], ['insurer=nordstern', 'C'], ['partner=none', 'EDCBA'], ['partner=any', ''], ['assignee=none', 'EDCBA'], ['assignee=me', ''],
  ['internal=true', ''], ['internal=false', 'EDCBA'], ['unread=true', ''], ['turn=staff', ''], ['missing=true', ''], ['missing=false', 'EDCBA'], ['answer=open', 'EC'], ['answer=hour', 'DBA'],
  ['linkStage=begun&linkFrom=2026-11-01', ''], ['linkStep=photos', ''], ['sub=imLack', ''], ['q=kim&due=overdue', 'A'],
])('the filter %s leaves the right ones', async (query, expected) => {
  expect(await plates(query)).toBe(expected);
});

test.each([
  ['newest', 'EDCBA'], ['oldest', 'ABCDE'], ['due', 'DABCE'], ['activity', 'EDCBA'], ['plate', 'ABCDE'], ['customer', 'CDEBA'], ['priority', 'BDCAE'],
])('in the order %s everything is there, in one page or in many', async (sort, expected) => {
  const all = await plates(`sort=${sort}`);
  expect(all.length).toBe(5);
  // Of equal dates either may come first.
  expect(sort === 'due' ? all.replace('AD', 'DA') : all).toBe(expected);
});

test('who is given a report finds it among theirs', async () => {
  const json = { expected: { assigneeId: null }, set: { assigneeId: workshop.idOf.clerk } };
  await platform.request(workshop.host, `/api/reports/${idOf.get('KA-B 2')}/handling`, { method: 'PATCH', cookie: clerk, json });
  expect(await plates('assignee=me')).toBe('B');
  expect(await plates(`assignee=${workshop.idOf.clerk},none`)).toBe('EDCBA');
  const { reports: [mine] } = await ask<ReportPage>('/api/reports?assignee=me');
  expect(mine).toMatchObject({ assigneeName: 'clerk karosserie-filter', priority: 'high', dueOn: '2026-11-20', tags: [], unread: false, internal: false });
});

test('last activity puts what was touched last on top', async () => {
  platform.clock.advance({ minutes: 1 });
  await platform.request(workshop.host, `/api/reports/${idOf.get('KA-A 1')}/opening`, { method: 'POST', cookie: clerk });
  expect((await plates('sort=activity'))[0]).toBe('A');
});

test('only named reports are looked at when ids are asked for, and only as far as they match', async () => {
  expect(await plates(`ids=${idOf.get('KA-A 1')},${idOf.get('KA-D 4')}`)).toBe('DA');
  expect(await plates(`status=open&ids=${idOf.get('KA-A 1')},${idOf.get('KA-D 4')}`)).toBe('A');
});

test('the state of the customer’s link narrows to those who have still to send', async () => {
  const { id } = await prepare(platform, workshop, clerk, { preparation: preparationOf('Wartend') });
  expect((await ask<ReportPage>('/api/reports?link=notSent')).reports.map((one) => one.id)).toEqual([id]);
  await sendLink(platform, workshop, clerk, id);
  expect((await ask<ReportPage>('/api/reports?link=notSent')).reports).toEqual([]);
  expect((await ask<ReportPage>('/api/reports?link=sent,opened')).reports.map((one) => one.id)).toEqual([id]);
  expect((await ask<ReportPage>('/api/reports?linkStage=sent&linkFrom=2026-11-20&linkTo=2026-11-20')).reports.map((one) => one.id)).toEqual([id]);
  expect((await ask<ReportPage>('/api/reports?linkStage=opened&linkFrom=2026-11-20')).reports).toEqual([]);
  expect((await ask<ReportPage>('/api/reports?linkStage=sent&linkFrom=2026-11-21')).reports).toEqual([]);
});

test('numbers by state follow the filter, and facets name what occurs', async () => {
  const counts = await ask<ReportCounts>('/api/report-counts?tag=Hagel');
  expect([counts.total, counts.byStatus.inReview, counts.byStatus.submitted, counts.byStatus.completed]).toEqual([2, 1, 1, 0]);
  expect((await ask<ReportCounts>('/api/report-counts?status=closed')).total).toBe(1);
  expect(await ask<ReportFacets>('/api/report-facets')).toEqual({ insurers: ['Badische Allgemeine', 'badische versicherung', 'Nordstern Direkt', 'Versicherung Wartend'], tags: ['Hagel', 'Leasing'] });
});

test('an exact plate or reference stands first, whatever the order', async () => {
  await report(platform, workshop.host, { vehicle: { licensePlate: 'KA-A 11' }, reporter: { role: 'keeper', firstName: 'Kim', lastName: 'Aal', email: 'kim@kunde.example' } });
  for (const sort of reportSorts) expect((await ask<ReportPage>(`/api/reports?q=ka-a1&sort=${sort}`)).reports[0]?.licensePlate, sort).toBe('KA-A 1');
});

test('in every order pages follow each other without a gap or a repeat, with a common word searched for as well', async () => {
  const many = await provisionWorkshop(platform, 'karosserie-blaettern');
  const cookie = await signInAs(platform, many, 'clerk');
  await platform.services.sql.begin(async (tx) => {
    await tx`select set_config('app.tenant_id', ${many.tenantId}, true)`;
    await tx`insert into damage_reports (tenant_id, id, reference, status, category, catalogue_version, language, reporter, vehicle, insurance, answers, source, license_plate, plate_search_key, customer_name, search_text, listed_at, status_since, active_at, due_on, priority)
      select ${many.tenantId}, gen_random_uuid(), 'SM-2025-' || lpad(n::text, 6, '0'), 'submitted', 'other', 1, 'de', jsonb_build_object('lastName', 'Kundin ' || n % 7), '{}', '{}', '{}', '{}',
        'KA-X ' || n % 50, 'KAX' || n % 50, 'Kundin', 'kundin kax' || n, '2025-01-01'::timestamptz + (n / 3) * interval '1 minute', now(), '2025-01-01'::timestamptz + (n % 11) * interval '1 hour',
        case when n % 3 = 0 then '2026-01-01'::date + n % 5 end, case n % 9 when 0 then 'high' when 1 then 'low' else 'normal' end
      from generate_series(1, 460) n`;
  });
  for (const sort of reportSorts) {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const response: Response = await platform.request(many.host, `/api/reports?q=kundin&sort=${sort}&cursor=${cursor}`, { cookie });
      const page = (await response.json()) as ReportPage;
      seen.push(...page.reports.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect([sort, seen.length, new Set(seen).size]).toEqual([sort, 460, 460]);
  }
  expect((await platform.request(many.host, `/api/reports?sort=due&cursor=${Buffer.from('[0,"nonsense","' + crypto.randomUUID() + '"]').toString('base64url')}`, { cookie })).status).toBe(400);
});

test('a message is unread until this person has read it, whoever else has', async () => {
  const reportId = idOf.get('KA-C 3')!;
  const owner = platform.services.sql;
  const at = platform.clock.now().toISOString();
  await owner.begin(async (tx) => {
    await tx`select set_config('app.tenant_id', ${workshop.tenantId}, true)`;
    await tx`update damage_reports set customer_wrote_at = ${at} where id = ${reportId}`;
    await tx`update staff_users set created_at = '2026-01-01'`;
    await tx`insert into message_readings (tenant_id, staff_user_id, report_id, read_through) values (${workshop.tenantId}, ${workshop.idOf.admin}, ${reportId}, ${at})`;
  });
  expect(await plates('unread=true')).toBe('C');
  expect((await ask<ReportPage>('/api/reports?unread=false')).reports.map(({ id }) => id)).not.toContain(reportId);
  await owner.begin(async (tx) => {
    await tx`select set_config('app.tenant_id', ${workshop.tenantId}, true)`;
    await tx`insert into message_readings (tenant_id, staff_user_id, report_id, read_through) values (${workshop.tenantId}, ${workshop.idOf.clerk}, ${reportId}, ${at})`;
  });
  expect(await plates('unread=true')).toBe('');
});

test('whoever must not drive stands under towing: by the safety check, or by what the customer says; the index holds them', async () => {
  const garage = await provisionWorkshop(platform, 'karosserie-abschleppen');
  const cookie = await signInAs(platform, garage, 'clerk');
  const answers = (drivable: boolean) => ({ incidentDate: '2026-11-02', incidentDescription: 'Klappern vorne links', drivable });
  const harmless = { steering: 'no', fluids: 'no', tyre: 'no', lights: 'no' } as const;
  await report(platform, garage.host, { vehicle: { licensePlate: 'KA-A 1' }, answers: answers(true), safety: harmless });
  await report(platform, garage.host, { vehicle: { licensePlate: 'KA-B 2' }, answers: answers(true), safety: { ...harmless, fluids: 'yes' } });
  await report(platform, garage.host, { vehicle: { licensePlate: 'KA-C 3' }, answers: answers(false) });
  const named = async (query: string) => ((await (await platform.request(garage.host, `/api/reports?${query}`, { cookie })).json()) as ReportPage).reports.map(({ licensePlate }) => licensePlate.at(-3)).toSorted().join('');
  expect([await named('towing=true'), await named('towing=false'), await named('status=open&towing=true')]).toEqual(['BC', 'A', 'BC']);
  const view = { id: randomUUID(), name: 'Heute holen', filter: { towing: 'true' }, sort: 'newest', layout: 'list', shared: true };
  expect((await platform.request(garage.host, '/api/views', { cookie, json: view })).status).toBe(201);
  const plan = await platform.services.sql.begin(async (tx) => {
    await tx`select set_config('app.tenant_id', ${garage.tenantId}, true), set_config('enable_seqscan', 'off', true), set_config('enable_sort', 'off', true)`;
    return tx`explain select id from damage_reports report where report.tenant_id = ${garage.tenantId}::uuid and ((report.safety ->> 'advice') = 'tow' or (report.answers -> 'drivable') = 'false'::jsonb) order by listed_at desc, id desc limit 51`;
  });
  expect(JSON.stringify(plan)).toContain('damage_reports_to_tow');
});
