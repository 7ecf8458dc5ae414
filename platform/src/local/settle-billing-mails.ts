import type { Billing } from '@meldewerk/billing/billing';
import type { BillingNoticeKind } from '@meldewerk/contract/billing';
import { deliveries } from '@meldewerk/db/schema';
import { billingNotices } from '@meldewerk/db/schema-billing';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, isNull, ne } from 'drizzle-orm';
import { announceBilling } from '../billing/announce.ts';
import { deliver } from '../deliveries/deliver.ts';
import { recordArrival } from '../deliveries/record-arrival.ts';
import type { Services } from '../services.ts';

/** What an account's seeded past brought about is written down as sent and arrived. Nothing of it is sent now but mails of the kind that is left to the queue. */
export async function settleBillingMails(services: Services, billing: Billing, tenantId: string, left: BillingNoticeKind | null): Promise<void> {
  const { db } = services;
  const notices = await inTenant(db, tenantId, (tx) => tx.select({ id: billingNotices.id }).from(billingNotices).where(and(eq(billingNotices.tenantId, tenantId), isNull(billingNotices.announcedAt), left ? ne(billingNotices.kind, left) : undefined)));
  for (const { id } of notices) await announceBilling(services, billing, { tenantId, noticeId: id });
  const waiting = await inTenant(db, tenantId, (tx) => tx.select({ id: deliveries.id }).from(deliveries).where(and(eq(deliveries.tenantId, tenantId), eq(deliveries.target, 'accountHolderEmail'), isNull(deliveries.arrival))));
  for (const { id } of waiting) {
    await deliver(services, { tenantId, deliveryId: id });
    await recordArrival(services, tenantId, { vendor: 'resend', eventId: `seeded-${id}`, type: 'delivered', messageId: `seeded-${id}`, deliveryId: id, round: 1, arrival: { kind: 'delivered', code: null } });
  }
}
