import { reportLinks } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import { recordEvent } from '../events/record-event.ts';
import { ProblemError } from '../http/problem.ts';
import type { StaffScope } from '../http/scope.ts';
import { findPrepared, newestLink } from './find-prepared.ts';

/** Takes a link back, also after the customer has sent the report: whoever opens it hears so. Twice is the same as once. */
export async function withdrawLink(scope: StaffScope, reportId: string): Promise<void> {
  const { services, tenant, staff } = scope;
  await inTenant(services.db, tenant.id, async (tx) => {
    if (!(await findPrepared(scope, tx, reportId))) throw new ProblemError('notFound');
    const { generation, withdrawnAt } = await newestLink(scope, tx, reportId);
    if (withdrawnAt) return;
    await tx
      .update(reportLinks)
      .set({ withdrawnAt: services.clock.now(), withdrawnBy: staff.id })
      .where(and(eq(reportLinks.tenantId, tenant.id), eq(reportLinks.reportId, reportId), eq(reportLinks.generation, generation)));
    await recordEvent(services, tx, tenant.id, reportId, { type: 'linkWithdrawn', actor: { kind: 'staff', id: staff.id }, data: { generation } });
  });
}
