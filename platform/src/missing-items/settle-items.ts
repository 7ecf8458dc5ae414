import type { Transaction } from '@meldewerk/db/client';
import { damageReports, photos } from '@meldewerk/db/schema';
import { itemRequests, requestedItems } from '@meldewerk/db/schema-missing-items';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, inArray } from 'drizzle-orm';
import { announceChange } from '../events/announce-change.ts';
import { recordEvent } from '../events/record-event.ts';
import { lockReport } from '../handling/change-handling.ts';
import type { Scope } from '../http/scope.ts';
import { openJobScope } from '../job-scope.ts';
import type { Services } from '../services.ts';
import { isOpen, itemsOfReport, openRequestOf, type ItemRow } from './find-items.ts';

type Given = { photoId?: string; before?: ItemRow['before']; after?: ItemRow['after']; facts?: Record<string, unknown> };

/** Notes that the customer gave an item, and that all is there when it was the last one. The report is held. */
export async function noteProvided(scope: Scope, tx: Transaction, item: ItemRow, { photoId, before, after, facts }: Given): Promise<void> {
  const { services, tenant } = scope;
  await tx
    .update(requestedItems)
    .set({ providedAt: services.clock.now(), ...(photoId && { photoId, refusedAt: null }), ...(before && { before }), ...(after && { after }) })
    .where(and(eq(requestedItems.tenantId, tenant.id), eq(requestedItems.id, item.id)));
  const data = { requestId: item.requestId, itemId: item.id, kind: item.kind, ...facts };
  await recordEvent(services, tx, tenant.id, item.reportId, { type: 'itemProvided', actor: { kind: 'customer', id: null }, data });
  await completeIfAllThere(scope, tx, item.reportId);
}

/** Once nothing is open any more and every photo could be opened, the request is complete, and staff hear of it. */
export async function completeIfAllThere(scope: Scope, tx: Transaction, reportId: string): Promise<void> {
  const { services, tenant } = scope;
  const request = await openRequestOf(scope, tx, reportId);
  const items = (await itemsOfReport(scope, tx, reportId)).filter(({ requestId }) => requestId === request?.id);
  const given = items.filter(({ providedAt }) => providedAt !== null);
  if (!request || items.some(isOpen) || given.length === 0) return;
  const photoIds = given.flatMap(({ photoId }) => photoId ?? []);
  const unopened = photoIds.length > 0 ? await tx.select({ id: photos.id }).from(photos).where(and(eq(photos.tenantId, tenant.id), inArray(photos.id, photoIds), eq(photos.state, 'received'))) : [];
  if (unopened.length > 0) return;
  await tx.update(itemRequests).set({ completedAt: services.clock.now() }).where(and(eq(itemRequests.tenantId, tenant.id), eq(itemRequests.id, request.id)));
  await tx.update(damageReports).set({ itemsState: 'complete' }).where(and(eq(damageReports.tenantId, tenant.id), eq(damageReports.id, reportId)));
  await recordEvent(services, tx, tenant.id, reportId, { type: 'itemsComplete', actor: { kind: 'system', id: null }, data: { requestId: request.id, items: given.map(({ id, kind }) => ({ id, kind })) } });
}

/** After a photo was worked on: one that could not be opened is asked for again, an opened one may have been the last that was missing. Harmless to repeat. */
export async function settlePhotoItem(services: Services, { tenantId, photoId }: { tenantId: string; photoId: string }): Promise<void> {
  const scope = await openJobScope(services, tenantId);
  if (!scope) return;
  await inTenant(services.db, tenantId, async (tx) => {
    const ofPhoto = and(eq(requestedItems.tenantId, tenantId), eq(requestedItems.photoId, photoId));
    const [item] = await tx.select().from(requestedItems).where(ofPhoto);
    if (!item) return;
    await lockReport(scope, tx, item.reportId);
    const [photo] = await tx.select({ state: photos.state }).from(photos).where(and(eq(photos.tenantId, tenantId), eq(photos.id, photoId)));
    if (photo?.state !== 'refused') return completeIfAllThere(scope, tx, item.reportId);
    await tx.update(requestedItems).set({ providedAt: null, photoId: null, refusedAt: services.clock.now() }).where(ofPhoto);
    await announceChange(tx, tenantId, item.reportId);
  });
}
