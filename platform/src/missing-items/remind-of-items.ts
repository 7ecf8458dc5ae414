import type { LinkChannel } from '@meldewerk/contract/preparation';
import type { ReportDetail } from '@meldewerk/contract/report';
import type { Transaction } from '@meldewerk/db/client';
import { itemReminders } from '@meldewerk/db/schema-missing-items';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import { recordEvent } from '../events/record-event.ts';
import { lockReport } from '../handling/change-handling.ts';
import { ProblemError } from '../http/problem.ts';
import { limit, takeFrom } from '../http/rate-limit.ts';
import type { Scope, StaffScope } from '../http/scope.ts';
import { assertReachable } from './customer-of-report.ts';
import { openRequestOf, type RequestRow } from './find-items.ts';

/** Enough for who is in a hurry, and no flood. */
const perRequest = limit('items-reminder-by-request', 6, 60 * 60);

/** Staff have the customer told once more, at once. The same id reminds once. */
export async function remindByHand(scope: StaffScope, reportId: string, requestId: string, { id, channel }: { id: string; channel: LinkChannel }): Promise<void> {
  const { services, tenant, staff } = scope;
  await takeFrom(services, perRequest, tenant.id, requestId);
  await inTenant(services.db, tenant.id, async (tx) => {
    const report = await lockReport(scope, tx, reportId);
    const request = await openRequestOf(scope, tx, reportId);
    if (request?.id !== requestId) throw new ProblemError('notFound');
    if (report.internalSince) throw new ProblemError('keptInternal');
    const [known] = await tx.select({ requestId: itemReminders.requestId }).from(itemReminders).where(and(eq(itemReminders.tenantId, tenant.id), eq(itemReminders.id, id)));
    if (known) return;
    await assertReachable(scope, tx, report as typeof report & Pick<ReportDetail, 'reporter'>, channel);
    await noteReminder(scope, tx, request, { id, channel, staffUserId: staff.id });
  });
}

/** Notes that the customer is told once more, under the report's lock; a job composes the message and sends it. */
export async function noteReminder({ services, tenant }: Scope, tx: Transaction, request: RequestRow, { id, channel, staffUserId }: { id: string; channel: LinkChannel; staffUserId: string | null }): Promise<void> {
  await tx.insert(itemReminders).values({ tenantId: tenant.id, id, requestId: request.id, reportId: request.reportId, staffUserId, channel, at: services.clock.now() });
  const actor = staffUserId ? ({ kind: 'staff', id: staffUserId } as const) : ({ kind: 'system', id: null } as const);
  await recordEvent(services, tx, tenant.id, request.reportId, { type: 'reminderDue', actor, data: { kind: 'itemsOpen', requestId: request.id, channel } });
}
