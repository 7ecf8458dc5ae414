import { conditionPhotos } from '@meldewerk/db/schema-condition-photos';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, isNull } from 'drizzle-orm';
import { recordEvent } from '../events/record-event.ts';
import { ProblemError } from '../http/problem.ts';
import type { StaffScope } from '../http/scope.ts';

/** Takes a picture off the report, as a blurred or wrong one. Its bytes and what was recorded of it stay. Twice is the same as once. */
export async function removeConditionPhoto({ services, tenant, staff }: StaffScope, reportId: string, photoId: string): Promise<void> {
  const isPhoto = and(eq(conditionPhotos.tenantId, tenant.id), eq(conditionPhotos.reportId, reportId), eq(conditionPhotos.id, photoId));
  await inTenant(services.db, tenant.id, async (tx) => {
    const [removed] = await tx
      .update(conditionPhotos)
      .set({ removedAt: services.clock.now(), removedBy: staff.id })
      .where(and(isPhoto, isNull(conditionPhotos.removedAt)))
      .returning({ stage: conditionPhotos.stage });
    if (removed) return recordEvent(services, tx, tenant.id, reportId, { type: 'conditionPhotoRemoved', actor: { kind: 'staff', id: staff.id }, data: { photoId, stage: removed.stage } });
    const [known] = await tx.select({ id: conditionPhotos.id }).from(conditionPhotos).where(isPhoto);
    if (!known) throw new ProblemError('notFound');
  });
}
