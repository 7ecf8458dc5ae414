import { randomUUID } from 'node:crypto';
import { damageReports, reportLinks } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareCase } from '../../test/forms.ts';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { bearer, submissionOf } from '../../test/submit-report.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';

let platform: Platform;
let workshop: Workshop;

beforeAll(async () => {
  platform = await bootPlatform();
  workshop = await provisionWorkshop(platform, 'zurueckgenommen');
});
afterAll(() => platform.close());

test('a report is not sent with a link that staff withdraw at that very moment', async () => {
  const customer = await prepareCase(platform, workshop, await signInAs(platform, workshop, 'clerk'));
  const { services } = platform;
  const [withdrawn, through] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const withdrawing = inTenant(services.db, workshop.tenantId, async (tx) => {
    await tx.select().from(damageReports).where(and(eq(damageReports.tenantId, workshop.tenantId), eq(damageReports.id, customer.reportId))).for('update');
    await tx.update(reportLinks).set({ withdrawnAt: services.clock.now(), withdrawnBy: sql`created_by` }).where(and(eq(reportLinks.tenantId, workshop.tenantId), eq(reportLinks.reportId, customer.reportId)));
    withdrawn.resolve();
    await through.promise;
  });
  await withdrawn.promise;
  const sending = platform.request(workshop.host, '/api/reports', { headers: { ...bearer(customer), 'idempotency-key': randomUUID() }, json: { ...submissionOf(customer, []), source: { kind: 'link' } } });
  await expect.poll(async () => (await services.sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`).length, { timeout: 10_000 }).toBe(1);
  through.resolve();
  await withdrawing;
  const answer = await sending;
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([410, 'linkWithdrawn']);
});
