import type { ReminderSettings } from '@meldewerk/contract/reminder';

type Manners = Pick<ReminderSettings, 'quietHours' | 'notOnSundays'>;

const stepMs = 5 * 60_000;
/** Two nights and a Sunday between them, with room to spare. */
const longestQuietMs = 4 * 24 * 60 * 60_000;

/** Whether nobody wants to hear of a reminder now, by the clock on the workshop's wall. */
export function isQuiet({ quietHours: { from, to }, notOnSundays }: Manners, timeZone: string, at: Date): boolean {
  const { weekday, time } = wallClock(timeZone, at);
  if (notOnSundays && weekday === 'Sun') return true;
  return from <= to ? from <= time && time < to : time >= from || time < to;
}

/** When it may be said again. Walked in small steps, so that a night with a change of the clocks needs no rule of its own. */
export function endOfQuiet(manners: Manners, timeZone: string, at: Date): Date {
  const first = Math.ceil(at.getTime() / stepMs) * stepMs;
  for (let moment = first; moment < first + longestQuietMs; moment += stepMs) {
    if (!isQuiet(manners, timeZone, new Date(moment))) return new Date(moment);
  }
  return new Date(first + longestQuietMs);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function wallClock(timeZone: string, at: Date): { weekday: string; time: string } {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  formats.set(timeZone, format);
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return { weekday: parts['weekday'] ?? '', time: `${parts['hour']}:${parts['minute']}` };
}
