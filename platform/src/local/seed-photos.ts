import { createHash } from 'node:crypto';
import { photoBlobKey } from '@meldewerk/blobs/blob-store';
import type { photos } from '@meldewerk/db/schema';
import { makeDerivatives } from '../photos/derivatives.ts';
import type { Services } from '../services.ts';
import { takePicture, type Motif } from './pictures/picture.ts';
import type { SeedReport } from './seed-reports.ts';

export type SeedPhoto = Omit<typeof photos.$inferInsert, 'tenantId' | 'draftId'>;
type Context = { services: Pick<Services, 'blobs' | 'newId'>; tenantId: string; now: Date };

/**
 * Takes and stores the pictures of every report. They are our own, so no process of their own has to decode them; rows
 * are for the caller to write. Pictures left over by a crash belong to a tenant that never was and harm nobody.
 */
export async function takePhotosOf(reports: SeedReport[], context: Context): Promise<SeedPhoto[][]> {
  return Promise.all(
    reports.map((report) => {
      const shots = Object.entries(report.pictures).flatMap(([shotId, motifs]) => motifs.map((motif) => ({ shotId, motif })));
      return Promise.all(shots.map(({ shotId, motif }, index) => takePhoto(report, shotId, motif, shots.length - index, context)));
    }),
  );
}

async function takePhoto({ sent, subject, sentAt }: SeedReport, shotId: string, motif: Motif, minutesBefore: number, { services, tenantId, now }: Context): Promise<SeedPhoto> {
  const uploadedAt = new Date(sentAt(now).getTime() - minutesBefore * 60_000);
  const capturedAt = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short', timeStyle: 'medium' }).format(uploadedAt).replace(' ', 'T');
  const { licensePlate, odometerKm = 0 } = sent.vehicle;
  const original = await takePicture({ ...subject, plate: licensePlate, odometerKm }, motif, capturedAt);
  const { display, thumbnail, ...found } = await makeDerivatives(original, 'image/jpeg');
  const id = services.newId();
  for (const [rendition, bytes] of Object.entries({ original, display, thumbnail }))
    await services.blobs.put(photoBlobKey(tenantId, id, rendition as 'original'), bytes);
  return {
    id,
    shotId,
    state: 'ready',
    mediaType: 'image/jpeg',
    byteSize: original.byteLength,
    sha256: createHash('sha256').update(original).digest(),
    source: 'camera',
    originalName: `IMG_${capturedAt.replace(/\D/g, '').slice(0, 14)}.jpg`,
    ...found,
    uploadedAt,
  };
}
