import { msg, str } from '@lit/localize';
import type { Shot } from '@meldewerk/contract/catalogue';
import { photoLimits } from '@meldewerk/contract/photo';
import type { PhotoSource, StoredPhoto } from '../draft.ts';
import type { StepHost } from '../step.ts';
import { checkChosen } from './check-chosen.ts';
import { photosByShot, shotForAnything, shotsOf, uploadsOf } from './draft-shots.ts';
import { inspectPhoto } from './inspect-photo.ts';

/**
 * Takes chosen files into the draft, for one shot or, without one, for the damage as a whole and on into other shots with room.
 * Answers the sentences about files that could not be taken.
 */
export async function takeFiles(host: StepHost, files: readonly File[], shot: Shot | null, source: PhotoSource, spotId: string | null = null): Promise<string[]> {
  const sentences: string[] = [];
  for (const file of files) {
    const refusal = await inspectPhoto(file);
    const place = refusal ? null : placeFor(host, shot, spotId);
    if (refusal) sentences.push(refusal);
    else if (uploadsOf(host).photos.length >= photoLimits.maxPerDraft) {
      sentences.push(msg(str`Mehr als ${photoLimits.maxPerDraft} Fotos gehen nicht. „${file.name}“ wurde nicht übernommen.`, { id: 'photo.tooMany' }));
    } else if (place) void checkChosen(host, await uploadsOf(host).add(file, place.id, source, spotId), file, place);
    else sentences.push(msg(str`Hier ist kein Platz für weitere Fotos. „${file.name}“ wurde nicht übernommen.`, { id: 'photo.shotFull' }));
  }
  return sentences;
}

function placeFor(host: StepHost, shot: Shot | null, spotId: string | null): Shot | undefined {
  // How many photos a shot takes counts for each damage.
  const ofSpot = (photos: StoredPhoto[]) => photos.filter((photo) => spotId === null || photo.spotId === spotId);
  const shots = shotsOf(host);
  const photosOf = photosByShot(shots, uploadsOf(host).photos);
  const first = shot ?? shotForAnything(shots);
  const candidates = shot || !first ? [first] : [first, ...shots.filter((other) => other !== first && other.maxPhotos > 1)];
  return candidates.find((candidate) => candidate && ofSpot(photosOf(candidate)).length < candidate.maxPhotos);
}
