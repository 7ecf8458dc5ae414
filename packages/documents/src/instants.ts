import type { StaffLanguage } from '@meldewerk/contract/language';

const locales = { de: 'de-DE', en: 'en-GB' } as const;

/** `21.11.2026, 14:03` in the workshop's time zone. */
export function shortInstant(at: Date, timeZone: string, language: StaffLanguage): string {
  return new Intl.DateTimeFormat(locales[language], { timeZone, dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** `21.11.2026, 14:03:05 UTC+01:00 (13:03:05 UTC)`: to be read anywhere, by anybody, years later. */
export function exactInstant(at: Date, timeZone: string, language: StaffLanguage): string {
  const local = new Intl.DateTimeFormat(locales[language], { timeZone, dateStyle: 'medium', timeStyle: 'medium' }).format(at);
  const offset = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', 'UTC') ?? 'UTC';
  return `${local} ${offset} (${at.toISOString().slice(0, 19).replace('T', ' ')} UTC)`;
}
