import { msg, str } from '@lit/localize';
import { hasPart, kindsOf } from '@meldewerk/contract/damage-parts';
import type { DamageSpot } from '@meldewerk/contract/damage-spot';
import { maxDamageSpots, type VehiclePart } from '@meldewerk/contract/damage-vocabulary';
import { deviceRandomness, type OpenDamage } from '../draft.ts';
import type { StepHost } from '../step.ts';
import { numbered, partName } from './damage-words.ts';
import { vehicleTypeOf } from './vehicle-type.ts';

type Place = DamageSpot['at'];

/** What was taken away or moved last, until something else is done. */
let undoable: { sentence: string; before: DamageSpot[]; focus: string } | null = null;
/** The list of parts is open in the sheet. */
let choosing = false;
/** What is missing was asked for and not given. */
let insisting = false;

export const editing = {
  get undoable() {
    return undoable;
  },
  get choosing() {
    return choosing;
  },
  get insisting() {
    return insisting;
  },
};

/** Begins a damage at a tapped place, or without one in the list of parts. */
export function beginDamage(host: StepHost, part: VehiclePart | null, at: Place): void {
  if (!hasRoomForDamages(host)) {
    return host.announce(tooManyDamages());
  }
  open(host, { id: deviceRandomness.newId(), part, kind: null, size: null, at, note: '', isNew: true });
}

export function hasRoomForDamages({ drafts }: Pick<StepHost, 'drafts'>): boolean {
  return drafts.draft.damages.length < maxDamageSpots;
}

export function tooManyDamages(): string {
  return msg(str`Mehr als ${maxDamageSpots} Schäden lassen sich nicht einzeln markieren. Bitte fassen Sie zusammen, was nebeneinander liegt.`, { id: 'damages.tooMany' });
}

export function editDamage(host: StepHost, spot: DamageSpot): void {
  open(host, { ...spot, note: spot.note ?? '', isNew: false });
}

/** What was chosen so far; a kind that cannot happen to another part has to be chosen anew. */
export function changeOpenDamage(host: StepHost, change: Partial<OpenDamage>): void {
  const { openDamage } = host.drafts.draft;
  if (!openDamage) return;
  const changed = { ...openDamage, ...change };
  const fits = changed.part && changed.kind && kindsOf(changed.part).includes(changed.kind);
  host.drafts.change({ openDamage: { ...changed, kind: fits ? changed.kind : null } });
}

/** Another part than the one that was tapped lies elsewhere. */
export function choosePart(host: StepHost, part: VehiclePart): void {
  const other = host.drafts.draft.openDamage?.part !== part;
  choosing = false;
  changeOpenDamage(host, { part, ...(other ? { at: null } : {}) });
  focusNext = 'damage-part';
}

export function showParts(host: StepHost, shown: boolean): void {
  choosing = shown;
  focusNext = shown ? 'damage-search' : 'damage-part';
  host.requestUpdate();
}

export function closeDamage(host: StepHost): void {
  const { openDamage } = host.drafts.draft;
  host.drafts.change({ openDamage: null });
  focusNext = openDamage && !openDamage.isNew ? `edit-${openDamage.id}` : 'damage-list-button';
}

/** Answers whether everything was there. */
export function saveDamage(host: StepHost): boolean {
  const { damages, openDamage } = host.drafts.draft;
  const spot = openDamage && completed(openDamage);
  if (!openDamage || !spot) {
    insisting = true;
    focusNext = openDamage?.kind ? 'damage-size' : 'damage-kind';
    host.requestUpdate();
    return false;
  }
  undoable = null;
  const known = damages.some(({ id }) => id === spot.id);
  const changed = known ? damages.map((other) => (other.id === spot.id ? spot : other)) : [...damages, spot];
  host.drafts.change({ damages: changed, openDamage: null });
  host.recheck();
  host.announce(msg(str`${numbered(changed.findIndex(({ id }) => id === spot.id) + 1)} gesichert: ${partName(host, spot.part)}.`, { id: 'damages.saved' }));
  focusNext = `edit-${spot.id}`;
  return true;
}

/** Its photos stay, as photos of the damage as a whole; coming back it has them again. */
export function removeDamage(host: StepHost, spot: DamageSpot): void {
  const { damages } = host.drafts.draft;
  undoable = { sentence: msg(str`${numbered(damages.indexOf(spot) + 1)} entfernt.`, { id: 'damages.removed' }), before: damages, focus: `edit-${spot.id}` };
  host.drafts.change({ damages: damages.filter(({ id }) => id !== spot.id) });
  host.recheck();
  host.announce(undoable.sentence);
  focusNext = 'damage-undo';
}

/** Puts a pin elsewhere. What cannot happen to the part that lies there is asked for again. */
export function moveDamage(host: StepHost, spot: DamageSpot, part: VehiclePart, at: NonNullable<Place>): void {
  const { damages } = host.drafts.draft;
  const moved = { ...spot, part, at };
  const number = numbered(damages.indexOf(spot) + 1);
  undoable = { sentence: msg(str`${number} verschoben: ${partName(host, part)}.`, { id: 'damages.moved' }), before: damages, focus: `edit-${spot.id}` };
  if (!kindsOf(part).includes(spot.kind)) return open(host, { ...moved, kind: null, note: spot.note ?? '', isNew: false });
  host.drafts.change({ damages: damages.map((other) => (other.id === spot.id ? moved : other)) });
  host.announce(undoable.sentence);
  host.recheck();
}

export function undoDamage(host: StepHost): void {
  if (!undoable) return;
  const { before, focus } = undoable;
  undoable = null;
  focusNext = focus;
  host.drafts.change({ damages: before });
  host.announce(msg('Rückgängig gemacht.', { id: 'damages.undone' }));
  host.recheck();
}

/** Damages on parts that this type of vehicle does not have: it was another one when they were marked. */
export function strandedDamages(host: StepHost): DamageSpot[] {
  return host.drafts.draft.damages.filter(({ part }) => !hasPart(vehicleTypeOf(host), part));
}

let focusNext: string | null = null;

/** Once drawn: the focus goes where the customer goes on. */
export function takeFocus(root: ShadowRoot): void {
  const target = focusNext && root.getElementById(focusNext);
  if (!target) return;
  focusNext = null;
  target.focus();
}

function open(host: StepHost, openDamage: OpenDamage): void {
  choosing = openDamage.part === null || !hasPart(vehicleTypeOf(host), openDamage.part);
  insisting = false;
  host.drafts.change({ openDamage });
  focusNext = choosing ? 'damage-search' : 'damage-heading';
}

function completed({ id, part, kind, size, at, note }: OpenDamage): DamageSpot | null {
  const said = note.trim();
  return part && kind && size ? { id, part, kind, size, at, ...(said ? { note: said } : {}) } : null;
}
