import type { DamageSpot } from '@meldewerk/contract/damage-spot';
import type { Photo } from '@meldewerk/contract/photo';

const idOf = (number: number, at: number) => `e0000000-0000-4000-8000-${String(number * 100 + at).padStart(12, '0')}`;

/** Damages of every fifth report: one tapped, one from the list, and one with a note. */
export function inventDamages(number: number): DamageSpot[] {
  if (number % 5 !== 3) return [];
  return [
    { id: idOf(number, 1), part: 'doorRearRight', kind: 'dent', size: 'hand', at: { view: 'right', x: 0.38, y: 0.66 }, note: undefined },
    { id: idOf(number, 2), part: 'sidePanelRight', kind: 'paintOff', size: 'coin', at: { view: 'right', x: 0.2, y: 0.45 }, note: undefined },
    { id: idOf(number, 3), part: 'rearBumper', kind: 'scratch', size: 'sheet', at: null, note: 'Zieht sich bis unter das Kennzeichen' },
  ];
}

/** The first photos of the damage show the first of these. */
export function withSpots(photos: Photo[], damages: readonly DamageSpot[]): Photo[] {
  const close = photos.filter(({ shotId }) => shotId === 'damageClose');
  return photos.map((photo) => {
    if (photo.shotId === 'damageWide') return { ...photo, spotId: damages[0]?.id ?? null };
    return photo.shotId === 'damageClose' ? { ...photo, spotId: damages[close.indexOf(photo)]?.id ?? null } : photo;
  });
}
