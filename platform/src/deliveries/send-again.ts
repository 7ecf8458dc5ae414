import { deliveries } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, ne, sql } from 'drizzle-orm';
import { ProblemError } from '../http/problem.ts';
import { limit, takeFrom } from '../http/rate-limit.ts';
import type { StaffScope } from '../http/scope.ts';
import { recordEvent } from '../events/record-event.ts';
import { perRecipient } from '../links/send-link.ts';
import { bringsDeadLink } from './brings-dead-link.ts';
import { isKeptBack } from './kept-back.ts';

/** What staff may send once more to one mail address; a number counts with the links that go to it. */
const perAddress = limit('repeated-mail-by-recipient', 30, 5 * 60);

const unsent = { state: 'waiting', failureCount: 0, errorCode: null, sentAt: null, nextAttemptAt: null, arrival: null, arrivalAt: null, arrivalCode: null } as const;

/**
 * Staff send a message again. What was sent or given up begins a new round, so that the vendor takes it for a new
 * message; what is only waiting for its next attempt is tried at once. A link that no longer works is not sent again: what
 * arrived stays as it was.
 */
export async function sendAgain({ services, tenant, staff }: StaffScope, deliveryId: string): Promise<void> {
  // What goes to the accounting address is no business of theirs.
  const ofDelivery = and(eq(deliveries.tenantId, tenant.id), eq(deliveries.id, deliveryId), ne(deliveries.target, 'accountHolderEmail'));
  const [named] = await inTenant(services.db, tenant.id, (tx) => tx.select({ target: deliveries.target, recipient: deliveries.recipient }).from(deliveries).where(ofDelivery));
  if (!named) throw new ProblemError('notFound');
  await takeFrom(services, named.target === 'customerSms' ? perRecipient : perAddress, tenant.id, named.recipient);

  await inTenant(services.db, tenant.id, async (tx) => {
    const [delivery] = await tx.select().from(deliveries).where(ofDelivery).for('update');
    if (!delivery) throw new ProblemError('notFound');
    if (await isKeptBack(tx, tenant.id, delivery)) throw new ProblemError('keptInternal');
    if (delivery.state === 'sent' || delivery.state === 'failed') {
      if (await bringsDeadLink(services, tx, delivery)) throw new ProblemError('messageOutdated');
      await tx.update(deliveries).set({ ...unsent, round: delivery.round + 1 }).where(ofDelivery);
      if (delivery.reportId !== null) {
        await recordEvent(services, tx, tenant.id, delivery.reportId, {
          type: 'deliveryRepeated',
          actor: { kind: 'staff', id: staff.id },
          data: { deliveryId, target: delivery.target },
        });
      }
    }
    await tx.execute(sql`select enqueue_job('deliver', ${JSON.stringify({ tenantId: tenant.id, deliveryId })}::json, ${`deliver/${deliveryId}`})`);
  });
}
