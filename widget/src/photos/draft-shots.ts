import { askedShots } from '@meldewerk/catalogue/asked-shots';
import { openShots, type OpenShot } from '@meldewerk/catalogue/open-shots';
import type { Shot } from '@meldewerk/contract/catalogue';
import type { StoredPhoto } from '../draft.ts';
import { factsOfDraft } from '../draft-facts.ts';
import type { StepHost } from '../step.ts';

/** The shots this report asks for, in order. */
export function shotsOf({ category, drafts }: StepHost): Shot[] {
  return category ? askedShots(category, factsOfDraft(category, drafts.draft)) : [];
}

/** Where pictures go that were picked without a shot: the damage as a whole. */
export function shotForAnything(shots: readonly Shot[]): Shot | undefined {
  return shots.find((shot) => shot.outline === 'part') ?? shots.toSorted((one, other) => other.maxPhotos - one.maxPhotos)[0];
}

/** The photos of each shot. A photo whose shot is no longer asked for (another category, say) belongs to the damage. */
export function photosByShot(shots: readonly Shot[], photos: readonly StoredPhoto[]): Map<string, StoredPhoto[]> {
  const byShot = new Map(shots.map((shot): [string, StoredPhoto[]] => [shot.id, []]));
  const fallback = shotForAnything(shots)?.id;
  for (const photo of photos) (byShot.get(photo.shotId) ?? byShot.get(fallback ?? ''))?.push(photo);
  return byShot;
}

/** Shots that are neither taken nor passed over. A refused photo does not count as taken. */
export function openShotsOf(host: StepHost): OpenShot[] {
  const { category, drafts, photos } = host;
  if (!category) return [];
  const usable = (photos?.photos ?? []).filter((photo) => photo.state !== 'refused');
  const taken = [...photosByShot(shotsOf(host), usable)].flatMap(([id, own]) => (own.length > 0 ? [id] : []));
  return openShots(category, factsOfDraft(category, drafts.draft), new Set(taken), new Set(drafts.draft.skippedShots));
}
