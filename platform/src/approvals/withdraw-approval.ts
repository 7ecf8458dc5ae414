import { approvals } from '@meldewerk/db/schema-approvals';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import { recordEvent } from '../events/record-event.ts';
import { lockReport } from '../handling/change-handling.ts';
import { ProblemError } from '../http/problem.ts';
import type { StaffScope } from '../http/scope.ts';
import { findApproval } from './read-approvals.ts';

/** Takes a question back that nobody has answered. Twice is the same as once. */
export async function withdrawApproval(scope: StaffScope, approvalId: string): Promise<void> {
  const { services, tenant, staff } = scope;
  await inTenant(services.db, tenant.id, async (tx) => {
    const { reportId } = await findApproval(scope, tx, approvalId);
    await lockReport(scope, tx, reportId);
    const { answer, withdrawnAt } = await findApproval(scope, tx, approvalId);
    if (answer) throw new ProblemError('approvalAnswered');
    if (withdrawnAt) return;
    await tx.update(approvals).set({ withdrawnAt: services.clock.now(), withdrawnBy: staff.id }).where(and(eq(approvals.tenantId, tenant.id), eq(approvals.id, approvalId)));
    await recordEvent(services, tx, tenant.id, reportId, { type: 'approvalWithdrawn', actor: { kind: 'staff', id: staff.id }, data: { approvalId } });
  });
}
