import { msg, str } from '@lit/localize';
import { currentLanguage } from './locale.ts';

/** `Heute, 14:03`, `Gestern, 09:12`, else `12.11.2026, 14:03`, in the workshop's time zone. */
export function formatMoment(instant: string, timeZone: string, now = new Date()): string {
  const { day, time, daysAgo } = lookAt(instant, timeZone, now);
  if (daysAgo === 0) return msg(str`Heute, ${time}`, { id: 'moment.today' });
  if (daysAgo === 1) return msg(str`Gestern, ${time}`, { id: 'moment.yesterday' });
  return `${formatDay(day)}, ${time}`;
}

/** The same within a sentence: `Eingang heute, 14:03`. */
export function formatMomentWithin(instant: string, timeZone: string, now = new Date()): string {
  const { day, time, daysAgo } = lookAt(instant, timeZone, now);
  if (daysAgo === 0) return msg(str`heute, ${time}`, { id: 'moment.todayWithin' });
  if (daysAgo === 1) return msg(str`gestern, ${time}`, { id: 'moment.yesterdayWithin' });
  return `${formatDay(day)}, ${time}`;
}

/** With seconds and the weekday left out: what stands in lists of attempts and events. */
export function formatExactMoment(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat(localeTag(), { dateStyle: 'medium', timeStyle: 'medium', timeZone }).format(new Date(instant));
}

export function formatTime(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat(localeTag(), { hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(instant));
}

/** A calendar day `YYYY-MM-DD`, which has no time zone. */
export function formatDay(day: string): string {
  return new Intl.DateTimeFormat(localeTag(), { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** What the camera's clock said: wall time without a zone (`YYYY-MM-DDTHH:MM:SS`). */
export function formatWallTime(wallTime: string): string {
  return `${formatDay(wallTime.slice(0, 10))}, ${wallTime.slice(11, 16)}`;
}

export function formatBytes(bytes: number): string {
  const megabytes = bytes / 1_000_000;
  const [amount, unit] = megabytes >= 1 ? [megabytes, 'megabyte'] : [bytes / 1_000, 'kilobyte'];
  return new Intl.NumberFormat(localeTag(), { style: 'unit', unit, maximumFractionDigits: amount < 10 ? 1 : 0 }).format(amount);
}

export function formatNumber(value: number): string {
  return new Intl.NumberFormat(localeTag()).format(value);
}

export function dayOf(moment: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(moment);
}

function lookAt(instant: string, timeZone: string, now: Date) {
  const day = dayOf(new Date(instant), timeZone);
  const daysAgo = [0, 1].find((days) => day === dayOf(new Date(now.getTime() - days * 86_400_000), timeZone));
  return { day, time: formatTime(instant, timeZone), daysAgo };
}

/** What `Intl` is asked with. */
export function localeTag(): string {
  return currentLanguage() === 'de' ? 'de-DE' : 'en-GB';
}
