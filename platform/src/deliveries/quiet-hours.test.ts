import { expect, test } from 'vitest';
import { endOfQuiet, isQuiet } from './quiet-hours.ts';

const night = { quietHours: { from: '20:00', to: '08:00' }, notOnSundays: true };
const berlin = 'Europe/Berlin';

test.each([
  ['in the afternoon', '2026-11-20T14:00:00Z', false],
  ['a minute before the night', '2026-11-20T18:59:00Z', false],
  ['when the night begins', '2026-11-20T19:00:00Z', true],
  ['in the middle of the night', '2026-11-21T02:00:00Z', true],
  ['when the night ends', '2026-11-21T07:00:00Z', false],
  ['on a Sunday afternoon', '2026-11-22T13:00:00Z', true],
  ['in summer, an hour earlier in UTC', '2026-07-03T18:00:00Z', true],
])('%s', (_, at, quiet) => {
  expect(isQuiet(night, berlin, new Date(at))).toBe(quiet);
});

test('quiet hours by day, none at all, and Sundays that count as days', () => {
  const noon = { quietHours: { from: '12:00', to: '13:00' }, notOnSundays: false };
  expect(isQuiet(noon, berlin, new Date('2026-11-22T11:30:00Z'))).toBe(true);
  expect(isQuiet(noon, berlin, new Date('2026-11-22T13:30:00Z'))).toBe(false);
  expect(isQuiet({ quietHours: { from: '00:00', to: '00:00' }, notOnSundays: false }, berlin, new Date('2026-11-22T02:00:00Z'))).toBe(false);
});

test.each([
  ['a weekday night', '2026-11-19T22:00:00Z', '2026-11-20T07:00:00.000Z'],
  ['a Saturday night with the Sunday after it', '2026-11-21T20:00:00Z', '2026-11-23T07:00:00.000Z'],
  ['the night in which the clocks go back', '2026-10-24T20:00:00Z', '2026-10-26T07:00:00.000Z'],
  ['the night in which the clocks go forward', '2026-03-28T20:00:00Z', '2026-03-30T06:00:00.000Z'],
])('%s ends in the morning', (_, at, end) => {
  expect(endOfQuiet(night, berlin, new Date(at)).toISOString()).toBe(end);
});
