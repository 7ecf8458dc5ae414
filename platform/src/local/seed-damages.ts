import type { DamageSpot } from '@meldewerk/contract/damage-spot';

type Mark = [part: DamageSpot['part'], kind: DamageSpot['kind'], size: DamageSpot['size'], at: DamageSpot['at'], note?: string];

const on = (view: NonNullable<DamageSpot['at']>['view'], x: number, y: number): DamageSpot['at'] => ({ view, x, y });

/** What was marked on the vehicles of seeded reports, by their plates: tapped on the drawing, or named in the list. */
const marks: Record<string, Mark[]> = {
  'KA-LP 318': [
    ['wheelRearRight', 'scratch', 'hand', on('right', 0.205, 0.77), 'Bordsteinschaden an der Felge'],
    ['doorFrontRight', 'scratch', 'sheet', on('right', 0.56, 0.62)],
    ['interior', 'torn', 'coin', null, 'Kleiner Riss im Sitzpolster'],
  ],
  'GER-RH 52': [['doorRearLeft', 'deformed', 'larger', on('left', 0.63, 0.58)], ['doorRearLeft', 'paintOff', 'hand', on('left', 0.66, 0.7), 'Weißer Lack vom anderen Wagen']],
  'KA-FZ 8810': [['bonnet', 'hailDents', 'larger', on('top', 0.17, 0.5)], ['roof', 'hailDents', 'larger', on('top', 0.74, 0.5)]],
  'KA-AK 1212': [
    ['wingFrontRight', 'scratch', 'larger', on('right', 0.72, 0.52)],
    ['doorFrontRight', 'scratch', 'larger', on('right', 0.55, 0.55)],
    ['doorRearRight', 'scratch', 'larger', on('right', 0.36, 0.57)],
  ],
  'KA-NR 450': [['frontBumper', 'crack', 'larger', on('front', 0.24, 0.75)], ['headlightRight', 'shattered', 'hand', on('front', 0.2, 0.6)], ['wingFrontRight', 'deformed', 'sheet', on('right', 0.84, 0.55)]],
  'GER-SO 36': [['bonnet', 'deformed', 'larger', on('front', 0.62, 0.48)], ['grille', 'brokenOff', 'sheet', on('front', 0.52, 0.63)], ['headlightLeft', 'crack', 'hand', on('front', 0.82, 0.6), 'Leuchtet noch']],
  'KA-MÜ 771': [['doorFrontLeft', 'dent', 'sheet', on('left', 0.44, 0.62)], ['mirrorLeft', 'scratch', 'coin', null]],
  'KA-SH 2019': [['doorRearLeft', 'dent', 'sheet', on('left', 0.63, 0.6), 'يوجد أيضاً طلاء أبيض']],
  'KA-TW 518': [['doorRearRight', 'scratch', 'larger', on('right', 0.36, 0.6)], ['sidePanelRight', 'scratch', 'sheet', on('right', 0.22, 0.44)]],
  'KA-LB 2204': [['bonnet', 'hailDents', 'larger', on('top', 0.17, 0.45), 'Über vierzig Dellen'], ['roof', 'hailDents', 'larger', on('top', 0.74, 0.45)], ['wingFrontLeft', 'hailDents', 'hand', on('top', 0.22, 0.87)]],
};

export function seedDamages(plate: string, newId: () => string): DamageSpot[] {
  return (marks[plate] ?? []).map(([part, kind, size, at, note]) => ({ id: newId(), part, kind, size, at, note }));
}
