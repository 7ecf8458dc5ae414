import type { Shot } from '@meldewerk/contract/catalogue';
import type { PhotoFinding } from '@meldewerk/contract/photo';
import { judgePhoto } from '@meldewerk/photo-check/judge-photo';
import type { StoredPhoto } from '../draft.ts';
import { lookAt, prepareToLook } from './look-at.ts';

export { prepareToLook as prepareToCheck };

/**
 * What is wrong with a photo, the most important first; empty for a good one and for what this browser cannot decode.
 * Works offline, beside the page. Never rejects.
 * @param others the draft's photos it could be a copy of, without itself
 * @param rollDegrees how far the device was turned off level when the photo was taken, where the camera knows
 */
export async function checkPhoto(file: Blob, shot: Pick<Shot, 'id' | 'outline'>, others: readonly StoredPhoto[], rollDegrees?: number): Promise<PhotoFinding[]> {
  const look = await lookAt(file);
  if (!look) return [];
  const { measures, width, height } = look;
  const sheet = shot.outline === 'document' || shot.outline === 'registration';
  return judgePhoto(measures, { text: sheet || shotsToRead.includes(shot.id), sheet, width, height, others: await fingerprintsOf(others), rollDegrees });
}

const shotsToRead = ['odometer', 'vin'];

/** Of a photo that is up already only its preview is left: that is enough to recognise a copy. */
async function fingerprintsOf(photos: readonly StoredPhoto[]): Promise<number[][]> {
  const pictures = photos.map(({ file, preview }) => preview ?? file).filter((picture) => picture !== null);
  const looks = await Promise.all(pictures.map(lookAt));
  return looks.flatMap((look) => (look ? [look.measures.fingerprint] : []));
}
