import type { Draft as ServerDraft } from '@meldewerk/contract/draft';
import type { StoredPhoto } from '../draft.ts';
import { canonical, type PhotoFacts } from '../sync/draft-fields.ts';
import { fromElsewhere } from './server-photos.ts';

type Followed = { photos: StoredPhoto[]; changed: StoredPhoto[]; goneIds: string[] };

/**
 * The photos of this device after what others did meanwhile: theirs come in, those they took back go, and what they say of a
 * photo counts.
 * @param seenBefore ids that the server has listed before: only of those it means something when they are missing
 * @param takenBack ids that were taken away here and may still be listed
 */
export function followPhotos(photos: readonly StoredPhoto[], listed: ServerDraft['photos'], factsOf: (id: string) => PhotoFacts | undefined, seenBefore: ReadonlySet<string>, takenBack: ReadonlySet<string>): Followed {
  const here = new Set(photos.map(({ id }) => id));
  const there = new Set(listed.map(({ id }) => id));
  const goneIds = photos.filter(({ id, state }) => state === 'safe' && seenBefore.has(id) && !there.has(id)).map(({ id }) => id);
  const arrived = listed.filter(({ id, state }) => !here.has(id) && !takenBack.has(id) && state !== 'refused').map((photo) => fromElsewhere(photo, Date.now()));
  const known = [...photos.filter(({ id }) => !goneIds.includes(id)), ...arrived];
  const changed: StoredPhoto[] = [...arrived];
  const next = known.map((photo): StoredPhoto => {
    const facts = factsOf(photo.id);
    if (!facts || canonical(facts) === canonical({ shotId: photo.shotId, spotId: photo.spotId, findings: photo.findings, source: photo.source })) return photo;
    const told = { ...photo, ...facts };
    changed.push(told);
    return told;
  });
  const latest = new Map(next.map((photo) => [photo.id, photo]));
  return { photos: next, changed: changed.flatMap(({ id }) => latest.get(id) ?? []), goneIds };
}
