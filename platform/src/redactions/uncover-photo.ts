import { photos } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import { recordEvent } from '../events/record-event.ts';
import type { StaffScope } from '../http/scope.ts';
import { lockPhoto } from './find-photo.ts';
import { removePictures } from './remove-pictures.ts';

/** Shows the original again, everywhere. Twice is the same as once. */
export async function uncoverPhoto(scope: StaffScope, photoId: string): Promise<void> {
  const { services, tenant, staff } = scope;
  const covered = await inTenant(services.db, tenant.id, async (tx) => {
    const { redactionId, reportId } = await lockPhoto(scope, tx, photoId);
    if (redactionId === null) return null;
    await tx.update(photos).set({ redactionId: null }).where(and(eq(photos.tenantId, tenant.id), eq(photos.id, photoId)));
    await recordEvent(services, tx, tenant.id, reportId, { type: 'photoUncovered', actor: { kind: 'staff', id: staff.id }, data: { photoId, redactionId } });
    return redactionId;
  });
  if (covered) await removePictures(scope, covered);
}
