import { expect, test } from 'vitest';
import { formatMoment, formatMomentWithin } from './format.ts';

const now = new Date('2026-11-21T23:30:00Z');

test.each([
  ['2026-11-21T23:05:00Z', 'Heute, 00:05', 'heute, 00:05'],
  ['2026-11-21T13:03:00Z', 'Gestern, 14:03', 'gestern, 14:03'],
  ['2026-11-12T13:03:00Z', '12.11.2026, 14:03', '12.11.2026, 14:03'],
])('%s reads as a person in Karlsruhe says it, alone and within a sentence', (instant, alone, within) => {
  expect(formatMoment(instant, 'Europe/Berlin', now)).toBe(alone);
  expect(formatMomentWithin(instant, 'Europe/Berlin', now)).toBe(within);
});
