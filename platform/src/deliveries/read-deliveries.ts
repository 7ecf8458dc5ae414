import type { Delivery, DeliveryPurpose, DeliveryTarget } from '@meldewerk/contract/delivery';
import { deliveries, deliveryAttempts } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, asc, eq } from 'drizzle-orm';
import type { Scope } from '../http/scope.ts';
import { displayPhone } from '../reports/display-phone.ts';
import { textToShow } from './fill-content.ts';
import type { MailContent, SmsContent } from './message.ts';

/** Everything that left the house because of a report, with its attempts. */
export async function readDeliveries({ services, tenant }: Scope, reportId: string): Promise<Delivery[]> {
  const rows = await inTenant(services.db, tenant.id, (tx) =>
    tx
      .select({ delivery: deliveries, attempt: deliveryAttempts })
      .from(deliveries)
      .leftJoin(deliveryAttempts, and(eq(deliveryAttempts.tenantId, deliveries.tenantId), eq(deliveryAttempts.deliveryId, deliveries.id)))
      .where(and(eq(deliveries.tenantId, tenant.id), eq(deliveries.reportId, reportId)))
      .orderBy(asc(deliveries.createdAt), asc(deliveries.id), asc(deliveryAttempts.number)),
  );
  const byId = new Map<string, Delivery>();
  for (const { delivery, attempt } of rows) {
    const message = delivery.message as MailContent | SmsContent;
    const entry = byId.get(delivery.id) ?? {
      id: delivery.id,
      target: delivery.target as DeliveryTarget,
      purpose: delivery.purpose as DeliveryPurpose,
      standsInFor: delivery.standsInFor,
      eventSequence: delivery.eventSequence,
      recipient: delivery.recipient,
      recipientDisplay: delivery.target === 'customerSms' ? displayPhone(delivery.recipient) : delivery.recipient,
      state: delivery.state,
      vendorId: delivery.vendorId,
      createdAt: delivery.createdAt.toISOString(),
      sentAt: delivery.sentAt?.toISOString() ?? null,
      nextAttemptAt: delivery.nextAttemptAt?.toISOString() ?? null,
      errorCode: delivery.errorCode,
      arrival: delivery.arrival,
      arrivalAt: delivery.arrivalAt?.toISOString() ?? null,
      arrivalCode: delivery.arrivalCode,
      subject: 'subject' in message ? message.subject : null,
      text: textToShow(delivery),
      attachments: ('attachments' in message && message.attachments ? message.attachments : []).map(({ fileName, mediaType, byteSize }) => ({ fileName, mediaType, byteSize })),
      attempts: [],
    };
    byId.set(delivery.id, entry);
    if (attempt) {
      const { number, startedAt, finishedAt, outcome, errorCode } = attempt;
      entry.attempts.push({ number, startedAt: startedAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null, outcome, errorCode });
    }
  }
  return [...byId.values()];
}
