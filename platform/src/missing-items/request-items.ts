import type { ItemInput, RequestItems } from '@meldewerk/contract/missing-items';
import type { ReportDetail } from '@meldewerk/contract/report';
import type { Transaction } from '@meldewerk/db/client';
import { damageReports } from '@meldewerk/db/schema';
import { itemRequests, requestedItems } from '@meldewerk/db/schema-missing-items';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, inArray } from 'drizzle-orm';
import { recordEvent } from '../events/record-event.ts';
import { putOnReport } from '../forms/attach-form.ts';
import type { ReportOfForm } from '../forms/find-report-forms.ts';
import { lockReport } from '../handling/change-handling.ts';
import { ProblemError } from '../http/problem.ts';
import { limit, takeFrom } from '../http/rate-limit.ts';
import type { StaffScope } from '../http/scope.ts';
import { checkItems } from './check-items.ts';
import { checkFormsComplete } from './check-forms-complete.ts';
import { assertReachable } from './customer-of-report.ts';
import { openRequestOf, type RequestRow } from './find-items.ts';
import { subjectOf } from './subject-of.ts';

/** Each brings the customer a message. */
const perReport = limit('items-request-by-report', 20, 10 * 60);

/** Staff ask the customer of a sent report for what is missing or unusable; what is open already stays so and one message goes out. Asking under the same ids again changes nothing. */
export async function requestItems(scope: StaffScope, reportId: string, { items, channel, note }: RequestItems): Promise<void> {
  const { services, tenant, staff } = scope;
  await takeFrom(services, perReport, tenant.id, reportId);
  await inTenant(services.db, tenant.id, async (tx) => {
    const report = await lockReport(scope, tx, reportId);
    if (await isRepeat(scope, tx, reportId, items)) return;
    if (!report.submittedAt) throw new ProblemError('notSubmittedYet');
    if (report.internalSince) throw new ProblemError('keptInternal');
    await assertReachable(scope, tx, report as typeof report & Pick<ReportDetail, 'reporter'>, channel);
    await checkItems(scope, tx, report, items);

    const request = (await openRequestOf(scope, tx, reportId)) ?? (await addRequest(scope, tx, { reportId, channel, note: note ?? null }));
    for (const item of items) await attachForm(scope, tx, report as unknown as ReportOfForm, item);
    await checkFormsComplete(scope, tx, reportId, items);
    const asked = { tenantId: tenant.id, requestId: request.id, reportId, requestedAt: services.clock.now(), requestedBy: staff.id };
    await tx.insert(requestedItems).values(items.map((item, position) => ({ ...asked, id: item.id, position, kind: item.kind, subject: subjectOf(item), reason: item.reason, note: item.note ?? null, replacesPhotoId: item.kind === 'photo' ? (item.replacesPhotoId ?? null) : null })));
    await tx.update(damageReports).set({ itemsState: 'waiting' }).where(and(eq(damageReports.tenantId, tenant.id), eq(damageReports.id, reportId)));
    const data = { requestId: request.id, channel, items: items.map(({ id, kind, reason }) => ({ id, kind, reason })) };
    await recordEvent(services, tx, tenant.id, reportId, { type: 'itemsRequested', actor: { kind: 'staff', id: staff.id }, data });
  });
}

async function isRepeat({ tenant }: StaffScope, tx: Transaction, reportId: string, items: ItemInput[]): Promise<boolean> {
  const known = await tx.select().from(requestedItems).where(and(eq(requestedItems.tenantId, tenant.id), inArray(requestedItems.id, items.map(({ id }) => id))));
  if (known.length === 0) return false;
  const same = items.every((item) => known.some((row) => row.id === item.id && row.reportId === reportId && row.kind === item.kind && row.subject === subjectOf(item)));
  if (!same) throw new ProblemError('changedMeanwhile');
  return true;
}

async function addRequest({ services, tenant, staff }: StaffScope, tx: Transaction, asked: Pick<RequestRow, 'reportId' | 'channel' | 'note'>): Promise<RequestRow> {
  const [request] = await tx.insert(itemRequests).values({ tenantId: tenant.id, id: services.newId(), ...asked, requestedAt: services.clock.now(), requestedBy: staff.id }).returning();
  if (!request) throw new Error('an inserted row is there');
  return request;
}

async function attachForm(scope: StaffScope, tx: Transaction, report: ReportOfForm, item: ItemInput): Promise<void> {
  if (item.kind !== 'signature' || !('formId' in item.form)) return;
  await putOnReport(scope, tx, report, { id: item.id, ...item.form });
}
