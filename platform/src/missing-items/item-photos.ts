import type { Transaction } from '@meldewerk/db/client';
import { damageReports, drafts, photos } from '@meldewerk/db/schema';
import { and, eq, sql } from 'drizzle-orm';
import { lockReport } from '../handling/change-handling.ts';
import { ProblemError } from '../http/problem.ts';
import type { CustomerScope } from '../http/scope.ts';
import type { Place } from '../photos/upload-door.ts';
import { findItem, isOpen, type ItemRow } from './find-items.ts';
import { noteProvided } from './settle-items.ts';

/** The photo item of the customer's own report; anybody else's and anything else is notFound. */
export async function findPhotoItem(scope: CustomerScope, tx: Transaction, itemId: string): Promise<ItemRow> {
  const item = await findItem(scope, tx, scope.reportId, itemId);
  if (item?.kind !== 'photo') throw new ProblemError('notFound');
  return item;
}

/** The draft the report was sent from: photos hang on one. */
export async function draftOfReport({ tenant, reportId }: CustomerScope, tx: Transaction): Promise<string | undefined> {
  const [draft] = await tx.select({ id: drafts.id }).from(drafts).where(and(eq(drafts.tenantId, tenant.id), eq(drafts.reportId, reportId)));
  return draft?.id;
}

/** Beside the photo it replaces, or behind all others. One photo an item: a second one, and one after the item was withdrawn, is refused. */
export async function placeItemPhoto(scope: CustomerScope, tx: Transaction, itemId: string): Promise<Place> {
  const { tenant, reportId } = scope;
  const report = await lockReport(scope, tx, reportId);
  const item = await findPhotoItem(scope, tx, itemId);
  if (!isOpen(item)) throw new ProblemError('itemNotWanted');
  const draftId = await draftOfReport(scope, tx);
  if (!draftId) throw new Error('a sent report has its draft');
  const [replaced] = item.replacesPhotoId ? await tx.select({ position: photos.position }).from(photos).where(and(eq(photos.tenantId, tenant.id), eq(photos.id, item.replacesPhotoId))) : [];
  return { draftId, reportId, shotId: item.subject, position: replaced?.position ?? report.photoCount };
}

/** In the transaction that takes the photo in. */
export async function noteItemPhoto(scope: CustomerScope, tx: Transaction, itemId: string, photoId: string, sha256: Buffer): Promise<void> {
  const { tenant, reportId } = scope;
  const item = await findPhotoItem(scope, tx, itemId);
  await tx.update(damageReports).set({ photoCount: sql`${damageReports.photoCount} + 1` }).where(and(eq(damageReports.tenantId, tenant.id), eq(damageReports.id, reportId)));
  await noteProvided(scope, tx, item, { photoId, facts: { photoId, shotId: item.subject, sha256: sha256.toString('hex') } });
}
