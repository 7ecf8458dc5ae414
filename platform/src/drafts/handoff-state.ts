import type { Handoff } from '@meldewerk/contract/draft-content';
import type { draftHandoffs } from '@meldewerk/db/schema-draft-contents';

export type HandoffRow = typeof draftHandoffs.$inferSelect;

/** How long a code waits for its phone, and how long a phone may be silent. */
export const handoffLifetimesMs = { code: 10 * 60 * 1000, idle: 2 * 60 * 60 * 1000 } as const;
const silentMs = 30_000;

/** Whether a phone may still do something by it. */
export function isLive({ claimedAt, seenAt, endedAt }: HandoffRow, now: Date): boolean {
  return claimedAt !== null && endedAt === null && now.getTime() - (seenAt ?? claimedAt).getTime() < handoffLifetimesMs.idle;
}

export function describeHandoff(handoff: HandoffRow, now: Date): Handoff {
  return { id: handoff.id, state: stateOf(handoff, now), expiresAt: handoff.expiresAt.toISOString(), endedBy: handoff.endedBy };
}

function stateOf(handoff: HandoffRow, now: Date): Handoff['state'] {
  if (handoff.endedAt) return 'ended';
  if (!handoff.claimedAt) return handoff.expiresAt <= now ? 'expired' : 'waiting';
  if (!isLive(handoff, now)) return 'ended';
  return now.getTime() - (handoff.seenAt ?? handoff.claimedAt).getTime() < silentMs ? 'connected' : 'away';
}
