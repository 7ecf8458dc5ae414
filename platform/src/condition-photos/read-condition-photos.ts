import type { ConditionPhoto } from '@meldewerk/contract/condition-photo';
import { staffUsers } from '@meldewerk/db/schema';
import { conditionPhotos } from '@meldewerk/db/schema-condition-photos';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Scope } from '../http/scope.ts';

/** What the workshop itself took of the vehicle, in the order in which it was taken; what was removed is left out. */
export async function readConditionPhotos({ services, tenant }: Scope, reportId: string): Promise<ConditionPhoto[]> {
  const rows = await inTenant(services.db, tenant.id, (tx) => tx
    .select({ photo: conditionPhotos, name: staffUsers.name })
    .from(conditionPhotos)
    .innerJoin(staffUsers, and(eq(staffUsers.tenantId, conditionPhotos.tenantId), eq(staffUsers.id, conditionPhotos.takenBy)))
    .where(and(eq(conditionPhotos.tenantId, tenant.id), eq(conditionPhotos.reportId, reportId), isNull(conditionPhotos.removedAt)))
    .orderBy(asc(conditionPhotos.takenAt), asc(conditionPhotos.id)));
  return rows.map(({ photo, name }) => describeConditionPhoto(photo, name));
}

export function describeConditionPhoto(row: typeof conditionPhotos.$inferSelect, takenByName: string): ConditionPhoto {
  const { id, stage, shotId, comparesPhotoId, takenAt, uploadedAt, byteSize, width, height, sha256, redactionId } = row;
  return {
    id, stage, shotId, comparesPhotoId, takenByName, byteSize, width, height,
    takenAt: takenAt.toISOString(), uploadedAt: uploadedAt.toISOString(), sha256: Buffer.from(sha256).toString('hex'), ...(redactionId && { redactionId }),
  };
}
