import type { DeliveryPurpose } from '@meldewerk/contract/delivery';
import { deliveries } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, sql } from 'drizzle-orm';
import type { Scope } from '../http/scope.ts';
import { openJobScope } from '../job-scope.ts';
import { readLinkSummary } from '../links/read-link-summary.ts';
import { readReport, type ReportContent } from '../reports/read.ts';
import type { Services } from '../services.ts';
import { createDelivery } from './create-delivery.ts';
import type { SmsContent } from './message.ts';
import { composeMessages } from './fan-out.ts';

type Delivery = typeof deliveries.$inferSelect;

/**
 * Sends by mail what did not get through as SMS: the message of the same event, once, and only if it has not gone to that
 * address already. Without an address nothing happens, and staff see the failure.
 */
export async function fallBackToMail(services: Services, { tenantId, deliveryId }: { tenantId: string; deliveryId: string }): Promise<void> {
  const scope = await openJobScope(services, tenantId);
  const sms = scope && (await findLostSms(scope, deliveryId));
  if (!sms || sms.reportId === null) return;
  const { instead } = sms.message as SmsContent;
  if (instead) {
    const mail = { ...instead, target: 'customerEmail' as const, purpose: sms.purpose as DeliveryPurpose, reportId: sms.reportId, dedupeKey: `instead/${sms.id}`, standsInFor: sms.id };
    return inTenant(services.db, tenantId, (tx) => createDelivery(services, tx, tenantId, mail));
  }
  if (sms.eventSequence === null) return;
  const { reportId, eventSequence } = sms;
  const report = await readReport(scope, reportId);
  const event = report.events.find(({ sequence }) => sequence === eventSequence);
  if (!event || !(await stillMatters(scope, report, sms))) return;
  const mails = (await composeMessages(scope, report, [], event, 'email')).filter(({ target, purpose }) => target === 'customerEmail' && purpose === sms.purpose);

  await inTenant(services.db, tenantId, async (tx) => {
    for (const mail of mails) {
      const [same] = await tx
        .select({ id: deliveries.id })
        .from(deliveries)
        .where(and(
          eq(deliveries.tenantId, tenantId), eq(deliveries.reportId, reportId), eq(deliveries.target, mail.target), eq(deliveries.recipient, mail.recipient),
          eq(sql`${deliveries.message} ->> 'text'`, mail.content.text),
        ))
        .limit(1);
      if (!same) await createDelivery(services, tx, tenantId, { ...mail, reportId, eventSequence, standsInFor: sms.id });
    }
  });
}

async function findLostSms({ services, tenant }: Scope, deliveryId: string): Promise<Delivery | undefined> {
  const [delivery] = await inTenant(services.db, tenant.id, (tx) => tx.select().from(deliveries).where(and(eq(deliveries.tenantId, tenant.id), eq(deliveries.id, deliveryId))));
  // Staff may have sent it again meanwhile.
  return delivery?.target === 'customerSms' && (delivery.state === 'failed' || delivery.arrival === 'undelivered') ? delivery : undefined;
}

/** A link that is no longer to be opened is not worth a mail. Whether another message still matters, its composer knows. */
async function stillMatters(scope: Scope, report: ReportContent, { purpose }: Delivery): Promise<boolean> {
  if (purpose !== 'link' && purpose !== 'reminder') return true;
  const link = await readLinkSummary(scope, report.id);
  return link !== null && !['submitted', 'withdrawn', 'expired'].includes(link.state);
}
