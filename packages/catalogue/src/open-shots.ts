import type { Category, Shot } from '@meldewerk/contract/catalogue';
import { askedShots } from './asked-shots.ts';
import type { Facts } from './facts.ts';

/** `missing`: the report cannot go without it. `notDecided`: neither taken nor passed over. */
export type OpenShot = { shot: Shot; fault: 'missing' | 'notDecided' };

/**
 * The shots that still keep a report from being sent.
 * @param taken ids of shots with at least one photo
 * @param skipped ids of shots passed over on purpose; a required shot cannot be passed over
 */
export function openShots(category: Category, facts: Facts, taken: ReadonlySet<string>, skipped: ReadonlySet<string>): OpenShot[] {
  return askedShots(category, facts).flatMap((shot): OpenShot[] => {
    if (taken.has(shot.id) || shot.rule === 'optional') return [];
    if (shot.rule === 'required') return [{ shot, fault: 'missing' }];
    return skipped.has(shot.id) ? [] : [{ shot, fault: 'notDecided' }];
  });
}
