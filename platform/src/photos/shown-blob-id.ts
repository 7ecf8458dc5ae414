import { photos } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import type { Scope } from '../http/scope.ts';

/** Under which id the bytes lie that may be shown of a customer's photo: those with parts covered, where parts are. Other pictures lie under their own. */
export async function shownBlobId({ services, tenant }: Scope, photoId: string): Promise<string> {
  const [photo] = await inTenant(services.db, tenant.id, (tx) =>
    tx.select({ redactionId: photos.redactionId }).from(photos).where(and(eq(photos.tenantId, tenant.id), eq(photos.id, photoId))),
  );
  return photo?.redactionId ?? photoId;
}
