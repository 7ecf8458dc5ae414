import { photos } from '@meldewerk/db/schema';
import { messageFiles } from '@meldewerk/db/schema-messages';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import type { Scope } from '../http/scope.ts';

/** Under which id the bytes lie that may be shown of a photo of a report or a message: those with parts covered, where parts are. */
export async function shownBlobId({ services, tenant }: Scope, photoId: string): Promise<string> {
  const [[photo], [file]] = await inTenant(services.db, tenant.id, (tx) =>
    Promise.all([
      tx.select({ redactionId: photos.redactionId }).from(photos).where(and(eq(photos.tenantId, tenant.id), eq(photos.id, photoId))),
      tx.select({ redactionId: messageFiles.redactionId }).from(messageFiles).where(and(eq(messageFiles.tenantId, tenant.id), eq(messageFiles.id, photoId))),
    ]),
  );
  return photo?.redactionId ?? file?.redactionId ?? photoId;
}
