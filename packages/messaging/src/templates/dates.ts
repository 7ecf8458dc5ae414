import type { Language } from '@meldewerk/contract/language';

const locales = { de: 'de-DE', en: 'en-GB' } satisfies Record<Language, string>;

/** `21.11.2026, 14:03` in the workshop's time zone. */
export function formatInstant(instant: string, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(instant));
}

/** A calendar day `YYYY-MM-DD`, which has no time zone. */
export function formatDay(day: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

export function formatCount(count: number, language: Language): string {
  return new Intl.NumberFormat(locales[language]).format(count);
}
