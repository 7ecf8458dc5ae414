import type { Transaction } from '@meldewerk/db/client';
import { photos } from '@meldewerk/db/schema';
import { conditionPhotos } from '@meldewerk/db/schema-condition-photos';
import { messageFiles } from '@meldewerk/db/schema-messages';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, isNotNull } from 'drizzle-orm';
import { ProblemError } from '../http/problem.ts';
import type { StaffScope } from '../http/scope.ts';

/** A picture of a report: one the customer sent with it, one that went with a message, or one the workshop took. */
type Picture = { id: string; from: 'report' | 'message' | 'workshop'; reportId: string; state: 'received' | 'ready' | 'refused'; mediaType: string; sha256: Uint8Array; redactionId: string | null; /** Under which its own bytes lie. */ blobId: string };

/** A picture of a report, by whichever way it came; those of drafts and messages that were never sent are nobody's business: notFound. */
export function findPhoto(scope: StaffScope, photoId: string): Promise<Picture> {
  return inTenant(scope.services.db, scope.tenant.id, (tx) => findIn(scope, tx, photoId, false));
}

/** The same, held until the end of the transaction. */
export function lockPhoto(scope: StaffScope, tx: Transaction, photoId: string): Promise<Picture> {
  return findIn(scope, tx, photoId, true);
}

/** Which redaction covers a picture from now on; null shows all of it. */
export async function setRedaction({ tenant }: StaffScope, tx: Transaction, { id, from }: Picture, redactionId: string | null): Promise<void> {
  const table = { report: photos, message: messageFiles, workshop: conditionPhotos }[from];
  await tx.update(table).set({ redactionId }).where(and(eq(table.tenantId, tenant.id), eq(table.id, id)));
}

async function findIn({ tenant }: StaffScope, tx: Transaction, id: string, lock: boolean): Promise<Picture> {
  const ofReport = tx
    .select({ reportId: photos.reportId, state: photos.state, mediaType: photos.mediaType, sha256: photos.sha256, redactionId: photos.redactionId })
    .from(photos).where(and(eq(photos.tenantId, tenant.id), eq(photos.id, id)));
  const [sent] = await (lock ? ofReport.for('update') : ofReport);
  if (sent?.reportId) return { ...sent, id, from: 'report', reportId: sent.reportId, blobId: id };
  const ofMessage = tx
    .select({ reportId: messageFiles.reportId, mediaType: messageFiles.mediaType, sha256: messageFiles.sha256, redactionId: messageFiles.redactionId })
    .from(messageFiles).where(and(eq(messageFiles.tenantId, tenant.id), eq(messageFiles.id, id), eq(messageFiles.kind, 'photo'), isNotNull(messageFiles.messageId)));
  const [written] = await (lock ? ofMessage.for('update') : ofMessage);
  if (written) return { ...written, id, from: 'message', state: 'ready', blobId: id };
  const ofWorkshop = tx
    .select({ reportId: conditionPhotos.reportId, mediaType: conditionPhotos.mediaType, sha256: conditionPhotos.sha256, redactionId: conditionPhotos.redactionId, blobId: conditionPhotos.fileId })
    .from(conditionPhotos).where(and(eq(conditionPhotos.tenantId, tenant.id), eq(conditionPhotos.id, id)));
  const [taken] = await (lock ? ofWorkshop.for('update') : ofWorkshop);
  if (taken) return { ...taken, id, from: 'workshop', state: 'ready' };
  throw new ProblemError('notFound');
}
