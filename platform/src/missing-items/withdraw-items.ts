import type { Transaction } from '@meldewerk/db/client';
import { damageReports } from '@meldewerk/db/schema';
import { itemRequests, requestedItems } from '@meldewerk/db/schema-missing-items';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, inArray } from 'drizzle-orm';
import { recordEvent } from '../events/record-event.ts';
import { takeOffReport } from '../forms/detach-form.ts';
import { lockReport } from '../handling/change-handling.ts';
import { ProblemError } from '../http/problem.ts';
import type { StaffScope } from '../http/scope.ts';
import { isOpen, itemsOfReport, requestsOfReport, type ItemRow } from './find-items.ts';

/** Staff no longer want a thing (`itemId`), or nothing of a request. What the customer gave stays. Asking twice changes nothing. */
export async function withdrawItems(scope: StaffScope, reportId: string, { requestId, itemId }: { requestId: string; itemId?: string }): Promise<void> {
  const { services, tenant } = scope;
  await inTenant(services.db, tenant.id, async (tx) => {
    await lockReport(scope, tx, reportId);
    const request = (await requestsOfReport(scope, tx, reportId)).find(({ id }) => id === requestId);
    const items = (await itemsOfReport(scope, tx, reportId)).filter((item) => item.requestId === requestId);
    const meant = itemId === undefined ? items : items.filter(({ id }) => id === itemId);
    if (!request || meant.length === 0) throw new ProblemError('notFound');
    const going = meant.filter(isOpen);
    if (going.length === 0 || request.completedAt || request.withdrawnAt) return;

    await takeBack(scope, tx, going);
    const left = items.filter((item) => isOpen(item) && !going.includes(item));
    if (left.length === 0) await close(scope, tx, request.id, reportId, items.some(({ providedAt }) => providedAt !== null));
    await recordEvent(services, tx, tenant.id, reportId, { type: 'itemsWithdrawn', actor: { kind: 'staff', id: scope.staff.id }, data: { requestId, items: going.map(({ id, kind }) => ({ id, kind })) } });
  });
}

async function takeBack(scope: StaffScope, tx: Transaction, items: ItemRow[]): Promise<void> {
  const { services, tenant, staff } = scope;
  await tx
    .update(requestedItems)
    .set({ withdrawnAt: services.clock.now(), withdrawnBy: staff.id })
    .where(and(eq(requestedItems.tenantId, tenant.id), inArray(requestedItems.id, items.map(({ id }) => id))));
  // A form that came onto the report to be signed here goes with it.
  for (const { kind, id, subject, reportId } of items) if (kind === 'signature' && subject === id) await takeOffReport(scope, tx, reportId, id);
}

/** With something given it is complete, and who withdrew the rest knows it; otherwise it was for nothing. */
async function close({ services, tenant, staff }: StaffScope, tx: Transaction, requestId: string, reportId: string, complete: boolean): Promise<void> {
  const at = services.clock.now();
  await tx.update(itemRequests).set(complete ? { completedAt: at } : { withdrawnAt: at, withdrawnBy: staff.id }).where(and(eq(itemRequests.tenantId, tenant.id), eq(itemRequests.id, requestId)));
  await tx.update(damageReports).set({ itemsState: complete ? 'complete' : null }).where(and(eq(damageReports.tenantId, tenant.id), eq(damageReports.id, reportId)));
}
