import { createHash } from 'node:crypto';
import { photoBlobKey } from '@meldewerk/blobs/blob-store';
import { conditionPhotosAtMost, type ConditionPhoto, type ConditionPhotoQuery } from '@meldewerk/contract/condition-photo';
import type { Transaction } from '@meldewerk/db/client';
import { damageReports, photos } from '@meldewerk/db/schema';
import { conditionPhotos } from '@meldewerk/db/schema-condition-photos';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, count, eq, isNull } from 'drizzle-orm';
import { recordEvent } from '../events/record-event.ts';
import { limit, takeFrom } from '../http/rate-limit.ts';
import { ProblemError } from '../http/problem.ts';
import type { StaffScope } from '../http/scope.ts';
import { checkBytes } from '../photos/check-content.ts';
import { PhotoRefused } from '../photos/decoder.ts';
import { describeConditionPhoto } from './read-condition-photos.ts';

const perStaff = limit('condition-photo-by-staff', 120, 3);

type Row = typeof conditionPhotos.$inferSelect;

/**
 * Takes in a picture that staff took of the vehicle. The client makes the id, so that sending it again after a lost answer
 * is the same photo; other bytes under it are an uploadConflict. All of it is stored for good before the row says so.
 */
export async function takeConditionPhoto(scope: StaffScope, reportId: string, photoId: string, said: ConditionPhotoQuery, bytes: Uint8Array): Promise<ConditionPhoto> {
  const { services, tenant, staff } = scope;
  await takeFrom(services, perStaff, tenant.id, staff.id);
  const sha256 = createHash('sha256').update(bytes).digest();
  const known = await inTenant(services.db, tenant.id, async (tx) => (await findKnown(scope, tx, photoId)) ?? (await assertRoom(scope, tx, reportId, said.compares)));
  if (known) return describeConditionPhoto(sameOnly(known, reportId, sha256), staff.name);

  const mediaType = await checkBytes(bytes);
  const { display, thumbnail, width, height } = await services.decoder.decode(bytes, mediaType).catch((error: unknown) => {
    throw error instanceof PhotoRefused ? new ProblemError(error.problem) : error;
  });
  const fileId = services.newId();
  const files = [['original', bytes], ['display', display], ['thumbnail', thumbnail]] as const;
  let kept = false;
  try {
    await Promise.all(files.map(([rendition, content]) => services.blobs.put(photoBlobKey(tenant.id, fileId, rendition), content)));
    const row = await inTenant(services.db, tenant.id, async (tx) => {
      const [inserted] = await tx
        .insert(conditionPhotos)
        .values({
          tenantId: tenant.id, id: photoId, reportId, stage: said.stage, shotId: said.shotId, comparesPhotoId: said.compares ?? null, takenBy: staff.id,
          takenAt: new Date(said.takenAt), uploadedAt: services.clock.now(), fileId, mediaType, byteSize: bytes.byteLength, sha256, width, height,
        })
        .onConflictDoNothing()
        .returning();
      if (!inserted) return findKnown(scope, tx, photoId);
      const data = { photoId, stage: said.stage, shotId: said.shotId, sha256: sha256.toString('hex') };
      await recordEvent(services, tx, tenant.id, reportId, { type: 'conditionPhotosTaken', actor: { kind: 'staff', id: staff.id }, data });
      return inserted;
    });
    if (!row) throw new Error('a photo that conflicts is there');
    kept = row.fileId === fileId;
    return describeConditionPhoto(sameOnly(row, reportId, sha256), staff.name);
  } finally {
    if (!kept) await Promise.all(files.map(([rendition]) => services.blobs.remove(photoBlobKey(tenant.id, fileId, rendition))));
  }
}

async function findKnown({ tenant }: StaffScope, tx: Transaction, photoId: string): Promise<Row | undefined> {
  const [row] = await tx.select().from(conditionPhotos).where(and(eq(conditionPhotos.tenantId, tenant.id), eq(conditionPhotos.id, photoId)));
  return row;
}

/** Before anything is read out of the picture: the report is there, with room for one more, and what is compared is its own. */
async function assertRoom({ tenant }: StaffScope, tx: Transaction, reportId: string, compares: string | undefined): Promise<undefined> {
  const [report] = await tx.select({ id: damageReports.id }).from(damageReports).where(and(eq(damageReports.tenantId, tenant.id), eq(damageReports.id, reportId)));
  if (!report) throw new ProblemError('notFound');
  const ofReport = and(eq(conditionPhotos.tenantId, tenant.id), eq(conditionPhotos.reportId, reportId), isNull(conditionPhotos.removedAt));
  const [taken] = await tx.select({ photos: count() }).from(conditionPhotos).where(ofReport);
  if ((taken?.photos ?? 0) >= conditionPhotosAtMost) throw new ProblemError('photoLimitReached');
  if (!compares) return;
  const [intake] = await tx.select({ id: photos.id }).from(photos).where(and(eq(photos.tenantId, tenant.id), eq(photos.id, compares), eq(photos.reportId, reportId)));
  if (!intake) throw new ProblemError('notFound');
}

function sameOnly(row: Row, reportId: string, sha256: Buffer): Row {
  if (row.reportId !== reportId || !sha256.equals(row.sha256)) throw new ProblemError('uploadConflict');
  return row;
}
