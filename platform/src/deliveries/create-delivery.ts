import type { Transaction } from '@meldewerk/db/client';
import { deliveries } from '@meldewerk/db/schema';
import { sql } from 'drizzle-orm';
import type { Services } from '../services.ts';
import type { Message } from './message.ts';

/** Puts a message into the outbox, with the job that sends it. The same `dedupeKey` twice makes one delivery. */
export async function createDelivery(
  services: Pick<Services, 'newId' | 'clock'>,
  tx: Transaction,
  tenantId: string,
  { reportId, dedupeKey, target, purpose, recipient, content }: Message & { reportId: string | null; dedupeKey: string },
): Promise<void> {
  const [created] = await tx
    .insert(deliveries)
    .values({ tenantId, id: services.newId(), reportId, target, purpose, dedupeKey, recipient, message: content, state: 'waiting', createdAt: services.clock.now() })
    .onConflictDoNothing()
    .returning({ id: deliveries.id });
  if (created) await tx.execute(sql`select enqueue_job('deliver', ${JSON.stringify({ tenantId, deliveryId: created.id })}::json, ${`deliver/${created.id}`})`);
}
