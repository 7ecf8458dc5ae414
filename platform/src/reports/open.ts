import { damageReports } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, isNull } from 'drizzle-orm';
import { ProblemError } from '../http/problem.ts';
import type { StaffScope } from '../http/scope.ts';
import { recordEvent } from '../events/record-event.ts';

/** Takes the "Neu" mark off: the first staff member to open a report is recorded, later ones change nothing. */
export async function openReport(scope: StaffScope, reportId: string): Promise<void> {
  const { services, tenant, staff } = scope;
  const ofReport = and(eq(damageReports.tenantId, tenant.id), eq(damageReports.id, reportId));
  await inTenant(services.db, tenant.id, async (tx) => {
    const opened = await tx
      .update(damageReports)
      .set({ firstOpenedAt: services.clock.now(), firstOpenedBy: staff.id })
      .where(and(ofReport, isNull(damageReports.firstOpenedAt)))
      .returning({ id: damageReports.id });
    if (opened.length > 0) return recordEvent(services, tx, tenant.id, reportId, { type: 'reportOpened', actor: { kind: 'staff', id: staff.id }, data: {} });
    const [known] = await tx.select({ id: damageReports.id }).from(damageReports).where(ofReport);
    if (!known) throw new ProblemError('notFound');
  });
}
