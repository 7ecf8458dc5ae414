import type { PageLanguage } from '../page/texts.ts';

const locales = { de: 'de-DE', en: 'en-GB' } as const;

export function formatMoney(cents: number | undefined, currency: string, language: PageLanguage): string {
  return new Intl.NumberFormat(locales[language], { style: 'currency', currency }).format((cents ?? 0) / 100);
}

/** Chargebee counts in seconds. */
export function formatInstant(seconds: number, language: PageLanguage): string {
  return new Intl.DateTimeFormat(locales[language], { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Berlin' }).format(new Date(seconds * 1000));
}

export function formatDay(seconds: number, language: PageLanguage): string {
  return new Intl.DateTimeFormat(locales[language], { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'Europe/Berlin' }).format(new Date(seconds * 1000));
}
