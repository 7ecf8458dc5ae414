import type { Transaction } from '@meldewerk/db/client';
import { deliveries } from '@meldewerk/db/schema';
import { sql } from 'drizzle-orm';
import type { Services } from '../services.ts';
import { noteStatusLinkSent } from '../status-pages/status-link.ts';
import { isKeptBack } from './kept-back.ts';
import type { Message } from './message.ts';

type Outgoing = Message & {
  /** SMS in whose place this goes. */
  standsInFor?: string;
} & ({ reportId: string; eventSequence: number } | { reportId: string | null; dedupeKey: string });

/** Puts a message into the outbox, with the job that sends it; nothing to the customer of a report that is kept internal. About one event a recipient hears once by each way; other messages once per `dedupeKey`. */
export async function createDelivery(
  services: Pick<Services, 'newId' | 'clock'>,
  tx: Transaction,
  tenantId: string,
  message: Outgoing,
): Promise<void> {
  const { reportId, target, purpose, recipient, content, standsInFor } = message;
  if (await isKeptBack(tx, tenantId, message)) return;
  const eventSequence = 'eventSequence' in message ? message.eventSequence : null;
  const dedupeKey = 'eventSequence' in message ? `${reportId}/${eventSequence}/${target}/${recipient}` : message.dedupeKey;
  const [created] = await tx
    .insert(deliveries)
    .values({ tenantId, id: services.newId(), reportId, target, purpose, dedupeKey, recipient, message: content, state: 'waiting', eventSequence, standsInFor, createdAt: services.clock.now() })
    .onConflictDoNothing()
    .returning({ id: deliveries.id });
  if (!created) return;
  if (reportId !== null) await noteStatusLinkSent(services, tx, { tenantId, reportId }, content.text);
  await tx.execute(sql`select enqueue_job('deliver', ${JSON.stringify({ tenantId, deliveryId: created.id })}::json, ${`deliver/${created.id}`})`);
}
