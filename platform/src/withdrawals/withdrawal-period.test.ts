import { expect, test } from 'vitest';
import { endOfWithdrawalPeriod } from './withdrawal-period.ts';

test.each([
  // Friday; day 14 is a Friday.
  ['2026-11-20T10:00:00Z', 'Europe/Berlin', '2026-12-04T22:59:59.000Z'],
  // Late in the evening in UTC it is already the next day, a Saturday, in Berlin: the Saturday of two weeks later becomes Monday.
  ['2026-11-20T23:30:00Z', 'Europe/Berlin', '2026-12-07T22:59:59.000Z'],
  // A Sunday becomes Monday.
  ['2026-11-22T10:00:00Z', 'Europe/Berlin', '2026-12-07T22:59:59.000Z'],
  // Over the night in which the clocks go back (25 October 2026) and forward (28 March 2027).
  ['2026-10-15T10:00:00Z', 'Europe/Berlin', '2026-10-29T22:59:59.000Z'],
  ['2027-03-18T10:00:00Z', 'Europe/Berlin', '2027-04-01T21:59:59.000Z'],
  // Ends on the very day on which the clocks change, a Sunday, so with the Monday after.
  ['2027-03-14T10:00:00Z', 'Europe/Berlin', '2027-03-29T21:59:59.000Z'],
  // Over the leap day and the year's end.
  ['2028-02-18T10:00:00Z', 'Europe/Berlin', '2028-03-03T22:59:59.000Z'],
  ['2026-12-24T10:00:00Z', 'Europe/Berlin', '2027-01-07T22:59:59.000Z'],
  ['2026-11-20T10:00:00Z', 'America/New_York', '2026-12-05T04:59:59.000Z'],
])('a period that begins to run at %s in %s ends with the last second %s', (begins, timeZone, ends) => {
  expect(endOfWithdrawalPeriod(new Date(begins), timeZone).toISOString()).toBe(ends);
});
