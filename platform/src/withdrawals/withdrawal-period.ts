import { dayIn } from '../time-zone.ts';

const days = 14;
const dayMs = 24 * 60 * 60 * 1000;

/**
 * The last second in which a contract can be withdrawn: the day on which the period begins to run does not count (§ 187 (1)
 * BGB), and a period that would end on a Saturday or Sunday ends with the next Monday (§ 193 BGB). Public holidays differ
 * by federal state and are not considered.
 */
export function endOfWithdrawalPeriod(begins: Date, timeZone: string): Date {
  let last = new Date(Date.parse(`${dayIn(timeZone, begins)}T00:00:00Z`) + days * dayMs);
  while (last.getUTCDay() === 0 || last.getUTCDay() === 6) last = new Date(last.getTime() + dayMs);
  return new Date(midnightIn(timeZone, new Date(last.getTime() + dayMs)).getTime() - 1000);
}

/** When the day named by this date's UTC day begins in a time zone. */
function midnightIn(timeZone: string, day: Date): Date {
  // Twice, since the offset at the first guess may be that of the other side of a change of the clocks.
  const guess = new Date(day.getTime() - offsetMs(timeZone, day));
  return new Date(day.getTime() - offsetMs(timeZone, guess));
}

function offsetMs(timeZone: string, at: Date): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' }).formatToParts(at);
  const part = (name: string) => Number(parts.find(({ type }) => type === name)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - Math.floor(at.getTime() / 1000) * 1000;
}
