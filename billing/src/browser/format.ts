// Invoices are dated where they are written.
const timeZone = 'Europe/Berlin';

export function formatMoney(cents: number, currency: string): string {
  return new Intl.NumberFormat(localeTag(), { style: 'currency', currency }).format(cents / 100);
}

/** `22. Dezember 2026` */
export function formatLongDay(instant: string): string {
  return new Intl.DateTimeFormat(localeTag(), { dateStyle: 'long', timeZone }).format(new Date(instant));
}

/** `22.12.2026` */
export function formatDay(instant: string): string {
  return new Intl.DateTimeFormat(localeTag(), { day: '2-digit', month: '2-digit', year: 'numeric', timeZone }).format(new Date(instant));
}

/** `2026-11` as `November 2026` or `Nov`. */
export function formatMonth(month: string, style: 'long' | 'short'): string {
  const day = new Date(`${month}-01T00:00:00Z`);
  return new Intl.DateTimeFormat(localeTag(), style === 'long' ? { month: 'long', year: 'numeric', timeZone: 'UTC' } : { month: 'short', timeZone: 'UTC' }).format(day);
}

export function formatNumber(value: number): string {
  return new Intl.NumberFormat(localeTag()).format(value);
}

/** Groups of digits stay on one line. */
export function unbroken(maskedIban: string): string {
  return maskedIban.replaceAll(' ', '\u00a0');
}

export function countryName(code: string): string {
  return new Intl.DisplayNames([localeTag()], { type: 'region' }).of(code) ?? code;
}

function localeTag(): string {
  return document.documentElement.lang === 'de' ? 'de-DE' : 'en-GB';
}
