import { weekdays, type OpeningHours } from '@meldewerk/contract/tenant';
import { describe, expect, test } from 'vitest';
import { clockAt, dayAt, firstFreeClock, instantAt, mondayOf, weekNumber } from './workshop-time.ts';

const berlin = 'Europe/Berlin';

describe('across the change of clocks', () => {
  test.each([
    ['2026-03-28', '08:00', '2026-03-28T07:00:00.000Z'],
    ['2026-03-29', '08:00', '2026-03-29T06:00:00.000Z'],
    ['2026-10-24', '16:30', '2026-10-24T14:30:00.000Z'],
    ['2026-10-25', '16:30', '2026-10-25T15:30:00.000Z'],
  ])('%s %s stays the same on the wall', (day, clock, instant) => {
    expect(instantAt(day, clock, berlin).toISOString()).toBe(instant);
    expect([dayAt(instant, berlin), clockAt(instant, berlin)]).toEqual([day, clock]);
  });

  test('the hour that is left out counts on, the one that comes twice is the first', () => {
    expect(instantAt('2026-03-29', '02:30', berlin).toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(instantAt('2026-10-25', '02:30', berlin).toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });
});

test('weeks begin on Monday and are numbered as in the calendar on the wall', () => {
  expect(mondayOf('2026-11-22')).toBe('2026-11-16');
  expect(weekNumber('2026-11-22')).toBe(47);
  expect(weekNumber('2027-01-01')).toBe(53);
  expect(weekNumber('2027-01-04')).toBe(1);
});

describe('the time offered first in a half day', () => {
  const spans = [{ from: '07:30', to: '12:00' }, { from: '13:00', to: '17:00' }];
  const openingHours = Object.fromEntries(weekdays.map((day) => [day, day === 'sunday' ? [] : spans])) as OpeningHours;
  const hours = { openingHours, afternoonFrom: '12:00', durationMinutes: 30 };

  test('is when the workshop opens, or the next at which nobody comes', () => {
    expect(firstFreeClock('2026-11-24', 'morning', [], hours)).toBe('07:30');
    expect(firstFreeClock('2026-11-24', 'morning', [{ from: '07:30', to: '08:00' }, { from: '08:15', to: '08:45' }], hours)).toBe('09:00');
    expect(firstFreeClock('2026-11-24', 'afternoon', [], hours)).toBe('13:00');
  });

  test('is a plain one on a closed day', () => {
    expect(firstFreeClock('2026-11-22', 'morning', [], hours)).toBe('08:00');
    expect(firstFreeClock('2026-11-22', 'afternoon', [], hours)).toBe('12:00');
  });
});
