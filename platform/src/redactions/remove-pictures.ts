import { photoBlobKey, photoRenditions } from '@meldewerk/blobs/blob-store';
import type { StaffScope } from '../http/scope.ts';

/** Takes the pictures of a redaction off the store; what was covered before shows less than it should now. */
export async function removePictures({ services, tenant }: StaffScope, redactionId: string): Promise<void> {
  await Promise.all(photoRenditions.map((rendition) => services.blobs.remove(photoBlobKey(tenant.id, redactionId, rendition))));
}
