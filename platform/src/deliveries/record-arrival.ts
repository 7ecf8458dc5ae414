import { deliveries, vendorEvents } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import { announceChange } from '../events/announce-change.ts';
import { recordEvent } from '../events/record-event.ts';
import type { Services } from '../services.ts';
import { mayFollow, type Arrival } from './arrival.ts';
import { smsGivenUp } from './sms-given-up.ts';

export type VendorEvent = {
  vendor: 'twilio' | 'resend';
  eventId: string;
  type: string;
  messageId: string;
  deliveryId: string;
  /** Which sending of the delivery the vendor speaks of. */
  round: number;
  /** Null when the event says nothing of the end. */
  arrival: Arrival | null;
};

/**
 * Writes down what a vendor said of a delivery. Told twice it counts once; what comes out of order, or of a sending that
 * staff have repeated since, is kept and changes nothing. False when this tenant has no such delivery with this vendor.
 */
export async function recordArrival(services: Services, tenantId: string, event: VendorEvent): Promise<boolean> {
  const { vendor, deliveryId, arrival } = event;
  const ofDelivery = and(eq(deliveries.tenantId, tenantId), eq(deliveries.id, deliveryId));
  return inTenant(services.db, tenantId, async (tx) => {
    const [delivery] = await tx.select().from(deliveries).where(ofDelivery).for('update');
    if (!delivery || vendor !== (delivery.target === 'customerSms' ? 'twilio' : 'resend')) return false;

    const now = services.clock.now();
    const { eventId, type, messageId } = event;
    const [news] = await tx
      .insert(vendorEvents)
      .values({ tenantId, vendor, eventId, deliveryId, type, messageId, receivedAt: now })
      .onConflictDoNothing()
      .returning({ eventId: vendorEvents.eventId });
    if (!news || !arrival || event.round !== delivery.round || !mayFollow(delivery.arrival, arrival.kind)) return true;

    await tx.update(deliveries).set({ arrival: arrival.kind, arrivalAt: now, arrivalCode: arrival.code }).where(ofDelivery);
    if (delivery.reportId === null) return true;
    if (arrival.kind === 'delivered' || arrival.kind === 'complained') {
      await announceChange(tx, tenantId, delivery.reportId);
      return true;
    }
    await recordEvent(services, tx, tenantId, delivery.reportId, {
      type: 'deliveryUndelivered',
      actor: { kind: 'system', id: null },
      data: { deliveryId, target: delivery.target, ...(arrival.code && { errorCode: arrival.code }) },
    });
    if (delivery.target === 'customerSms') await smsGivenUp(services, tx, delivery, arrival.code);
    return true;
  });
}
