import { defaultAppointmentSettings, type AppointmentSettings } from '@meldewerk/contract/appointment';
import { describe, expect, test } from 'vitest';
import { daysBetween, describeDay, describeDays, halfDayOf, isOpenAt, type Hours } from './half-days.ts';

const workday = [{ from: '07:30', to: '12:00' }, { from: '13:00', to: '17:00' }];
function hoursOf(settings: Partial<AppointmentSettings> = {}): Hours {
  return {
    timeZone: 'Europe/Berlin', openingHours: { monday: workday, tuesday: workday, wednesday: workday, thursday: workday, friday: [{ from: '07:30', to: '12:00' }], saturday: [], sunday: [] },
    appointments: { ...defaultAppointmentSettings, federalState: 'BW', ...settings },
  };
}

/** `morning/afternoon`, with `-` for what can be chosen. */
function shown(hours: Hours, day: string, now: string, used: [string, number][] = []): string {
  return describeDay(hours, day, { now: new Date(now), used: new Map(used), language: 'de' }).parts.map(({ reason }) => reason ?? '-').join('/');
}

const friday = '2026-11-20T10:00:00Z';

test('opening hours decide half by half: an afternoon off on Friday, a closed weekend', () => {
  expect(daysBetween('2026-11-24', '2026-11-29').map((day) => shown(hoursOf(), day, friday))).toEqual(['-/-', '-/-', '-/-', '-/closed', 'closed/closed', 'closed/closed']);
});

test('the holidays of its own federal state count, with their name, and those of others do not', () => {
  const dayOfRepentance = '2026-11-18';
  expect(shown(hoursOf({ federalState: 'SN' }), dayOfRepentance, '2026-11-02T08:00:00Z')).toBe('holiday/holiday');
  expect(shown(hoursOf(), dayOfRepentance, '2026-11-02T08:00:00Z')).toBe('-/-');
  const christmas = describeDay(hoursOf(), '2026-12-25', { now: new Date(friday), used: new Map(), language: 'en' });
  expect([christmas.parts[0]?.reason, christmas.label]).toEqual(['holiday', 'Christmas Day']);
  expect(shown(hoursOf({ federalState: null }), '2026-12-25', friday)).toBe('-/closed');
});

test('a closure counts on its first and its last day', () => {
  const hours = hoursOf({ closures: [{ from: '2026-12-07', to: '2026-12-08', label: 'Inventur' }] });
  expect(['2026-12-04', '2026-12-07', '2026-12-08', '2026-12-09'].map((day) => shown(hours, day, friday))).toEqual(['-/closed', 'closed/closed', 'closed/closed', '-/-']);
});

test('a full half day is full, and one without a limit never is', () => {
  const used: [string, number][] = [['2026-11-25/morning', 4], ['2026-11-25/afternoon', 3]];
  expect(shown(hoursOf(), '2026-11-25', friday, used)).toBe('full/-');
  expect(shown(hoursOf({ capacity: { morning: null, afternoon: 0 } }), '2026-11-25', friday, used)).toBe('-/closed');
});

describe('lead days', () => {
  test('are working days: from Friday, one day on is Monday, two are Tuesday', () => {
    expect(shown(hoursOf({ leadDays: 1 }), '2026-11-23', friday)).toBe('-/-');
    expect(shown(hoursOf({ leadDays: 2 }), '2026-11-23', friday)).toBe('tooSoon/tooSoon');
    expect(shown(hoursOf({ leadDays: 2 }), '2026-11-24', friday)).toBe('-/-');
  });

  test('skip holidays: from 23 December, two working days on is the 28th', () => {
    const from = '2026-12-23T09:00:00Z';
    expect(['2026-12-24', '2026-12-28'].map((day) => shown(hoursOf({ leadDays: 2 }), day, from))).toEqual(['tooSoon/tooSoon', '-/-']);
  });

  test('none lets today be chosen as long as its half day lasts', () => {
    const today = '2026-11-24';
    expect(['2026-11-24T10:59:00Z', '2026-11-24T11:00:00Z', '2026-11-24T16:00:00Z'].map((now) => shown(hoursOf({ leadDays: 0 }), today, now))).toEqual(['-/-', 'tooSoon/-', 'tooSoon/tooSoon']);
  });
});

test('half days and opening hours go by the clock on the workshop’s wall, on both sides of a change of the clocks', () => {
  const at = (instant: string) => ({ ...halfDayOf(hoursOf(), new Date(instant)), open: isOpenAt(hoursOf(), new Date(instant)) });
  // 12:00 in Karlsruhe is 10:00 UTC in summer and 11:00 UTC in winter; the clocks change on 25 October 2026 and 28 March 2027.
  expect(at('2026-10-23T09:59:00Z')).toEqual({ day: '2026-10-23', part: 'morning', open: true });
  expect(at('2026-10-26T10:59:00Z')).toEqual({ day: '2026-10-26', part: 'morning', open: true });
  expect(at('2026-10-26T11:00:00Z')).toEqual({ day: '2026-10-26', part: 'afternoon', open: false });
  expect(at('2027-03-29T10:00:00Z')).toEqual({ day: '2027-03-29', part: 'afternoon', open: false });
  expect(at('2026-10-25T22:30:00Z').day).toBe('2026-10-25');
  expect(at('2027-03-28T22:30:00Z').day).toBe('2027-03-29');
});

test('the last day that can be written has no day after it', () => {
  expect(daysBetween('9999-12-30', '9999-12-31')).toEqual(['9999-12-30', '9999-12-31']);
});

test('a year of days with two months of lead looks at each day once, and at the days of the lead once for all of them', () => {
  const hours = hoursOf({ leadDays: 60, horizonDays: 365 });
  let looks = 0;
  const counted = { ...hours, appointments: { ...hours.appointments, get closures() {
    looks += 1;
    return hours.appointments.closures;
  } } };
  const described = describeDays(counted, daysBetween('2026-11-20', '2027-11-20'), { now: new Date(friday), used: new Map(), language: 'de' });
  expect(described).toHaveLength(366);
  // Sixty working days are under a hundred.
  expect(looks).toBeGreaterThanOrEqual(366);
  expect(looks).toBeLessThan(366 + 100);
});
