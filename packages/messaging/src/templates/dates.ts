import type { Language } from '@meldewerk/contract/language';
import { localeOf } from '@meldewerk/contract/text-in';

/** `21.11.2026, 14:03` in the workshop's time zone. */
export function formatInstant(instant: string, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(instant));
}

/** The day on which an instant lies in the workshop's time zone. */
export function formatDayOf(instant: string, language: Language, timeZone: string): string {
  return formatDay(dayIn(timeZone, instant), language);
}

/** The last day that is over before `until`: whoever goes by it comes in time. */
export function formatLastDay(until: string, language: Language, timeZone: string): string {
  const day = dayIn(timeZone, until);
  return formatDay(new Date(Date.parse(day) - 24 * 60 * 60 * 1000).toISOString().slice(0, 10), language);
}

/** A calendar day `YYYY-MM-DD`, which has no time zone. */
export function formatDay(day: string, language: Language): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

export function formatCount(count: number, language: Language): string {
  return new Intl.NumberFormat(localeOf(language)).format(count);
}

function dayIn(timeZone: string, instant: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date(instant));
}
