import { linkChannels, type LinkChannel, type Preparation } from '@meldewerk/contract/preparation';
import type { Transaction } from '@meldewerk/db/client';
import { reportEvents } from '@meldewerk/db/schema';
import { and, desc, eq } from 'drizzle-orm';
import { recordEvent } from '../events/record-event.ts';
import { addressKey, limit, takeFrom } from '../http/rate-limit.ts';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import { addGeneration } from './add-generation.ts';
import { withLink } from './admit-to-link.ts';
import { recipientOf } from './link-recipient.ts';
import { requestMessage } from './request-message.ts';

const perAddress = limit('link-renewal-by-address', 10, 5 * 60);
const perLink = limit('link-renewal-by-link', 3, 24 * 60 * 60);

/**
 * Whoever comes with an expired link has a new one sent: never to where they say, only to the address the workshop has
 * on file, by the channel used before. A link that still works, or was renewed this way just now, needs nothing.
 */
export async function renewExpiredLink(scope: Scope, tokenHash: Buffer, clientAddress: string): Promise<void> {
  const { services, tenant } = scope;
  // One after the other: whoever is refused as a sender must not fill the buckets' table with tokens made up.
  await takeFrom(services, perAddress, addressKey(clientAddress));
  await takeFrom(services, perLink, tokenHash.toString('hex'));
  await withLink(scope, tokenHash, clientAddress, async (tx, { link, newest, report }) => {
    if (report.submittedAt) throw new ProblemError('alreadySubmitted');
    if (newest.withdrawnAt) throw new ProblemError('linkWithdrawn');
    if (link.generation !== newest.generation) {
      if (newest.createdBy === null) return;
      throw new ProblemError('linkWithdrawn');
    }
    if (link.expiresAt > services.clock.now()) return;

    const actor = { kind: 'customer' as const, id: null };
    const channel = await pickChannel(scope, tx, report.id, report.reporter as Preparation['reporter']);
    const renewed = await addGeneration(scope, tx, { ...link, generation: link.generation + 1, createdBy: null });
    await recordEvent(services, tx, tenant.id, report.id, { type: 'linkRenewed', actor, data: { generation: renewed.generation } });
    await requestMessage(scope, tx, { link: renewed, channel, messageId: services.newId(), actor });
  });
}

/** The channel used before if it still leads there, else the other one. */
async function pickChannel(scope: Scope, tx: Transaction, reportId: string, reporter: Preparation['reporter']): Promise<LinkChannel> {
  const [last] = await tx
    .select({ body: reportEvents.body })
    .from(reportEvents)
    .where(and(eq(reportEvents.tenantId, scope.tenant.id), eq(reportEvents.reportId, reportId), eq(reportEvents.type, 'linkRequested')))
    .orderBy(desc(reportEvents.sequence))
    .limit(1);
  const used = last && (JSON.parse(last.body) as { data: { channel: LinkChannel } }).data.channel;
  for (const channel of linkChannels.toSorted((a, b) => Number(b === used) - Number(a === used))) {
    const reached = await recipientOf(scope, tx, reporter, channel).catch((error: unknown) => {
      if (error instanceof ProblemError) return null;
      throw error;
    });
    if (reached) return channel;
  }
  throw new ProblemError('noWayToReach');
}
