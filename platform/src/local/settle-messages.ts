import { deliveries } from '@meldewerk/db/schema';
import { and, asc, eq } from 'drizzle-orm';
import { deliver } from '../deliveries/deliver.ts';
import { fanOut } from '../deliveries/fan-out.ts';
import { recordArrival } from '../deliveries/record-arrival.ts';
import type { Services } from '../services.ts';

/** What a seeded event brought about is written down as sent and arrived; nothing of it is sent now. */
export async function settleMessages(services: Services, event: { tenantId: string; reportId: string; sequence: number }): Promise<void> {
  const { tenantId, reportId } = event;
  await fanOut(services, event);
  const ofReport = and(eq(deliveries.tenantId, tenantId), eq(deliveries.reportId, reportId));
  const messages = await services.db.select({ id: deliveries.id, target: deliveries.target }).from(deliveries).where(ofReport).orderBy(asc(deliveries.id));
  for (const { id, target } of messages) {
    await deliver(services, { tenantId, deliveryId: id });
    const vendor = target === 'customerSms' ? 'twilio' : 'resend';
    await recordArrival(services, tenantId, { vendor, eventId: `seeded-${id}`, type: 'delivered', messageId: `seeded-${id}`, deliveryId: id, round: 1, arrival: { kind: 'delivered', code: null } });
  }
}
