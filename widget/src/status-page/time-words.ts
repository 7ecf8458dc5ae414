import { currentLanguage } from '../language.ts';
import { localeOf } from '@meldewerk/contract/text-in';

/** `Dienstag, 1. Dezember 2026, 10:00 Uhr` by the workshop's clock. */
export function timeWords(startsAt: string, timeZone: string): string {
  const locale = localeOf(currentLanguage());
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone });
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  const at = new Date(startsAt);
  return `${format.format(at)}, ${clock.format(at)}${locale === 'de' ? ' Uhr' : ''}`;
}
