import { msg } from '@lit/localize';
import type { DayPart, Wish } from '@meldewerk/contract/appointment';
import type { Language } from '@meldewerk/contract/language';
import { localeOf } from '@meldewerk/contract/text-in';
import type { Reason, TypedWishes } from './wishes.ts';

const utc = { timeZone: 'UTC' } as const;
const instantOf = (day: string) => new Date(`${day}T00:00:00Z`);

/** `Dienstag, 1. Dezember` */
export function dayWords(day: string, language: Language): string {
  return new Intl.DateTimeFormat(localeOf(language), { weekday: 'long', day: 'numeric', month: 'long', ...utc }).format(instantOf(day));
}

/** `Di., 1. Dez.` */
export function shortDayWords(day: string, language: Language): string {
  return new Intl.DateTimeFormat(localeOf(language), { weekday: 'short', day: 'numeric', month: 'short', ...utc }).format(instantOf(day));
}

export function monthWords(month: string, language: Language): string {
  return new Intl.DateTimeFormat(localeOf(language), { month: 'long', year: 'numeric', ...utc }).format(instantOf(`${month}-01`));
}

export function partWords(part: DayPart): string {
  return part === 'morning' ? msg('vormittags', { id: 'wishes.morning' }) : msg('nachmittags', { id: 'wishes.afternoon' });
}

export function wishWords({ day, part }: Wish, language: Language): string {
  return `${dayWords(day, language)}, ${partWords(part)}`;
}

/** Why a half day cannot be chosen, in two words. */
export function reasonWords(reason: Reason): string {
  return {
    closed: msg('geschlossen', { id: 'wishes.closed' }),
    holiday: msg('Feiertag', { id: 'wishes.holiday' }),
    full: msg('schon belegt', { id: 'wishes.full' }),
    tooSoon: msg('zu früh', { id: 'wishes.tooSoon' }),
  }[reason];
}

export function serviceWords({ pickUp, bringBack, replacementCar, replacementCarNeeds }: TypedWishes): string[] {
  const needs = replacementCarNeeds.trim();
  return [
    ...(pickUp ? [msg('Fahrzeug abholen', { id: 'wishes.pickUp' })] : []),
    ...(bringBack ? [msg('Fahrzeug zurückbringen', { id: 'wishes.bringBack' })] : []),
    ...(replacementCar ? [`${msg('Ersatzfahrzeug', { id: 'wishes.replacementCar' })}${needs ? ` (${needs})` : ''}`] : []),
  ];
}
