import type { PageLanguage } from './texts.ts';

const locales = { de: 'de-DE', en: 'en-GB' } as const;

export function formatTime(instant: string, language: PageLanguage): string {
  return new Intl.DateTimeFormat(locales[language], {
    day: '2-digit', month: '2-digit', hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Berlin',
  }).format(new Date(instant));
}

/** `48,2 kB`, `27 Byte` */
export function formatSize(byteSize: number, language: PageLanguage): string {
  if (byteSize < 1_000) return `${byteSize} Byte`;
  const [amount, unit] = byteSize < 1_000_000 ? [byteSize / 1_000, 'kB'] : [byteSize / 1_000_000, 'MB'];
  return `${new Intl.NumberFormat(locales[language], { maximumFractionDigits: 1 }).format(amount)} ${unit}`;
}

/** The name in `"Karosserie Muster" <post@example.com>`, or the address when there is none. */
export function senderName(from: string): string {
  return /^\s*"?([^"<]+?)"?\s*</.exec(from)?.[1] ?? from;
}

/** `+49 151 2345678`: country and network apart, for German mobile numbers; others as they are. */
export function formatNumber(e164: string): string {
  return e164.replace(/^\+49(1\d{2})(\d+)$/, '+49 $1 $2');
}
