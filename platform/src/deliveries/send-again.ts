import { deliveries } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, sql } from 'drizzle-orm';
import { ProblemError } from '../http/problem.ts';
import type { StaffScope } from '../http/scope.ts';
import { recordEvent } from '../events/record-event.ts';

const unsent = { state: 'waiting', failureCount: 0, errorCode: null, sentAt: null, nextAttemptAt: null, arrival: null, arrivalAt: null, arrivalCode: null } as const;

/**
 * Staff send a message again. What was sent or given up begins a new round, so that the vendor takes it for a new
 * message; what is only waiting for its next attempt is tried at once.
 */
export async function sendAgain({ services, tenant, staff }: StaffScope, deliveryId: string): Promise<void> {
  await inTenant(services.db, tenant.id, async (tx) => {
    const ofDelivery = and(eq(deliveries.tenantId, tenant.id), eq(deliveries.id, deliveryId));
    const [delivery] = await tx.select().from(deliveries).where(ofDelivery).for('update');
    if (!delivery) throw new ProblemError('notFound');
    if (delivery.state === 'sent' || delivery.state === 'failed') {
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
