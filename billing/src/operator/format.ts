const timeZone = 'Europe/Berlin';

/** `22.11.2026, 14:05` */
export function formatTime(instant: string): string {
  const tag = document.documentElement.lang === 'de' ? 'de-DE' : 'en-GB';
  return new Intl.DateTimeFormat(tag, { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(instant));
}
