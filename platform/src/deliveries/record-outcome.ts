import type { SendOutcome } from '@meldewerk/messaging/send-outcome';
import type { Transaction } from '@meldewerk/db/client';
import { deliveries, deliveryAttempts } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, ne, sql } from 'drizzle-orm';
import { recordEvent } from '../events/record-event.ts';
import type { Services } from '../services.ts';
import { smsGivenUp } from './sms-given-up.ts';

type Delivery = typeof deliveries.$inferSelect;

/** Waits between attempts, in seconds: quick at first, then up to four hours, about a day in all; then staff decide. */
const waits = [5, 15, 60, 300, 900, 1_800, 3_600, 7_200, 14_400, 14_400, 14_400, 14_400];

/** A vendor may take this long to list a message it has just taken; looking again is no failure and costs no patience. */
export const settleMs = 10_000;
export const notListedYet = 'notListedYet';

/** Writes down what came of an attempt, and what happens next, in one transaction. */
export async function recordOutcome(services: Services, delivery: Delivery, attempt: number, told: SendOutcome): Promise<void> {
  const { tenantId, id } = delivery;
  const now = services.clock.now();

  await inTenant(services.db, tenantId, async (tx) => {
    const outcome: SendOutcome = (await isAnothers(tx, delivery, told)) ? { kind: 'unknown', errorCode: notListedYet } : told;
    const settling = outcome.kind === 'unknown' && outcome.errorCode === notListedYet;
    const wait = settling ? settleMs / 1_000 : waits[delivery.failureCount];
    const givesUp = outcome.kind !== 'sent' && ((outcome.kind === 'failed' && outcome.permanent) || wait === undefined);
    const errorCode = outcome.kind === 'sent' ? null : outcome.errorCode;

    await tx
      .update(deliveryAttempts)
      .set({ finishedAt: now, outcome: outcome.kind, errorCode })
      .where(and(eq(deliveryAttempts.tenantId, tenantId), eq(deliveryAttempts.deliveryId, id), eq(deliveryAttempts.number, attempt)));

    if (outcome.kind === 'sent' || givesUp) {
      const end = outcome.kind === 'sent' ? { state: 'sent' as const, vendorId: outcome.vendorId, sentAt: now } : { state: 'failed' as const };
      await tx.update(deliveries).set({ ...end, errorCode, nextAttemptAt: null }).where(and(eq(deliveries.tenantId, tenantId), eq(deliveries.id, id)));
      if (delivery.reportId !== null) {
        await recordEvent(services, tx, tenantId, delivery.reportId, {
          type: outcome.kind === 'sent' ? 'deliverySent' : 'deliveryFailed',
          actor: { kind: 'system', id: null },
          data: { deliveryId: id, target: delivery.target, ...(errorCode && { errorCode }) },
        });
      }
      if (givesUp && delivery.target === 'customerSms') await smsGivenUp(services, tx, delivery, errorCode);
      return;
    }

    const asked = outcome.kind === 'failed' ? (outcome.retryAfterSeconds ?? 0) : 0;
    const seconds = Math.max(wait ?? 0, asked);
    const nextAttemptAt = new Date(now.getTime() + seconds * 1_000);
    // An unknown outcome stays `sending`: the next attempt has to find out first.
    await tx
      .update(deliveries)
      .set({ state: outcome.kind === 'unknown' ? 'sending' : 'waiting', errorCode, nextAttemptAt, failureCount: delivery.failureCount + (settling ? 0 : 1) })
      .where(and(eq(deliveries.tenantId, tenantId), eq(deliveries.id, id)));
    await tx.execute(
      sql`select enqueue_job('deliver', ${JSON.stringify({ tenantId, deliveryId: id })}::json, ${`deliver/${id}`}, now() + ${seconds} * interval '1 second')`,
    );
  });
}

/** Two messages that say the same were both cut off, and both found the one that had gone: it stands for one of them only. */
async function isAnothers(tx: Transaction, { tenantId, id, reportId, target }: Delivery, outcome: SendOutcome): Promise<boolean> {
  if (outcome.kind !== 'sent' || target !== 'customerSms' || reportId === null) return false;
  const { vendorId } = outcome;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${tenantId}/${vendorId}`}, 0))`);
  const [other] = await tx
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(and(eq(deliveries.tenantId, tenantId), eq(deliveries.reportId, reportId), eq(deliveries.vendorId, vendorId), ne(deliveries.id, id)));
  return other !== undefined;
}
