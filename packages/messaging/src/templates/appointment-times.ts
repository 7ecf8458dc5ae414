import type { StaffLanguage } from '@meldewerk/contract/language';

const locales = { de: 'de-DE', en: 'en-GB' } satisfies Record<StaffLanguage, string>;
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** `Dienstag, 1. Dezember 2026, 10:00 Uhr` by the clock on the workshop's wall. */
export function formatAppointment(startsAt: string, language: StaffLanguage, timeZone: string): string {
  const day = new Intl.DateTimeFormat(locales[language], { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone }).format(new Date(startsAt));
  const time = new Intl.DateTimeFormat(locales[language], { ...clock, timeZone }).format(new Date(startsAt));
  return language === 'de' ? `${day}, ${time} Uhr` : `${day}, ${time}`;
}

/** `Di 01.12.2026 um 10:00`, for an SMS. */
export function formatAppointmentShortly(startsAt: string, language: StaffLanguage, timeZone: string): string {
  const at = new Date(startsAt);
  const weekday = new Intl.DateTimeFormat(locales[language], { weekday: 'short', timeZone }).format(at).replace('.', '');
  const day = new Intl.DateTimeFormat(locales[language], { day: '2-digit', month: '2-digit', year: 'numeric', timeZone }).format(at);
  return `${weekday} ${day} ${language === 'de' ? 'um' : 'at'} ${new Intl.DateTimeFormat(locales[language], { ...clock, timeZone }).format(at)}`;
}
