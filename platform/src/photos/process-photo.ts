import { buffer } from 'node:stream/consumers';
import { photoBlobKey } from '@meldewerk/blobs/blob-store';
import type { PhotoMediaType } from '@meldewerk/contract/photo';
import { photos } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, sql } from 'drizzle-orm';
import type { Services } from '../services.ts';
import { PhotoRefused } from './decoder.ts';

type PhotoServices = Pick<Services, 'db' | 'blobs' | 'decoder' | 'log'>;
type PhotoReference = { tenantId: string; photoId: string };
type Finding = Partial<Pick<typeof photos.$inferInsert, 'problem' | 'width' | 'height' | 'capturedAt'>> & { state: 'ready' | 'refused' };

/** The job behind every upload: makes both derivatives, or records why there are none. Harmless to repeat; the original is only read. */
export async function processPhoto(services: PhotoServices, reference: PhotoReference): Promise<void> {
  const { tenantId, photoId } = reference;
  const [photo] = await inTenant(services.db, tenantId, (tx) =>
    tx.select({ state: photos.state, mediaType: photos.mediaType }).from(photos).where(isPhoto(reference)),
  );
  if (photo?.state !== 'received') return;

  const finding = await makeAndStore(services, reference, photo.mediaType as PhotoMediaType);
  const kept = await recordFinding(services, reference, finding);
  // The customer took the photo back meanwhile.
  if (!kept) await Promise.all((['display', 'thumbnail'] as const).map((rendition) => services.blobs.remove(photoBlobKey(tenantId, photoId, rendition))));
}

async function makeAndStore({ blobs, decoder, log }: PhotoServices, { tenantId, photoId }: PhotoReference, mediaType: PhotoMediaType): Promise<Finding> {
  const original = await buffer((await blobs.open(photoBlobKey(tenantId, photoId, 'original'))).stream);
  try {
    const { display, thumbnail, width, height, capturedAt } = await decoder.decode(original, mediaType);
    await Promise.all([
      blobs.put(photoBlobKey(tenantId, photoId, 'display'), display),
      blobs.put(photoBlobKey(tenantId, photoId, 'thumbnail'), thumbnail),
    ]);
    return { state: 'ready', width, height, capturedAt };
  } catch (error) {
    if (!(error instanceof PhotoRefused)) throw error;
    log.info({ tenantId, photoId, code: error.problem }, 'photo refused');
    return { state: 'refused', problem: error.problem };
  }
}

/** False when the photo is gone. Portals that show its report hear of it. */
async function recordFinding({ db }: PhotoServices, reference: PhotoReference, finding: Finding): Promise<boolean> {
  return inTenant(db, reference.tenantId, async (tx) => {
    const [row] = await tx.update(photos).set(finding).where(isPhoto(reference)).returning({ reportId: photos.reportId });
    if (row?.reportId) {
      const message = JSON.stringify({ tenantId: reference.tenantId, kind: 'reportChanged', reportId: row.reportId });
      await tx.execute(sql`select pg_notify('report_changes', ${message})`);
    }
    return row !== undefined;
  });
}

function isPhoto({ tenantId, photoId }: PhotoReference) {
  return and(eq(photos.tenantId, tenantId), eq(photos.id, photoId));
}
