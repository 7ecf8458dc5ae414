import type { Transaction } from '@meldewerk/db/client';
import { smsOptOuts, type deliveries } from '@meldewerk/db/schema';
import { sql } from 'drizzle-orm';
import { recordEvent } from '../events/record-event.ts';
import type { Services } from '../services.ts';

/** Twilio's word for a number whose owner answered STOP. */
const stoppedCode = '21610';
/** Our own, for what was not even tried since then. */
export const optedOut = 'optedOut';

/**
 * An SMS that reaches nobody any more, within the transaction that found out: whoever answered STOP is remembered and never
 * sent one again, and a job puts a mail in its place.
 */
export async function smsGivenUp(services: Services, tx: Transaction, delivery: typeof deliveries.$inferSelect, errorCode: string | null): Promise<void> {
  const { tenantId, id, reportId, recipient } = delivery;
  if (errorCode === stoppedCode) {
    const [news] = await tx.insert(smsOptOuts).values({ tenantId, phone: recipient, stoppedAt: services.clock.now() }).onConflictDoNothing().returning({ phone: smsOptOuts.phone });
    if (news && reportId !== null) await recordEvent(services, tx, tenantId, reportId, { type: 'smsStopped', actor: { kind: 'customer', id: null }, data: { deliveryId: id } });
  }
  if (reportId !== null) await tx.execute(sql`select enqueue_job('fall-back-to-mail', ${JSON.stringify({ tenantId, deliveryId: id })}::json)`);
}
