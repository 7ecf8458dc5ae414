import type { DayPart } from '@meldewerk/contract/appointment';
import type { OpeningHours } from '@meldewerk/contract/tenant';
import { weekdays } from '@meldewerk/contract/tenant';

const dayMs = 86_400_000;
const wallFormats = new Map<string, Intl.DateTimeFormat>();

/**
 * The instant at which the clocks of a time zone show `clock` on `day`. Of an hour that comes twice when summer time ends
 * it is the first; an hour that is left out when it begins counts on from the one before.
 */
export function instantAt(day: string, clock: string, timeZone: string): Date {
  const asUtc = Date.parse(`${day}T${clock}:00Z`);
  const before = asUtc - offsetMs(new Date(asUtc - dayMs), timeZone);
  const after = asUtc - offsetMs(new Date(asUtc + dayMs), timeZone);
  const right = [before, after].find((candidate) => wallTime(new Date(candidate), timeZone) === `${day} ${clock}`);
  return new Date(right ?? before);
}

/** `08:30`, as the clock on the workshop's wall shows it. */
export function clockAt(instant: string, timeZone: string): string {
  return wallTime(new Date(instant), timeZone).slice(11);
}

export function dayAt(instant: string, timeZone: string): string {
  return wallTime(new Date(instant), timeZone).slice(0, 10);
}

/** Calendar days have no clock and no zone: they are counted as such. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayMs).toISOString().slice(0, 10);
}

export function mondayOf(day: string): string {
  return addDays(day, -weekdayIndex(day));
}

export function weekFrom(monday: string): string[] {
  return Array.from({ length: 7 }, (_, index) => addDays(monday, index));
}

/** The number of the week by ISO 8601, as workshops plan with it. */
export function weekNumber(day: string): number {
  const thursday = addDays(mondayOf(day), 3);
  const newYear = `${thursday.slice(0, 4)}-01-01`;
  return Math.floor((Date.parse(thursday) - Date.parse(newYear)) / dayMs / 7) + 1;
}

export function weekdayOf(day: string): (typeof weekdays)[number] {
  return weekdays[weekdayIndex(day)] ?? 'monday';
}

export function partAt(clock: string, afternoonFrom: string): DayPart {
  return clock < afternoonFrom ? 'morning' : 'afternoon';
}

type Taken = { from: string; to: string };
export type Hours = { openingHours: OpeningHours; afternoonFrom: string; durationMinutes: number };

/** Whether the workshop is open in a half day of its ordinary week. */
export function isPartOpen(day: string, part: DayPart, hours: Pick<Hours, 'openingHours' | 'afternoonFrom'>): boolean {
  return halfSpans(day, part, hours).length > 0;
}

export function isOpenAt(day: string, clock: string, openingHours: OpeningHours): boolean {
  return openingHours[weekdayOf(day)].some(({ from, to }) => from <= clock && clock < to);
}

/** The first time in a half day at which nobody else comes; the beginning of it when all are taken. */
export function firstFreeClock(day: string, part: DayPart, taken: Taken[], { openingHours, afternoonFrom, durationMinutes }: Hours): string {
  const starts = halfSpans(day, part, { openingHours, afternoonFrom }).flatMap(({ from, to }) => everyClock(from, to, durationMinutes));
  const free = starts.find((start) => !taken.some(({ from, to }) => from < addMinutes(start, durationMinutes) && start < to));
  return free ?? starts[0] ?? (part === 'morning' ? '08:00' : afternoonFrom);
}

function halfSpans(day: string, part: DayPart, { openingHours, afternoonFrom }: Pick<Hours, 'openingHours' | 'afternoonFrom'>): Taken[] {
  return openingHours[weekdayOf(day)]
    .map(({ from, to }) => (part === 'morning' ? { from, to: to < afternoonFrom ? to : afternoonFrom } : { from: from > afternoonFrom ? from : afternoonFrom, to }))
    .filter(({ from, to }) => from < to);
}

function everyClock(from: string, to: string, step: number): string[] {
  const clocks: string[] = [];
  for (let clock = from; addMinutes(clock, step) <= to && clock >= from; clock = addMinutes(clock, step)) clocks.push(clock);
  return clocks;
}

export function addMinutes(clock: string, minutes: number): string {
  const total = Math.min(Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)) + minutes, 24 * 60 - 1);
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}

function weekdayIndex(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** `2026-11-24 08:30` */
function wallTime(instant: Date, timeZone: string): string {
  const format = wallFormats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' });
  wallFormats.set(timeZone, format);
  return format.format(instant);
}

function offsetMs(instant: Date, timeZone: string): number {
  return Date.parse(`${wallTime(instant, timeZone).replace(' ', 'T')}:00Z`) - Math.floor(instant.getTime() / 60_000) * 60_000;
}
