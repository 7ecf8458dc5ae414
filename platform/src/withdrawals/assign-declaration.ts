import { damageReports, withdrawalDeclarations } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, isNull } from 'drizzle-orm';
import { recordEvent } from '../events/record-event.ts';
import { ProblemError } from '../http/problem.ts';
import type { StaffScope } from '../http/scope.ts';

/** Puts a declaration that fitted no report on the one it means, once. Its customer and the workshop were told when it came in. */
export async function assignDeclaration({ services, tenant, staff }: StaffScope, declarationId: string, reportId: string): Promise<void> {
  await inTenant(services.db, tenant.id, async (tx) => {
    const which = and(eq(withdrawalDeclarations.tenantId, tenant.id), eq(withdrawalDeclarations.id, declarationId));
    const [report] = await tx.select({ id: damageReports.id }).from(damageReports).where(and(eq(damageReports.tenantId, tenant.id), eq(damageReports.id, reportId)));
    if (!report) throw new ProblemError('notFound');
    const assigned = await tx.update(withdrawalDeclarations).set({ reportId }).where(and(which, isNull(withdrawalDeclarations.reportId))).returning({ id: withdrawalDeclarations.id });
    if (assigned.length > 0) return void (await recordEvent(services, tx, tenant.id, reportId, { type: 'withdrawalAssigned', actor: { kind: 'staff', id: staff.id }, data: { declarationId } }));
    const [declaration] = await tx.select({ reportId: withdrawalDeclarations.reportId }).from(withdrawalDeclarations).where(which);
    if (!declaration) throw new ProblemError('notFound');
    if (declaration.reportId !== reportId) throw new ProblemError('changedMeanwhile');
  });
}
