import type { AppointmentDays, AppointmentSettings, DayPart } from '@meldewerk/contract/appointment';
import { dayParts } from '@meldewerk/contract/appointment';
import type { Language } from '@meldewerk/contract/language';
import { weekdays, type OpeningHours } from '@meldewerk/contract/tenant';
import { getHolidayByDate } from 'feiertagejs';
import { dayIn, timeIn } from '../time-zone.ts';

type AppointmentDay = AppointmentDays['days'][number];
export type Reason = NonNullable<AppointmentDay['parts'][number]['reason']>;
/** What of a workshop's settings decides which half days there are. */
export type Hours = { openingHours: OpeningHours; appointments: AppointmentSettings; timeZone: string };
/** How many vehicles come in, by `halfDayKey`. */
export type Used = ReadonlyMap<string, number>;
export type Closed = { reason: 'closed' | 'holiday'; label: string | null };

export const halfDayKey = (day: string, part: DayPart) => `${day}/${part}`;

/** The half day an instant falls on, by the workshop's clock. */
export function halfDayOf({ timeZone, appointments }: Hours, at: Date): { day: string; part: DayPart } {
  return { day: dayIn(timeZone, at), part: timeIn(timeZone, at) < appointments.afternoonFrom ? 'morning' : 'afternoon' };
}

/** Whether the workshop is closed the whole day, and why; null when it is open. */
export function closedOn({ openingHours, appointments }: Hours, day: string, language: Language): Closed | null {
  const closure = appointments.closures.find(({ from, to }) => from <= day && day <= to);
  if (closure) return { reason: 'closed', label: closure.label };
  const holiday = appointments.federalState && getHolidayByDate(day, appointments.federalState);
  if (holiday) return { reason: 'holiday', label: holiday.translate(language) ?? null };
  return spansOn(openingHours, day).length === 0 ? { reason: 'closed', label: null } : null;
}

/** Whether the workshop is open at this time of an open day. */
export function isOpenAt({ openingHours, timeZone }: Hours, at: Date): boolean {
  const time = timeIn(timeZone, at);
  return spansOn(openingHours, dayIn(timeZone, at)).some(({ from, to }) => from <= time && time < to);
}

/** A day as somebody who wishes sees it. */
export function describeDay(hours: Hours, day: string, { now, used, language }: { now: Date; used: Used; language: Language }): AppointmentDay {
  const closed = closedOn(hours, day, language);
  const tooSoon = isTooSoon(hours, now, language);
  const parts = dayParts.map((part) => ({ part, reason: closed?.reason ?? reasonOf(hours, day, part, { used, tooSoon }) }));
  return { day, parts, label: closed?.label ?? null };
}

type Judge = (day: string, part: DayPart) => boolean;

function reasonOf(hours: Hours, day: string, part: DayPart, { used, tooSoon }: { used: Used; tooSoon: Judge }): Reason | null {
  const capacity = hours.appointments.capacity[part];
  if (!isPartOpen(hours, day, part) || capacity === 0) return 'closed';
  if (tooSoon(day, part)) return 'tooSoon';
  return isFull(hours, day, part, used) ? 'full' : null;
}

/** Whether no more vehicles are to come in on this half day. */
export function isFull({ appointments }: Hours, day: string, part: DayPart, used: Used): boolean {
  const capacity = appointments.capacity[part];
  return capacity !== null && (used.get(halfDayKey(day, part)) ?? 0) >= capacity;
}

/** Before the first day that leaves the workshop as many working days as it wants, or over already. */
function isTooSoon(hours: Hours, now: Date, language: Language): Judge {
  const today = dayIn(hours.timeZone, now);
  const time = timeIn(hours.timeZone, now);
  const first = firstDay(hours, today, language);
  const { afternoonFrom } = hours.appointments;
  const over = (part: DayPart) => (part === 'morning' ? time >= afternoonFrom : time >= (spansOn(hours.openingHours, today).at(-1)?.to ?? '24:00'));
  return (day, part) => day < first || (day === today && over(part));
}

function firstDay(hours: Hours, today: string, language: Language): string {
  let day = today;
  // Half a year without a working day is no workshop.
  for (let left = hours.appointments.leadDays, walked = 0; left > 0 && walked < 200; walked += 1) {
    day = nextDay(day);
    if (!closedOn(hours, day, language)) left -= 1;
  }
  return day;
}

function isPartOpen({ openingHours, appointments: { afternoonFrom } }: Hours, day: string, part: DayPart): boolean {
  return spansOn(openingHours, day).some(({ from, to }) => (part === 'morning' ? from < afternoonFrom : to > afternoonFrom));
}

function spansOn(openingHours: OpeningHours, day: string): OpeningHours['monday'] {
  const weekday = weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7];
  return weekday ? openingHours[weekday] : [];
}

export function nextDay(day: string, count = 1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** Every day from `from` to `to`, both included. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = nextDay(day)) days.push(day);
  return days;
}
