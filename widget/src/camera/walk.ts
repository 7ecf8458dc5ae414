import type { ShotToTake } from '../photos/shots-to-take.ts';
import { keyOf } from '../photos/shots-to-take.ts';

/** What is photographed next after `key`, round to the beginning; null when nothing is open any more. */
export function nextOpen(shots: readonly ShotToTake[], key: string | null, isOpen: (shot: ShotToTake) => boolean): ShotToTake | null {
  const at = shots.findIndex((shot) => keyOf(shot) === key);
  const round = [...shots.slice(at + 1), ...shots.slice(0, Math.max(at, 0))];
  return round.find(isOpen) ?? null;
}
