import { documentBlobKey, photoBlobKey } from '@meldewerk/blobs/blob-store';
import { messageFiles } from '@meldewerk/db/schema-messages';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, inArray, isNull, lt } from 'drizzle-orm';
import type { Services } from '../services.ts';

/** As long as what was typed is kept on the device. */
const keptForMs = 7 * 24 * 60 * 60 * 1000;
const filesAtATime = 200;

/** Takes away files that never went with a message. */
export async function sweepMessageFiles({ db, clock, blobs }: Services, tenantId: string): Promise<void> {
  const before = new Date(clock.now().getTime() - keptForMs);
  const gone = await inTenant(db, tenantId, async (tx) => {
    const unsent = and(eq(messageFiles.tenantId, tenantId), isNull(messageFiles.messageId), isNull(messageFiles.approvalId), lt(messageFiles.createdAt, before));
    const found = await tx.select({ id: messageFiles.id }).from(messageFiles).where(unsent).limit(filesAtATime).for('update', { skipLocked: true });
    if (found.length === 0) return [];
    return tx.delete(messageFiles).where(and(unsent, inArray(messageFiles.id, found.map(({ id }) => id)))).returning({ id: messageFiles.id });
  });
  for (const { id } of gone) for (const key of [photoBlobKey(tenantId, id, 'original'), photoBlobKey(tenantId, id, 'display'), photoBlobKey(tenantId, id, 'thumbnail'), documentBlobKey(tenantId, id)]) await blobs.remove(key);
}
