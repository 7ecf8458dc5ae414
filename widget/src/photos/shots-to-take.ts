import { msg, str } from '@lit/localize';
import type { Shot } from '@meldewerk/contract/catalogue';
import { partLabel } from '@meldewerk/contract/damage-labels';
import type { VehicleType } from '@meldewerk/contract/damage-parts';
import type { DamageSpot } from '@meldewerk/contract/damage-spot';
import { shotsOfEachDamage } from '@meldewerk/contract/damage-vocabulary';
import { textIn } from '@meldewerk/contract/text-in';
import type { StoredPhoto } from '../draft.ts';
import type { StepHost } from '../step.ts';
import { photosByShot, shotsOf, spotsOf } from './draft-shots.ts';

/** One thing to photograph: a shot, of one damage where it is taken of each. `number` is that of the damage's pin. */
export type ShotToTake = { shot: Shot; spot: DamageSpot | null; number: number | null };

/**
 * What this report asks to photograph, in order: each damage wide and close before the next one. Once damages are marked,
 * photos of no single one still have their place, as far as there are any.
 */
export function shotsToTake(host: StepHost): ShotToTake[] {
  const shots = shotsOf(host);
  const spots = spotsOf(host);
  const whole = (shot: Shot): ShotToTake => ({ shot, spot: null, number: null });
  if (spots.length === 0) return shots.map(whole);
  const ofEach = shots.filter(isOfEachDamage);
  const photos = host.photos?.photos ?? [];
  const asked = spots.flatMap((spot, at) => ofEach.map((shot): ShotToTake => ({ shot, spot, number: at + 1 })));
  const general = ofEach.map((shot) => whole({ ...shot, rule: 'optional' })).filter((one) => photosToTake(one, shots, spots, photos).length > 0);
  return shots.flatMap((shot) => {
    if (!isOfEachDamage(shot)) return [whole(shot)];
    return shot === ofEach[0] ? [...asked, ...general] : [];
  });
}

/** The photos of one thing to photograph. A photo of a damage that is no longer marked shows the damage as a whole. */
export function photosOf(host: StepHost, wanted: ShotToTake): StoredPhoto[] {
  return photosToTake(wanted, shotsOf(host), spotsOf(host), host.photos?.photos ?? []);
}

/** Whether there is a photo of it that can be used: one that was not accepted leaves it open. */
export function isTaken(host: StepHost, wanted: ShotToTake): boolean {
  return photosOf(host, wanted).some(({ state }) => state !== 'refused');
}

function photosToTake({ shot, spot }: ShotToTake, shots: readonly Shot[], spots: readonly DamageSpot[], photos: readonly StoredPhoto[]): StoredPhoto[] {
  const all = photosByShot(shots, photos)(shots.find(({ id }) => id === shot.id) ?? shot);
  if (!isOfEachDamage(shot)) return all;
  const known = new Set(spots.map(({ id }) => id));
  return all.filter(({ spotId }) => (spot ? spotId === spot.id : !spotId || !known.has(spotId)));
}

/** „Schaden 1 · Tür vorne links“; null for what is not taken of a single damage. */
export function spotTitle(host: Pick<StepHost, 'drafts' | 'language'>, { spot, number }: Pick<ShotToTake, 'spot' | 'number'>): string | null {
  if (!spot) return null;
  const type = host.drafts.draft.vehicle['type'] as VehicleType | undefined;
  return msg(str`Schaden ${number ?? 1} · ${textIn(partLabel(spot.part, type), host.language)}`, { id: 'damages.title' });
}

/** What a thing to photograph is called, with its damage: „Schaden 1 · Tür vorne links: Schaden aus der Nähe“. */
export function titleOf(host: Pick<StepHost, 'drafts' | 'language'>, wanted: ShotToTake): string {
  return [spotTitle(host, wanted), textIn(wanted.shot.label, host.language)].filter(Boolean).join(': ');
}

/** Of what is taken of each damage, the one where is said what is missing of the shot: the first that is neither taken nor passed over. */
export function leadOf(host: StepHost, wanted: readonly ShotToTake[], shotId: string): ShotToTake | undefined {
  const own = wanted.filter(({ shot }) => shot.id === shotId);
  return own.find((one) => !isTaken(host, one) && !isPassedOver(host, one)) ?? own[0];
}

/** Where faults of it are told. What the server says of a shot is told at the first that is open. */
export function pathOf(host: StepHost, all: readonly ShotToTake[], wanted: ShotToTake): string {
  return `photos.${leadOf(host, all, wanted.shot.id) === wanted ? wanted.shot.id : keyOf(wanted)}`;
}

/** Unlike any other of the list; ids of shots and damages hold no dots. */
export function keyOf({ shot, spot }: Pick<ShotToTake, 'shot' | 'spot'>): string {
  return spot ? `${shot.id}.${spot.id}` : shot.id;
}

export function isOfEachDamage({ id }: Pick<Shot, 'id'>): boolean {
  return shotsOfEachDamage.includes(id);
}

/** Whether a shot was passed over on purpose: of this one damage, where it is taken of each. */
export function isPassedOver({ drafts }: Pick<StepHost, 'drafts'>, wanted: Pick<ShotToTake, 'shot' | 'spot'>): boolean {
  return drafts.draft.skippedShots.includes(keyOf(wanted));
}

export function passOver({ drafts }: Pick<StepHost, 'drafts'>, wanted: Pick<ShotToTake, 'shot' | 'spot'>, passed: boolean): void {
  const others = drafts.draft.skippedShots.filter((other) => other !== keyOf(wanted));
  drafts.change({ skippedShots: passed ? [...others, keyOf(wanted)] : others });
}

/** Whether a shot was passed over, for all or for some of the damages, and has no photo there. */
export function isPartlyPassedOver(shot: Shot, skipped: readonly string[], photos: readonly StoredPhoto[], spots: readonly DamageSpot[]): boolean {
  if (spots.length === 0 || !isOfEachDamage(shot)) return skipped.includes(shot.id) && photos.length === 0;
  return spots.some((spot) => skipped.includes(keyOf({ shot, spot })) && !photos.some(({ spotId }) => spotId === spot.id));
}
