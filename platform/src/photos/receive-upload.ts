import { photoBlobKey } from '@meldewerk/blobs/blob-store';
import type { Transaction } from '@meldewerk/db/client';
import { photos } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import type { FileStore } from '@tus/file-store';
import { and, eq, sql } from 'drizzle-orm';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import { assertNoOtherFile } from './assert-no-other-file.ts';
import { checkContent, sha256OfFile, syncFile } from './check-content.ts';
import { readMetadata, type NewUpload, type Place, type UploadDoor } from './upload-door.ts';
import type { UploadLocks } from './upload-locks.ts';
import { discardUpload, findComplete, type CompleteUpload } from './upload-store.ts';
import { withoutLocation } from './without-location.ts';

/** What a finished photo was found to be. */
type Arrival = { mediaType: string; byteSize: number; sha256: Buffer };

/**
 * Takes in an upload whose last byte has arrived: content judged, original durable in the blob store, then row and job in one
 * transaction. Safe to call again at any point, by a second request too; the same photo is received once. Content that
 * is refused is deleted and told by a problem.
 */
export async function receiveUpload(scope: Scope, door: UploadDoor, store: FileStore, locks: UploadLocks, id: string): Promise<void> {
  const begun = await findComplete(store, id);
  if (!begun) return;
  const metadata = readMetadata(door, begun.metadata);
  await locks.exclusively(`photo ${scope.tenant.id} ${metadata.photoId}`, async () => {
    // Somebody else may have received it while this call waited for its turn.
    const upload = await findComplete(store, id);
    if (!upload) return;
    try {
      await receive(scope, door, upload, metadata);
      await discardUpload(store, id);
    } catch (error) {
      if (error instanceof ProblemError) await discardUpload(store, id);
      throw error;
    }
  });
}

async function receive(scope: Scope, door: UploadDoor, upload: CompleteUpload, metadata: NewUpload): Promise<void> {
  const { services, tenant } = scope;
  await withoutLocation(upload.path);
  // Bytes on their way to the disk, their hash and the database do not wait for each other.
  const [sha256, known] = await Promise.all([sha256OfFile(upload.path), findKnown(scope, metadata), syncFile(upload.path)]);
  if (known) return checkSame(scope, door, known, metadata, sha256);
  const mediaType = await checkContent(upload.path, upload.byteSize);

  const original = photoBlobKey(tenant.id, metadata.photoId, 'original');
  await services.blobs.adopt(original, upload.path);
  try {
    await inTenant(services.db, tenant.id, async (tx) => {
      const place = await door.place(scope, tx, metadata);
      await insertPhoto(scope, tx, metadata, place, { mediaType, byteSize: upload.byteSize, sha256 });
      await door.taken?.(scope, tx, metadata, { sha256 });
    });
  } catch (error) {
    if (error instanceof ProblemError) await services.blobs.remove(original);
    throw error;
  }
}

type Known = { draftId: string; sha256: Uint8Array };

async function findKnown(scope: Scope, { photoId }: NewUpload): Promise<Known | undefined> {
  return inTenant(scope.services.db, scope.tenant.id, async (tx) => {
    const [known] = await tx
      .select({ draftId: photos.draftId, sha256: photos.sha256 })
      .from(photos)
      .where(and(eq(photos.tenantId, scope.tenant.id), eq(photos.id, photoId)));
    if (!known) await assertNoOtherFile(scope, tx, photoId);
    return known;
  });
}

/** This very photo has been received before; when its id stands for other bytes, that is a conflict. */
async function checkSame(scope: Scope, door: UploadDoor, known: Known, { ownerId }: NewUpload, sha256: Buffer): Promise<void> {
  const draftId = await inTenant(scope.services.db, scope.tenant.id, (tx) => door.draftOf(scope, tx, ownerId));
  if (known.draftId !== draftId || !sha256.equals(known.sha256)) throw new ProblemError('uploadConflict');
}

async function insertPhoto(scope: Scope, tx: Transaction, metadata: NewUpload, place: Place, arrival: Arrival): Promise<void> {
  const { services, tenant } = scope;
  const { photoId, source, fileName, spotId, handoffId } = metadata;
  const payload = JSON.stringify({ tenantId: tenant.id, photoId });
  const inserted = tx.insert(photos).values({
    tenantId: tenant.id,
    id: photoId,
    source,
    originalName: fileName ?? null,
    spotId: spotId ?? null,
    handoffId: handoffId ?? null,
    state: 'received',
    uploadedAt: services.clock.now(),
    ...arrival,
    ...place,
  });
  await Promise.all([inserted, tx.execute(sql`select enqueue_job('process-photo', ${payload}::json, ${`process-photo ${tenant.id} ${photoId}`})`)]);
}
