import { reportStatuses } from '@meldewerk/contract/handling';
import { reportDetailSchema, reportPageSchema } from '@meldewerk/contract/report';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootPlatform, hostOf, type Platform } from '../../test/harness.ts';
import { cookieOf } from '../../test/workshop.ts';
import { findBreak } from '../events/event-chain.ts';
import { demoStaff, demoTenant, seedDemo } from './seed.ts';

let platform: Platform;
let host: string;
let cookie: string;

beforeAll(async () => {
  platform = await bootPlatform();
  host = hostOf(platform, demoTenant);
  await seedDemo(platform.config, platform.database.appUrl, () => {});
  // The demo is seen from the machine's own now.
  platform.clock.advance({ minutes: (Date.now() - platform.clock.now().getTime()) / 60_000 });
  await platform.runJobs();
  const [{ email, password }] = demoStaff;
  cookie = cookieOf(await platform.request(host, '/api/staff/sessions', { json: { email, password } }));
});
afterAll(() => platform.close());

function get(path: string) {
  return platform.request(host, path, { cookie });
}

test('the demo workshop has reports in every state a real one has, numbered without gaps', async () => {
  const { reports } = v.parse(reportPageSchema, await (await get('/api/reports')).json());
  expect(new Set(reports.map(({ status }) => status))).toEqual(new Set(reportStatuses));
  expect(reports.filter(({ isNew }) => isNew)).toHaveLength(3);
  expect(reports.every(({ thumbnailPhotoId, submittedAt }) => thumbnailPhotoId !== null || submittedAt === null)).toBe(true);
  for (const ofYear of Object.values(Object.groupBy(reports, ({ reference }) => reference.slice(0, 8)))) {
    const numbers = (ofYear ?? []).map(({ reference }) => Number(reference.slice(8))).toSorted((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  }
});

test('a seeded report is one like any other: answers, photos with capture time, consent, whole event chain', async () => {
  const { reports } = v.parse(reportPageSchema, await (await get('/api/reports?status=completed')).json());
  const report = v.parse(reportDetailSchema, await (await get(`/api/reports/${reports[0]?.id}`)).json());
  expect(report.answers.length).toBeGreaterThan(5);
  expect(report.photos.every(({ state, capturedAt, width }) => state === 'ready' && capturedAt !== null && width === 1600)).toBe(true);
  expect(report.consents).toHaveLength(1);
  expect(report.events.map(({ type }) => type)).toContain('reportOpened');
  const sql = platform.services.sql;
  const links = await sql.begin(async (tx) => {
    await tx`select set_config('app.tenant_id', tenants.id::text, true) from tenants where slug = ${demoTenant}`;
    return tx<{ sequence: number; body: string; previousHash: Buffer; hash: Buffer }[]>`
      select sequence, body, previous_hash as "previousHash", hash from report_events where report_id = ${report.id} order by sequence`;
  });
  expect(findBreak([...links])).toBeNull();
});

test('only the two newest reports have written to the inbox; of the others the messages are kept as sent', async () => {
  const page = v.parse(reportPageSchema, await (await get('/api/reports')).json());
  const reports = page.reports.filter(({ submittedAt }) => submittedAt !== null);
  const inbox = await platform.simulators.fetch(new Request('http://simulators.localhost/'));
  const text = await inbox.text();
  expect(text).toContain(reports[0]?.reference);
  expect(text).not.toContain(reports[5]?.reference);
  const older = v.parse(reportDetailSchema, await (await get(`/api/reports/${reports[5]?.id}`)).json());
  expect(older.deliveries.map(({ state }) => state)).toEqual(older.deliveries.map(() => 'sent'));
  expect(older.deliveries.length).toBeGreaterThan(2);
});

test('prepared reports stand in every state in which staff may have to do something, and the one just sent is on the simulated phone', async () => {
  const { reports } = v.parse(reportPageSchema, await (await get('/api/reports')).json());
  const prepared = reports.filter(({ submittedAt }) => submittedAt === null);
  const details = await Promise.all(prepared.map(async ({ id }) => v.parse(reportDetailSchema, await (await get(`/api/reports/${id}`)).json())));
  expect(details.map(({ link }) => link?.state)).toEqual(['notSent', 'sent', 'notSent', 'begun', 'expired']);
  const links = platform.simulators.inbox.messages().filter(({ text }) => text?.includes('/m/'));
  expect(links.map(({ to }) => to)).toEqual(['+491713920081']);
});

test('seeding a second time changes nothing', async () => {
  const before = await (await get('/api/reports')).json();
  await seedDemo(platform.config, platform.database.appUrl, () => expect.unreachable('nothing is seeded twice'));
  expect(await (await get('/api/reports')).json()).toEqual(before);
});

test('the customer’s link stands in every state, an internal case is among the reports, and one question waits where another is answered', async () => {
  const { reports } = v.parse(reportPageSchema, await (await get('/api/reports')).json());
  const details = await Promise.all(reports.map(async ({ id }) => v.parse(reportDetailSchema, await (await get(`/api/reports/${id}`)).json())));
  expect(new Set(details.map(({ statusLink }) => statusLink.state))).toEqual(new Set(['notSent', 'sent', 'opened', 'withdrawn']));
  expect(details.filter(({ handling }) => handling.internalSince).map(({ deliveries }) => deliveries)).toEqual([[]]);
  expect(details.flatMap(({ approvals }) => approvals.map(({ state }) => state)).toSorted()).toEqual(['open', 'yes']);
});

test('the demo shows a covered photo, an accident statement that both signed, and a report in Arabic whose keyed answers are German', async () => {
  const { reports } = v.parse(reportPageSchema, await (await get('/api/reports')).json());
  const detailOf = async (plate: string) => v.parse(reportDetailSchema, await (await get(`/api/reports/${reports.find(({ licensePlate }) => licensePlate === plate)?.id}`)).json());
  expect((await detailOf('KA-MÜ 771')).events.map(({ type }) => type)).toContain('photoRedacted');
  const collision = await detailOf('KA-NR 450');
  expect(await (await get(`/api/reports/${collision.id}/accident-statement`)).json()).toMatchObject({ statement: { content: { 'b.driverName': 'Ole Mertens' }, document: { byteSize: expect.any(Number) } } });
  expect((await get(`/api/reports/${collision.id}/accident-statement.pdf`)).headers.get('content-type')).toBe('application/pdf');
  const arabic = await detailOf('KA-SH 2019');
  expect(arabic.language).toBe('ar');
  expect(arabic.answers.find(({ questionId }) => questionId === 'incidentDescription')?.display.de).toMatch(/\p{Script=Arabic}/u);
  expect(arabic.answers.find(({ questionId }) => questionId === 'drivable')?.display.de).toBe('Ja');
});
