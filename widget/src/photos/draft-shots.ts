import { askedShots } from '@meldewerk/catalogue/asked-shots';
import { openShots, type OpenShot } from '@meldewerk/catalogue/open-shots';
import type { Shot } from '@meldewerk/contract/catalogue';
import type { DamageSpot } from '@meldewerk/contract/damage-spot';
import { shotsOfEachDamage } from '@meldewerk/contract/damage-vocabulary';
import type { StoredPhoto } from '../draft.ts';
import { factsOfDraft } from '../draft-facts.ts';
import type { StepHost } from '../step.ts';
import type { UploadController } from './upload-controller.ts';

/** The shots this report asks for, in order. Whoever signed the statement on the phone has none on paper. */
export function shotsOf({ category, drafts }: StepHost): Shot[] {
  return category ? askedShots(category, factsOfDraft(category, drafts.draft)).filter((shot) => !isOnPhone(shot, drafts)) : [];
}

function isOnPhone({ id }: Shot, { draft }: StepHost['drafts']): boolean {
  return id === 'accidentStatement' && draft.accidentStatement?.taken === true;
}

/** Where pictures go that were picked without a shot: the damage as a whole. */
export function shotForAnything(shots: readonly Shot[]): Shot | undefined {
  return shots.find(({ outline }) => outline === 'wide' || outline === 'part') ?? shots.toSorted((one, other) => other.maxPhotos - one.maxPhotos)[0];
}

/** Gives the photos of a shot. A photo whose shot is no longer asked for (another category, say) belongs to the damage. */
export function photosByShot(shots: readonly Shot[], photos: readonly StoredPhoto[]): (shot: Shot) => StoredPhoto[] {
  const asked = new Set(shots.map((shot) => shot.id));
  const fallback = shotForAnything(shots)?.id;
  const placeOf = (photo: StoredPhoto) => (asked.has(photo.shotId) ? photo.shotId : fallback);
  return (shot) => photos.filter((photo) => placeOf(photo) === shot.id);
}

/** The photos with their uploads, in steps that are only shown once these are there. */
export function uploadsOf({ photos }: StepHost): UploadController {
  if (!photos) throw new Error('the photos are not open yet');
  return photos;
}

/** Shots that are neither taken nor passed over. A refused photo does not count as taken. */
export function openShotsOf(host: StepHost): OpenShot[] {
  const { category, drafts, photos } = host;
  if (!category) return [];
  const usable = (photos?.photos ?? []).filter((photo) => photo.state !== 'refused');
  const shots = shotsOf(host);
  const photosOf = photosByShot(shots, usable);
  const taken = shots.flatMap((shot) => photosOf(shot).map(({ spotId }) => ({ shotId: shot.id, spotId })));
  const spots = spotsOf(host).map(({ id }) => id);
  // Passed over before any damage was marked says nothing of those that are.
  const skipped = drafts.draft.skippedShots.filter((key) => spots.length === 0 || !shotsOfEachDamage.includes(key));
  const open = openShots(category, factsOfDraft(category, drafts.draft), taken, new Set(skipped), spots);
  return open.filter(({ shot }) => !isOnPhone(shot, drafts));
}

/** The damages that are marked one by one, where this kind of damage asks for them. */
export function spotsOf({ drafts, site }: Pick<StepHost, 'drafts' | 'site'>): DamageSpot[] {
  const { category, damages } = drafts.draft;
  return site.categories.find(({ id }) => id === category)?.damageSpots ? damages : [];
}
