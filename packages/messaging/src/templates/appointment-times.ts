import type { Language } from '@meldewerk/contract/language';
import { localeOf } from '@meldewerk/contract/text-in';

/** What stands between a day and its time. */
const before: Record<Language, string> = { de: 'um', en: 'at', tr: 'saat', pl: 'o', uk: 'о', ar: 'الساعة' };
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** `Dienstag, 1. Dezember 2026, 10:00 Uhr` by the clock on the workshop's wall. */
export function formatAppointment(startsAt: string, language: Language, timeZone: string): string {
  const day = new Intl.DateTimeFormat(localeOf(language), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone }).format(new Date(startsAt));
  const time = new Intl.DateTimeFormat(localeOf(language), { ...clock, timeZone }).format(new Date(startsAt));
  return language === 'de' ? `${day}, ${time} Uhr` : `${day}, ${time}`;
}

/** `Di 01.12.2026 um 10:00`, for an SMS. */
export function formatAppointmentShortly(startsAt: string, language: Language, timeZone: string): string {
  const at = new Date(startsAt);
  const weekday = new Intl.DateTimeFormat(localeOf(language), { weekday: 'short', timeZone }).format(at).replace('.', '');
  const day = new Intl.DateTimeFormat(localeOf(language), { day: '2-digit', month: '2-digit', year: 'numeric', timeZone }).format(at);
  return `${weekday} ${day} ${before[language]} ${new Intl.DateTimeFormat(localeOf(language), { ...clock, timeZone }).format(at)}`;
}
