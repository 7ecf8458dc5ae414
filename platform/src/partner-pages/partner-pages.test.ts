import { randomUUID } from 'node:crypto';
import { partnerNoticeSchema } from '@meldewerk/contract/partner-notice';
import { damageReports, partners } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { activatePartner, deactivatePartner, findPartner } from '@meldewerk/tenants/partners';
import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { submitSmallReport, type SubmittedReport } from '../../test/submit-report.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';
import { fanOut } from '../deliveries/fan-out.ts';

let platform: Platform;
let workshop: Workshop;
let elsewhere: Workshop;
let cookie: string;
let partnerId: string;

beforeAll(async () => {
  platform = await bootPlatform();
  workshop = await provisionWorkshop(platform, 'mit-partnern');
  elsewhere = await provisionWorkshop(platform, 'ohne-partner');
  cookie = await signInAs(platform, workshop, 'clerk');
  partnerId = (await findPartner(platform.services.db, 'dms'))?.id ?? '';
  await activatePartner(platform.services.db, workshop.tenantId, partnerId, { email: 'auftraege@dms.example', now: platform.clock.now() });
});
afterAll(() => platform.close());

const partnersOf = async (at: Workshop, as: string) => (await (await platform.request(at.host, '/api/partners', { cookie: as })).json()) as { partners: { name: string }[] };

/** A report steered by the partner, as preparing it leaves it, sent by the customer. */
async function submitSteered(at = workshop): Promise<SubmittedReport> {
  const report = await submitSmallReport(platform, at);
  await inTenant(platform.services.db, at.tenantId, (tx) =>
    tx.update(damageReports).set({ partner: { id: partnerId, name: 'DMS', kind: 'steering', orderNumber: '4711' } }).where(and(eq(damageReports.tenantId, at.tenantId), eq(damageReports.id, report.receipt.reportId))),
  );
  await fanOut(platform.services, { tenantId: at.tenantId, reportId: report.receipt.reportId, sequence: 1 });
  await platform.runJobs();
  return report;
}

const noticesOf = async (report: SubmittedReport) => {
  const detail = (await (await platform.request(workshop.host, `/api/reports/${report.receipt.reportId}`, { cookie })).json()) as { deliveries: { id: string; purpose: string; state: string; recipient: string; text: string; attachments: { fileName: string }[] }[] };
  return detail.deliveries.filter(({ purpose }) => purpose === 'partnerNotice');
};

test('a fresh installation knows its partners, and a workshop sees those that are switched on for it only', async () => {
  const known = await platform.services.db.select({ name: partners.name, kind: partners.kind }).from(partners);
  expect(known.map(({ name }) => name).sort()).toEqual(['DMS', 'Eurogarant', 'Innovation Group', 'LeasePlan', 'riparo']);
  expect(known.find(({ name }) => name === 'LeasePlan')?.kind).toBe('leasing');
  expect((await partnersOf(workshop, cookie)).partners.map(({ name }) => name)).toEqual(['DMS']);
  expect((await partnersOf(elsewhere, await signInAs(platform, elsewhere, 'admin'))).partners).toEqual([]);
});

test('the partner hears of a sent report once, with a link and a file, and the exact content stands on the report', async () => {
  const report = await submitSteered();
  await fanOut(platform.services, { tenantId: workshop.tenantId, reportId: report.receipt.reportId, sequence: 1 });
  await platform.runJobs();
  const [notice, ...more] = await noticesOf(report);
  expect(more).toEqual([]);
  expect(notice).toMatchObject({ state: 'sent', recipient: 'auftraege@dms.example', attachments: [{ fileName: `meldung-${report.receipt.reference}.json` }] });
  const mails = platform.simulators.inbox.messages().filter(({ to }) => to === 'auftraege@dms.example');
  expect(mails).toHaveLength(1);
  for (const said of ['Guten Tag,', '4711', 'Der Link gilt bis 18.02.2027 ']) expect(notice?.text).toContain(said);

  const download = await platform.request(workshop.host, `/api/deliveries/${notice?.id}/attachments/1`, { cookie });
  expect(download.headers.get('content-disposition')).toContain('attachment');
  const file = v.parse(partnerNoticeSchema, await download.json());
  expect(file).toMatchObject({ partner: { name: 'DMS', orderNumber: '4711' }, report: { reference: report.receipt.reference } });
  expect(file.photos).toHaveLength(report.photoIds.length);

  const path = new URL(file.view.url).pathname;
  const page = await platform.request(workshop.host, path, { headers: { 'sec-fetch-site': 'none' } });
  expect(page.status).toBe(200);
  const shown = await page.text();
  for (const said of [report.receipt.reference, '+49 1512 3456789', 'gilt bis 18.02.2027.']) expect(shown).toContain(said);
  expect(page.headers.get('cache-control')).toBe('private, no-store');
  const photo = await platform.request(workshop.host, new URL(file.photos[0]?.url ?? '').pathname);
  expect(Buffer.from(await photo.arrayBuffer()).equals(report.photoBytes)).toBe(true);
});

test('a report without a partner, and a partner without an address, send nothing', async () => {
  const plain = await submitSmallReport(platform, workshop);
  await platform.runJobs();
  expect(await noticesOf(plain)).toEqual([]);
});

test('a link opens one report of one workshop, until its time is up or the partnership ends', async () => {
  const report = await submitSteered();
  const other = await submitSmallReport(platform, workshop);
  const [notice] = await noticesOf(report);
  const path = /\/p\/\S+/.exec(notice?.text ?? '')?.[0] ?? '';
  const statusOf = async (host: string, asked: string) => (await platform.request(host, asked)).status;
  expect(await statusOf(workshop.host, path)).toBe(200);
  expect(await statusOf(elsewhere.host, path)).toBe(404);
  expect(await statusOf(workshop.host, `${path}/photos/${other.photoIds[0]}`)).toBe(404);
  expect(await statusOf(workshop.host, `${path}/photos/${randomUUID()}`)).toBe(404);
  const flipped = path.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
  for (const wrong of [flipped, path.slice(0, -1), '/p/x', `/p/${'A'.repeat(47)}.${'A'.repeat(22)}`]) expect(await statusOf(workshop.host, wrong), wrong).toBe(404);

  await deactivatePartner(platform.services.db, workshop.tenantId, partnerId, platform.clock.now());
  expect(await statusOf(workshop.host, path)).toBe(410);
  await activatePartner(platform.services.db, workshop.tenantId, partnerId, { email: 'auftraege@dms.example', now: platform.clock.now() });
  platform.clock.advance({ days: 92 });
  expect(await statusOf(workshop.host, path)).toBe(410);
});
