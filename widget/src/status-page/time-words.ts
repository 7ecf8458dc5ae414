import { currentLanguage } from '../language.ts';

/** `Dienstag, 1. Dezember 2026, 10:00 Uhr` by the workshop's clock. */
export function timeWords(startsAt: string, timeZone: string): string {
  const german = currentLanguage() === 'de';
  const format = new Intl.DateTimeFormat(german ? 'de-DE' : 'en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone });
  const clock = new Intl.DateTimeFormat(german ? 'de-DE' : 'en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  const at = new Date(startsAt);
  return `${format.format(at)}, ${clock.format(at)}${german ? ' Uhr' : ''}`;
}
