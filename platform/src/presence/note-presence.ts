import { reportPresence } from '@meldewerk/db/schema-handling';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { presenceAgesMs, type Present } from '@meldewerk/contract/presence';
import { and, eq, lt } from 'drizzle-orm';
import { announceChange } from '../events/announce-change.ts';
import type { StaffScope } from '../http/scope.ts';
import { assertReport, listPresent } from './list-present.ts';

type View = { reportId: string; viewId: string };

/** A page says that it is open, and hears who else is there. The others are told when that is news to them. */
export async function notePresence(scope: StaffScope, { reportId, viewId }: View, { editing }: { editing: boolean }): Promise<Present[]> {
  const { services, tenant, staff } = scope;
  const now = services.clock.now();
  const ofReport = and(eq(reportPresence.tenantId, tenant.id), eq(reportPresence.reportId, reportId));
  return inTenant(services.db, tenant.id, async (tx) => {
    await assertReport(scope, tx, reportId);
    const gone = await tx.delete(reportPresence).where(and(ofReport, lt(reportPresence.seenAt, new Date(now.getTime() - presenceAgesMs)))).returning({ viewId: reportPresence.viewId });
    const [before] = await tx.select({ editing: reportPresence.editing }).from(reportPresence).where(and(ofReport, eq(reportPresence.viewId, viewId)));
    await tx
      .insert(reportPresence)
      .values({ tenantId: tenant.id, reportId, viewId, staffUserId: staff.id, editing, since: now, seenAt: now })
      .onConflictDoUpdate({ target: [reportPresence.tenantId, reportPresence.reportId, reportPresence.viewId], set: { editing, seenAt: now }, setWhere: eq(reportPresence.staffUserId, staff.id) });
    if (gone.length > 0 || before?.editing !== editing) await announceChange(tx, tenant.id, reportId, 'presenceChanged');
    return listPresent(scope, tx, reportId);
  });
}

/** The page was closed or left. */
export async function leaveReport(scope: StaffScope, { reportId, viewId }: View): Promise<void> {
  const { services, tenant, staff } = scope;
  await inTenant(services.db, tenant.id, async (tx) => {
    await assertReport(scope, tx, reportId);
    const left = await tx
      .delete(reportPresence)
      .where(and(eq(reportPresence.tenantId, tenant.id), eq(reportPresence.reportId, reportId), eq(reportPresence.viewId, viewId), eq(reportPresence.staffUserId, staff.id)))
      .returning({ viewId: reportPresence.viewId });
    if (left.length > 0) await announceChange(tx, tenant.id, reportId, 'presenceChanged');
  });
}
