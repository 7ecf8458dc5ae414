import type { LinkChannel, Preparation } from '@meldewerk/contract/preparation';
import type { Transaction } from '@meldewerk/db/client';
import { reportEvents } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, sql } from 'drizzle-orm';
import { recordEvent } from '../events/record-event.ts';
import { assertForCustomer } from '../handling/kept-internal.ts';
import { limit, takeAll } from '../http/rate-limit.ts';
import { ProblemError } from '../http/problem.ts';
import type { StaffScope } from '../http/scope.ts';
import { addGeneration } from './add-generation.ts';
import { findPrepared, lockOpenPrepared, newestLink, type LinkRow } from './find-prepared.ts';
import { recipientOf } from './link-recipient.ts';
import { assertLinkMayGo } from './links-stopped.ts';
import { requestMessage } from './request-message.ts';

/** What a mistake or a stolen session can spend on messages; a hail day's import fits. */
const perTenant = limit('link-message-by-tenant', 3_000, 30);
/** Nobody's phone is flooded: enough for a small fleet with one number; the rest of a bigger one goes later, or by mail. */
export const perRecipient = limit('link-message-by-recipient', 12, 2 * 60 * 60);

type Sending = { id: string; channel: LinkChannel };

/** "Abschicken": the link goes to the customer by this channel. The same `id` twice is one message. */
export async function sendLink(scope: StaffScope, reportId: string, sending: Sending): Promise<void> {
  const { services, tenant, staff } = scope;
  // Counted before the transaction: inside it, everybody could hold a connection while waiting for a second one.
  const recipient = await inTenant(services.db, tenant.id, (tx) => findRecipient(scope, tx, reportId, sending));
  if (recipient === null) return;
  await takeAll(services, [perTenant, tenant.id], [perRecipient, tenant.id, recipient]);

  await inTenant(services.db, tenant.id, async (tx) => {
    // Held first, so that the same request twice at once takes turns.
    await findPrepared(scope, tx, reportId);
    if ((await findRecipient(scope, tx, reportId, sending)) === null) return;
    const link = await liveLink(scope, tx, reportId);
    await requestMessage(scope, tx, { link, channel: sending.channel, messageId: sending.id, actor: { kind: 'staff', id: staff.id } });
  });
}

/** Null when this message was asked for before. */
async function findRecipient(scope: StaffScope, tx: Transaction, reportId: string, { id, channel }: Sending): Promise<string | null> {
  if (await wasRequested(scope, tx, reportId, id)) return null;
  const report = await lockOpenPrepared(scope, tx, reportId);
  assertForCustomer(report);
  const link = await newestLink(scope, tx, reportId);
  if (link.withdrawnAt) throw new ProblemError('linkWithdrawn');
  await assertLinkMayGo(scope, tx, reportId);
  return recipientOf(scope, tx, report.reporter as Preparation['reporter'], channel);
}

async function wasRequested({ tenant }: StaffScope, tx: Transaction, reportId: string, messageId: string): Promise<boolean> {
  const [earlier] = await tx
    .select({ sequence: reportEvents.sequence })
    .from(reportEvents)
    .where(
      and(
        eq(reportEvents.tenantId, tenant.id), eq(reportEvents.reportId, reportId), eq(reportEvents.type, 'linkRequested'),
        sql`${reportEvents.body}::jsonb -> 'data' ->> 'messageId' = ${messageId}`,
      ),
    );
  return earlier !== undefined;
}

/** Nobody is sent a link that has run out: it gets its next generation first. */
async function liveLink(scope: StaffScope, tx: Transaction, reportId: string): Promise<LinkRow> {
  const { services, tenant, staff } = scope;
  const link = await newestLink(scope, tx, reportId);
  if (link.expiresAt > services.clock.now()) return link;
  const renewed = await addGeneration(scope, tx, { ...link, generation: link.generation + 1, createdBy: staff.id });
  await recordEvent(services, tx, tenant.id, reportId, { type: 'linkRenewed', actor: { kind: 'staff', id: staff.id }, data: { generation: renewed.generation } });
  return renewed;
}
