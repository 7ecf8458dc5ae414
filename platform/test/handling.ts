import { randomUUID } from 'node:crypto';
import { ruleRuns } from '@meldewerk/db/schema-handling';
import { inTenant } from '@meldewerk/db/tenant-scope';
import type { Platform } from './harness.ts';
import type { Workshop } from './workshop.ts';

/** Somebody has the report open, and a rule has acted on it. */
export async function furnishHandling(platform: Platform, workshop: Workshop, cookie: string, reportId: string): Promise<void> {
  await platform.request(workshop.host, `/api/reports/${reportId}/presence/${randomUUID()}`, { method: 'PUT', cookie, json: { editing: true } });
  const now = platform.clock.now();
  await inTenant(platform.services.db, workshop.tenantId, (tx) => tx.insert(ruleRuns).values({ tenantId: workshop.tenantId, ruleId: randomUUID(), reportId, stay: now, ranAt: now, outcome: 'sent' }));
}
