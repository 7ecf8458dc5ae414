import type { AppointmentDays, AppointmentSettings, DayPart } from '@meldewerk/contract/appointment';
import { dayParts } from '@meldewerk/contract/appointment';
import type { StaffLanguage } from '@meldewerk/contract/language';
import { weekdays, type OpeningHours } from '@meldewerk/contract/tenant';
import { getHolidays, type Holiday } from 'feiertagejs';
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
export function closedOn({ openingHours, appointments }: Hours, day: string, language: StaffLanguage): Closed | null {
  const closure = appointments.closures.find(({ from, to }) => from <= day && day <= to);
  if (closure) return { reason: 'closed', label: closure.label };
  const holiday = appointments.federalState && holidayOn(day, appointments.federalState);
  if (holiday) return { reason: 'holiday', label: holiday.translate(language) ?? null };
  return spansOn(openingHours, day).length === 0 ? { reason: 'closed', label: null } : null;
}

type State = NonNullable<AppointmentSettings['federalState']>;
const holidaysOfYears = new Map<string, ReadonlyMap<string, Holiday>>();
const mostYears = 500;

/** The library works out all holidays of a year to find one. */
function holidayOn(day: string, state: State): Holiday | undefined {
  const year = day.slice(0, 4);
  const key = `${state}/${year}`;
  const known = holidaysOfYears.get(key) ?? new Map(getHolidays(year, state).map((holiday) => [holiday.dateString, holiday]));
  if (holidaysOfYears.size >= mostYears) holidaysOfYears.clear();
  holidaysOfYears.set(key, known);
  return known.get(day);
}

/** Whether the workshop is open at this time of an open day. */
export function isOpenAt({ openingHours, timeZone }: Hours, at: Date): boolean {
  const time = timeIn(timeZone, at);
  return spansOn(openingHours, dayIn(timeZone, at)).some(({ from, to }) => from <= time && time < to);
}

type Seen = { now: Date; used: Used; language: StaffLanguage };

/** Days as somebody who wishes sees them. Anybody may ask for a year of them, so what they share is reckoned once. */
export function describeDays(hours: Hours, days: string[], { now, used, language }: Seen): AppointmentDay[] {
  const tooSoon = isTooSoon(hours, now, language);
  return days.map((day) => {
    const closed = closedOn(hours, day, language);
    const parts = dayParts.map((part) => ({ part, reason: closed?.reason ?? reasonOf(hours, day, part, { used, tooSoon }) }));
    return { day, parts, label: closed?.label ?? null };
  });
}

export function describeDay(hours: Hours, day: string, seen: Seen): AppointmentDay {
  const [described] = describeDays(hours, [day], seen);
  if (!described) throw new Error('a day is described as one');
  return described;
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
function isTooSoon(hours: Hours, now: Date, language: StaffLanguage): Judge {
  const today = dayIn(hours.timeZone, now);
  const time = timeIn(hours.timeZone, now);
  const first = firstDay(hours, today, language);
  const { afternoonFrom } = hours.appointments;
  const over = (part: DayPart) => (part === 'morning' ? time >= afternoonFrom : time >= (spansOn(hours.openingHours, today).at(-1)?.to ?? '24:00'));
  return (day, part) => day < first || (day === today && over(part));
}

function firstDay(hours: Hours, today: string, language: StaffLanguage): string {
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
  // What comes after the year 9999 is written with a sign, and would never be past `to`.
  for (let day = from; day <= to && !day.startsWith('+'); day = nextDay(day)) days.push(day);
  return days;
}
