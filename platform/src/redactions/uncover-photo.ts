import { inTenant } from '@meldewerk/db/tenant-scope';
import { recordEvent } from '../events/record-event.ts';
import type { StaffScope } from '../http/scope.ts';
import { lockPhoto, setRedaction } from './find-photo.ts';
import { removePictures } from './remove-pictures.ts';

/** Shows the original again, everywhere. Twice is the same as once. */
export async function uncoverPhoto(scope: StaffScope, photoId: string): Promise<void> {
  const { services, tenant, staff } = scope;
  const covered = await inTenant(services.db, tenant.id, async (tx) => {
    const locked = await lockPhoto(scope, tx, photoId);
    const { redactionId, reportId } = locked;
    if (redactionId === null) return null;
    await setRedaction(scope, tx, locked, null);
    await recordEvent(services, tx, tenant.id, reportId, { type: 'photoUncovered', actor: { kind: 'staff', id: staff.id }, data: { photoId, redactionId } });
    return redactionId;
  });
  if (covered) await removePictures(scope, covered);
}
