import { reportEvents } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, sql } from 'drizzle-orm';
import { recordEvent } from '../events/record-event.ts';
import { lockReport } from '../handling/change-handling.ts';
import { assertForCustomer } from '../handling/kept-internal.ts';
import { limit, takeFrom } from '../http/rate-limit.ts';
import { ProblemError } from '../http/problem.ts';
import type { StaffScope } from '../http/scope.ts';
import { findApproval } from './read-approvals.ts';

/** Enough for who is in a hurry, and no flood. */
const perApproval = limit('approval-reminder', 3, 6 * 60 * 60);

/** The question once more to the customer. The same `id` twice is one message. */
export async function remindOfApproval(scope: StaffScope, approvalId: string, messageId: string): Promise<void> {
  const { services, tenant, staff } = scope;
  const { reportId } = await inTenant(services.db, tenant.id, (tx) => findApproval(scope, tx, approvalId));
  await takeFrom(services, perApproval, tenant.id, approvalId);
  await inTenant(services.db, tenant.id, async (tx) => {
    assertForCustomer(await lockReport(scope, tx, reportId));
    const { answer, withdrawnAt } = await findApproval(scope, tx, approvalId);
    if (answer) throw new ProblemError('approvalAnswered');
    if (withdrawnAt) throw new ProblemError('approvalWithdrawn');
    const [earlier] = await tx
      .select({ sequence: reportEvents.sequence })
      .from(reportEvents)
      .where(and(eq(reportEvents.tenantId, tenant.id), eq(reportEvents.reportId, reportId), eq(reportEvents.type, 'approvalReminded'), sql`${reportEvents.body}::jsonb -> 'data' ->> 'messageId' = ${messageId}`));
    if (earlier) return;
    await recordEvent(services, tx, tenant.id, reportId, { type: 'approvalReminded', actor: { kind: 'staff', id: staff.id }, data: { approvalId, messageId } });
  });
}
