import { damageReports } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import { ensureStatusLink, statusToken } from '../src/status-pages/status-link.ts';
import type { Platform } from './harness.ts';
import { bearer } from './submit-report.ts';
import type { Workshop } from './workshop.ts';

/** The token of a report's status link, as a message would bring it to the customer. */
export async function statusTokenOf({ services }: Platform, { tenantId, host }: Workshop, reportId: string): Promise<string> {
  const tenant = await services.findTenant(host.split('.')[0]!);
  if (!tenant) throw new Error('a workshop of a test is there');
  const { generation } = await inTenant(services.db, tenantId, (tx) => ensureStatusLink({ services, tenant, language: 'de', spoken: 'de', requestId: '' }, tx, reportId));
  return statusToken(services.config, { tenantId, reportId, generation });
}

/** Follows the link and passes the second factor with the report's own plate. */
export async function openStatusPage(platform: Platform, workshop: Workshop, reportId: string): Promise<{ token: string; access: string }> {
  const token = await statusTokenOf(platform, workshop, reportId);
  const [report] = await inTenant(platform.services.db, workshop.tenantId, (tx) =>
    tx.select({ plate: damageReports.licensePlate }).from(damageReports).where(and(eq(damageReports.tenantId, workshop.tenantId), eq(damageReports.id, reportId))),
  );
  const response = await platform.request(workshop.host, '/api/status/unlocking', { headers: bearer({ token }), json: { answer: report?.plate } });
  const { access } = (await response.json()) as { access: string };
  return { token, access };
}
