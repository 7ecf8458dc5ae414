import { photoBlobKey, type OpenBlob } from '@meldewerk/blobs/blob-store';
import { originalOpenings } from '@meldewerk/db/schema-redactions';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { recordEvent } from '../events/record-event.ts';
import type { StaffScope } from '../http/scope.ts';
import { findPhoto } from './find-photo.ts';

export type OpenedOriginal = OpenBlob & { mediaType: string };

/** Opens a sealed original. Who did and what for is on record before the first byte goes out. */
export async function openOriginal(scope: StaffScope, photoId: string, reason: string): Promise<OpenedOriginal> {
  const { services, tenant, staff } = scope;
  const { reportId, mediaType, sha256, blobId } = await findPhoto(scope, photoId);
  const blob = await services.blobs.open(photoBlobKey(tenant.id, blobId, 'original'));
  try {
    const openingId = services.newId();
    await inTenant(services.db, tenant.id, async (tx) => {
      await tx.insert(originalOpenings).values({ tenantId: tenant.id, id: openingId, photoId, openedBy: staff.id, openedAt: services.clock.now(), reason });
      await recordEvent(services, tx, tenant.id, reportId, { type: 'originalOpened', actor: { kind: 'staff', id: staff.id }, data: { photoId, openingId, sha256: Buffer.from(sha256).toString('hex') } });
    });
    return { ...blob, mediaType };
  } catch (error) {
    blob.stream.destroy();
    throw error;
  }
}
