import { photoBlobKey, type PhotoRendition } from '@meldewerk/blobs/blob-store';
import { damageReports } from '@meldewerk/db/schema';
import { conditionPhotos } from '@meldewerk/db/schema-condition-photos';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import { attachment } from '../http/content-disposition.ts';
import { ProblemError } from '../http/problem.ts';
import type { StaffScope } from '../http/scope.ts';
import type { PhotoAnswer } from '../photos/send-photo.ts';
import { dayIn } from '../time-zone.ts';

const stageNames = { dropOff: 'Annahme', afterRepair: 'nach-Reparatur', handOver: 'Uebergabe' } as const;

/** A picture the workshop took; also one that was removed from the report, which stays on record. */
export async function openConditionPhoto({ services, tenant }: StaffScope, photoId: string, rendition: PhotoRendition): Promise<PhotoAnswer> {
  const [found] = await inTenant(services.db, tenant.id, (tx) =>
    tx
      .select({ photo: conditionPhotos, licensePlate: damageReports.licensePlate, reference: damageReports.reference })
      .from(conditionPhotos)
      .innerJoin(damageReports, and(eq(damageReports.tenantId, conditionPhotos.tenantId), eq(damageReports.id, conditionPhotos.reportId)))
      .where(and(eq(conditionPhotos.tenantId, tenant.id), eq(conditionPhotos.id, photoId))),
  );
  if (!found) throw new ProblemError('notFound');
  const { photo, licensePlate, reference } = found;
  const { stream, byteSize } = await services.blobs.open(photoBlobKey(tenant.id, photo.redactionId ?? photo.fileId, rendition));
  const name = [licensePlate || reference, stageNames[photo.stage], photo.shotId, dayIn(tenant.settings.timeZone, photo.takenAt)].join('_').replace(/[^\p{L}\p{N}_.-]+/gu, '-');
  const mediaType = photo.redactionId ? 'image/jpeg' : photo.mediaType;
  const described = rendition === 'original'
    ? { 'content-type': mediaType, 'content-disposition': attachment(`${name}.${mediaType.slice('image/'.length).replace('jpeg', 'jpg')}`), 'cache-control': 'private, no-store' }
    : { 'content-type': 'image/jpeg', 'content-disposition': 'inline', 'cache-control': 'private, max-age=600' };
  return { stream, headers: { ...described, 'content-length': String(byteSize), 'x-content-type-options': 'nosniff' } };
}
