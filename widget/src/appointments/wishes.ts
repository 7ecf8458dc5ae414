import type { AppointmentDays, Wish } from '@meldewerk/contract/appointment';
import type { SubmissionInput } from '@meldewerk/contract/report';

export type WishDays = AppointmentDays['days'];
export type Reason = NonNullable<WishDays[number]['parts'][number]['reason']>;
/** What a customer has chosen so far, as it lies on the device. Wishes stand in the order of preference. */
export type TypedWishes = { wishes: Wish[]; notPossibleOn: string[]; note: string; pickUp: boolean; bringBack: boolean; replacementCar: boolean; replacementCarNeeds: string };

export const maxWishes = 5;
const maxNotPossible = 20;
export const noWishes: TypedWishes = { wishes: [], notPossibleOn: [], note: '', pickUp: false, bringBack: false, replacementCar: false, replacementCarNeeds: '' };

const isSame = (one: Wish, other: Wish) => one.day === other.day && one.part === other.part;

export function rankOf({ wishes }: TypedWishes, wish: Wish): number | null {
  const index = wishes.findIndex((other) => isSame(other, wish));
  return index === -1 ? null : index + 1;
}

/** Takes a wish back, or puts it behind the others. A sixth changes nothing. */
export function toggleWish(typed: TypedWishes, wish: Wish): TypedWishes {
  if (rankOf(typed, wish)) return { ...typed, wishes: typed.wishes.filter((other) => !isSame(other, wish)) };
  if (typed.wishes.length >= maxWishes) return typed;
  return { ...typed, wishes: [...typed.wishes, wish], notPossibleOn: typed.notPossibleOn.filter((day) => day !== wish.day) };
}

export function moveWish(typed: TypedWishes, from: number, to: number): TypedWishes {
  const moved = typed.wishes[from];
  return moved && to >= 0 && to < typed.wishes.length ? { ...typed, wishes: typed.wishes.toSpliced(from, 1).toSpliced(to, 0, moved) } : typed;
}

/** A day that is not possible is none to wish for. */
export function toggleNotPossible(typed: TypedWishes, day: string): TypedWishes {
  if (typed.notPossibleOn.includes(day)) return { ...typed, notPossibleOn: typed.notPossibleOn.filter((other) => other !== day) };
  if (typed.notPossibleOn.length >= maxNotPossible) return typed;
  return { ...typed, wishes: typed.wishes.filter((wish) => wish.day !== day), notPossibleOn: [...typed.notPossibleOn, day].toSorted() };
}

/** Why a half day cannot be had, by what is known of it; a day nobody knows may be had. */
export function reasonOf(days: WishDays, { day, part }: Wish): Reason | null {
  return days.find((known) => known.day === day)?.parts.find((half) => half.part === part)?.reason ?? null;
}

/** As it goes out; null when nothing was said. */
export function wishesToSend({ wishes, notPossibleOn, note, pickUp, bringBack, replacementCar, replacementCarNeeds }: TypedWishes): NonNullable<SubmissionInput['appointment']> | null {
  const needs = replacementCar ? replacementCarNeeds.trim() : '';
  const says = wishes.length > 0 || notPossibleOn.length > 0 || note.trim() !== '' || pickUp || bringBack || replacementCar;
  if (!says) return null;
  return { wishes, notPossibleOn, ...(note.trim() && { note: note.trim() }), services: { pickUp, bringBack, replacementCar, ...(needs && { replacementCarNeeds: needs }) } };
}
