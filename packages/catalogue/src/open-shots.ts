import type { Category, Shot } from '@meldewerk/contract/catalogue';
import { shotsOfEachDamage } from '@meldewerk/contract/damage-vocabulary';
import { askedShots } from './asked-shots.ts';
import type { Facts } from './facts.ts';

/** `missing`: the report cannot go without it. `notDecided`: neither taken nor passed over. */
export type OpenShot = { shot: Shot; fault: 'missing' | 'notDecided' };

/** A photo, as far as open shots depend on it. */
export type TakenPhoto = { shotId: string; spotId?: string | null | undefined };

/**
 * The shots that still keep a report from being sent. What is taken of each damage is open until every one has a photo.
 * @param skipped ids of shots passed over on purpose, `<shot>.<damage>` for one damage alone; a required shot cannot be passed over
 * @param spots ids of the damages marked one by one
 */
export function openShots(category: Category, facts: Facts, photos: readonly TakenPhoto[], skipped: ReadonlySet<string>, spots: readonly string[] = []): OpenShot[] {
  return askedShots(category, facts).flatMap((shot): OpenShot[] => {
    if (shot.rule === 'optional') return [];
    if (shot.rule === 'required') return isTaken(shot, photos, spots) ? [] : [{ shot, fault: 'missing' }];
    return skipped.has(shot.id) || isTaken(shot, photos, spots, skipped) ? [] : [{ shot, fault: 'notDecided' }];
  });
}

function isTaken({ id }: Shot, photos: readonly TakenPhoto[], spots: readonly string[], passed: ReadonlySet<string> = new Set()): boolean {
  const own = photos.filter(({ shotId }) => shotId === id);
  if (spots.length === 0 || !shotsOfEachDamage.includes(id)) return own.length > 0;
  return spots.every((spot) => passed.has(`${id}.${spot}`) || own.some(({ spotId }) => spotId === spot));
}
