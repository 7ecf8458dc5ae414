import type { BillingHint } from '@meldewerk/contract/billing';
import type { Import } from '@meldewerk/contract/import';
import { deliveries } from '@meldewerk/db/schema';
import { billingAccounts } from '@meldewerk/db/schema-billing';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { stopLinks } from '@meldewerk/tenants/stop-links';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { furnishBilling } from '../../test/billing.ts';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { importTable } from '../../test/import-table.ts';
import { linkOf, prepare, sendLink } from '../../test/prepare-report.ts';
import { bearer, submitSmallReport } from '../../test/submit-report.ts';
import { openStatusPage } from '../../test/status-page.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';
import { remindOfLinks } from '../reminders/remind-of-links.ts';

let platform: Platform;
let workshop: Workshop;
let clerk: string;

beforeAll(async () => {
  platform = await bootPlatform();
  workshop = await provisionWorkshop(platform, 'angehalten');
  clerk = await signInAs(platform, workshop, 'clerk');
});
afterAll(() => platform.close());

const stop = (at: Date | null) => stopLinks(platform.services.db, workshop.tenantId, at);
const outcome = async (answer: Response) => [answer.status, answer.status < 300 ? null : ((await answer.json()) as { code: string }).code];

test('while new links are stopped none goes out on any way, and everything that runs goes on', async () => {
  const running = await prepare(platform, workshop, clerk);
  expect((await sendLink(platform, workshop, clerk, running.id)).status).toBe(202);
  const { token } = await linkOf(platform, workshop, clerk, running.id);
  const fresh = await prepare(platform, workshop, clerk);
  const table = await importTable(platform, workshop, clerk);
  await platform.runJobs();
  await stop(platform.services.clock.now());

  const refused = [403, 'linksStopped'];
  expect(await outcome(await sendLink(platform, workshop, clerk, fresh.id))).toEqual(refused);
  expect(await outcome(await sendLink(platform, workshop, clerk, fresh.id, 'email'))).toEqual(refused);
  expect(await outcome(await platform.request(workshop.host, `/api/reports/${fresh.id}/link`, { cookie: clerk }))).toEqual(refused);
  expect(await outcome(await platform.request(workshop.host, `/api/reports/${fresh.id}/link`, { cookie: clerk, method: 'POST' }))).toEqual(refused);
  expect(await outcome(await platform.request(workshop.host, `/api/imports/${table.id}/sending`, { cookie: clerk, method: 'POST' }))).toEqual(refused);
  // Preparing loses nothing: it goes out later.
  await prepare(platform, workshop, clerk);

  expect((await platform.request(workshop.host, '/api/link', { headers: bearer({ token }) })).status).toBe(200);
  expect((await sendLink(platform, workshop, clerk, running.id, 'email')).status).toBe(202);
  expect((await platform.request(workshop.host, `/api/reports/${running.id}/link`, { cookie: clerk, method: 'POST' })).status).toBe(200);
  expect((await platform.request(workshop.host, '/api/site')).status).toBe(200);
  const { receipt } = await submitSmallReport(platform, workshop);
  await platform.runJobs();
  expect((await openStatusPage(platform, workshop, receipt.reportId)).access).toBeTruthy();
  await sendLink(platform, workshop, clerk, running.id, 'sms');
  platform.clock.advance({ days: 3 });
  await remindOfLinks(platform.services);
  await platform.runJobs();
  expect(await remindersOf(running.id)).toBe(1);

  await stop(null);
  expect((await sendLink(platform, workshop, await signInAs(platform, workshop, 'clerk'), fresh.id)).status).toBe(202);
});

test('an import that was under way says at its rows why they wait, and goes on later', async () => {
  clerk = await signInAs(platform, workshop, 'clerk');
  const { id } = await importTable(platform, workshop, clerk, 'Hagel');
  const send = () => platform.request(workshop.host, `/api/imports/${id}/sending`, { cookie: clerk, method: 'POST' });
  expect((await send()).status).toBe(202);
  await stop(platform.services.clock.now());
  await platform.runJobs();
  const read = async () => (await (await platform.request(workshop.host, `/api/imports/${id}`, { cookie: clerk })).json()) as Import;
  const [waiting] = (await read()).rows;
  expect(waiting).toMatchObject({ state: 'failed', reportId: null, issues: [{ code: 'linksStopped', message: expect.stringContaining('angehalten') }] });
  await stop(null);
  expect((await send()).status).toBe(202);
  await platform.runJobs();
  expect((await read()).rows[0]).toMatchObject({ state: 'sent', issues: [] });
});

test('staff see how the subscription stands and whom to ask, and not the address itself', async () => {
  const viewer = await signInAs(platform, workshop, 'viewer');
  const hint = () => platform.request(workshop.host, '/api/billing-hint', { cookie: viewer });
  expect((await hint()).status).toBe(204);
  await furnishBilling(platform, workshop.tenantId);
  const now = platform.services.clock.now();
  await inTenant(platform.services.db, workshop.tenantId, (tx) => tx.update(billingAccounts).set({ state: 'pastDue', pastDueSince: now, email: 'buchhaltung@werkstatt.example' }).where(eq(billingAccounts.tenantId, workshop.tenantId)));
  const told = (await (await hint()).json()) as BillingHint;
  expect(told).toEqual({ state: 'pastDue', linksStopped: false, suspendsAt: new Date(now.getTime() + 14 * 24 * 60 * 60 * 1000).toISOString(), trialEndsAt: null, billingUrl: 'http://billing.localhost:3000', maskedEmail: 'bu•••@werkstatt.example' });
});

async function remindersOf(reportId: string): Promise<number> {
  const rows = await inTenant(platform.services.db, workshop.tenantId, (tx) => tx.select().from(deliveries).where(and(eq(deliveries.tenantId, workshop.tenantId), eq(deliveries.reportId, reportId), eq(deliveries.purpose, 'reminder'))));
  return rows.length;
}
