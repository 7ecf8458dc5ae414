import type { LinkReminderKind, ReminderSettings } from '@meldewerk/contract/reminder';

const hourMs = 60 * 60 * 1_000;
/** However the settings stand, nobody hears of the same thing twice in a day. */
export const leastPauseMs = 20 * hourMs;

/** What a reminder hangs on: the link as it stands, and when the last one went. */
export type Remindable = { sentAt: Date; openedAt: Date | null; lastActiveAt: Date | null; remindedAt: Date | null };

/** Every kind of reminder: since when its customer has been silent, or null while it is none of that kind. A further kind is a further line. */
const silentSince: Record<LinkReminderKind, (link: Remindable) => Date | null> = {
  linkUnopened: ({ sentAt, openedAt }) => (openedAt ? null : sentAt),
  halfFinished: ({ openedAt, lastActiveAt, sentAt }) => (openedAt ? latest(openedAt, lastActiveAt, sentAt) : null),
};

/** The reminder that is due by now, if any. Quiet hours are somebody else's business. */
export function dueReminder(link: Remindable, settings: ReminderSettings, now: Date): LinkReminderKind | null {
  if (link.remindedAt && now.getTime() - link.remindedAt.getTime() < leastPauseMs) return null;
  for (const [kind, since] of Object.entries(silentSince) as [LinkReminderKind, (link: Remindable) => Date | null][]) {
    const begin = since(link);
    const { enabled, afterHours } = settings[kind];
    if (begin && enabled && now.getTime() - latest(begin, link.remindedAt).getTime() >= afterHours * hourMs) return kind;
  }
  return null;
}

function latest(first: Date, ...others: (Date | null)[]): Date {
  return others.reduce<Date>((late, other) => (other && other > late ? other : late), first);
}
