import { reportDetailSchema, reportPageSchema, reportStatuses } from '@meldewerk/contract/report';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootPlatform, hostOf, type Platform } from '../../test/harness.ts';
import { cookieOf } from '../../test/workshop.ts';
import { findBreak } from '../events/event-chain.ts';
import { demoStaff, demoTenant, seedDemo } from './seed.ts';

let platform: Platform;
let host: string;

beforeAll(async () => {
  platform = await bootPlatform();
  host = hostOf(platform, demoTenant);
  await seedDemo(platform.config, platform.database.appUrl, () => {});
  await platform.runJobs();
});
afterAll(() => platform.close());

async function get(path: string) {
  const [{ email, password }] = demoStaff;
  const signedIn = await platform.request(host, '/api/staff/sessions', { json: { email, password } });
  return platform.request(host, path, { cookie: cookieOf(signedIn) });
}

test('the demo workshop has reports in every state a real one has, numbered without gaps', async () => {
  const { reports } = v.parse(reportPageSchema, await (await get('/api/reports')).json());
  expect(new Set(reports.map(({ status }) => status))).toEqual(new Set(reportStatuses.filter((status) => status !== 'draft' && status !== 'linkSent')));
  expect(reports.filter(({ isNew }) => isNew)).toHaveLength(3);
  expect(reports.every(({ thumbnailPhotoId }) => thumbnailPhotoId !== null)).toBe(true);
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
  const { reports } = v.parse(reportPageSchema, await (await get('/api/reports')).json());
  const inbox = await platform.simulators.fetch(new Request('http://simulators.localhost/'));
  const text = await inbox.text();
  expect(text).toContain(reports[0]?.reference);
  expect(text).not.toContain(reports[5]?.reference);
  const older = v.parse(reportDetailSchema, await (await get(`/api/reports/${reports[5]?.id}`)).json());
  expect(older.deliveries.map(({ state }) => state)).toEqual(older.deliveries.map(() => 'sent'));
  expect(older.deliveries.length).toBeGreaterThan(2);
});

test('seeding a second time changes nothing', async () => {
  const before = await (await get('/api/reports')).json();
  await seedDemo(platform.config, platform.database.appUrl, () => expect.unreachable('nothing is seeded twice'));
  expect(await (await get('/api/reports')).json()).toEqual(before);
});
