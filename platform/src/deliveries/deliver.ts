import type { SendOutcome } from '@meldewerk/messaging/send-outcome';
import type { Transaction } from '@meldewerk/db/client';
import { deliveries, deliveryAttempts, smsOptOuts } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { findTenantById, type Tenant } from '@meldewerk/tenants/find';
import { and, desc, eq, isNotNull } from 'drizzle-orm';
import type { Services } from '../services.ts';
import { bringsDeadLink } from './brings-dead-link.ts';
import { contentToSend } from './fill-content.ts';
import { isKeptBack } from './kept-back.ts';
import { holdReminder } from './hold-reminder.ts';
import { loadAttachments } from './load-attachments.ts';
import type { MailContent, SmsContent } from './message.ts';
import { notListedYet, recordOutcome, settleMs } from './record-outcome.ts';
import { optedOut } from './sms-given-up.ts';
import { statusCallbackUrl } from './status-callback-url.ts';

/** Attempts in a row of which nobody knows what came of them: when the first and the last of them began. */
type Uncertain = { first: Date; last: Date };
type Claimed = {
  delivery: typeof deliveries.$inferSelect;
  attempt: number;
  uncertain: Uncertain | null;
  /** Why it must not be sent any more. */
  barred: 'optedOut' | 'noLongerNeeded' | null;
};


/**
 * Sends one delivery: claims it, calls the vendor outside any transaction, records what came of it. An attempt that was
 * cut off is not simply repeated: mail goes again under the same idempotency key, an SMS is looked up first.
 */
export async function deliver(services: Services, { tenantId, deliveryId }: { tenantId: string; deliveryId: string }): Promise<void> {
  const tenant = await findTenantById(services.db, tenantId);
  if (!tenant) return;
  const claimed = await claim(services, tenant, deliveryId);
  if (!claimed) return;
  const outcome = await send(services, tenant, claimed);
  await recordOutcome(services, claimed.delivery, claimed.attempt, outcome);
}

async function claim(services: Services, tenant: Tenant, deliveryId: string): Promise<Claimed | null> {
  const tenantId = tenant.id;
  const ofDelivery = and(eq(deliveries.tenantId, tenantId), eq(deliveries.id, deliveryId));
  return inTenant(services.db, tenantId, async (tx) => {
    const [before] = await tx.select().from(deliveries).where(ofDelivery).for('update');
    if (!before || before.state === 'sent' || before.state === 'failed') return null;
    const hold = before.state === 'waiting' ? await holdReminder(services, tx, tenant, before) : 'go';
    if (hold === 'later') return null;
    const uncertain = before.state === 'sending' ? await findUncertain(tx, tenantId, deliveryId) : null;
    const attempt = before.attemptCount + 1;
    const [delivery] = await tx.update(deliveries).set({ state: 'sending', attemptCount: attempt, nextAttemptAt: null }).where(ofDelivery).returning();
    await tx.insert(deliveryAttempts).values({ tenantId, deliveryId, number: attempt, startedAt: services.clock.now() });
    if (!delivery) return null;
    const needless = hold === 'noLongerNeeded' || (await bringsDeadLink(services, tx, delivery)) || (await isKeptBack(tx, tenantId, delivery));
    const barred = needless ? 'noLongerNeeded' : (await hasOptedOut(tx, delivery)) ? optedOut : null;
    return { delivery, attempt, uncertain, barred };
  });
}

async function findUncertain(tx: Transaction, tenantId: string, deliveryId: string): Promise<Uncertain | null> {
  const attempts = await tx
    .select({ startedAt: deliveryAttempts.startedAt, outcome: deliveryAttempts.outcome, errorCode: deliveryAttempts.errorCode })
    .from(deliveryAttempts)
    .where(and(eq(deliveryAttempts.tenantId, tenantId), eq(deliveryAttempts.deliveryId, deliveryId)))
    .orderBy(desc(deliveryAttempts.number));
  const settled = attempts.findIndex(({ outcome }) => outcome === 'sent' || outcome === 'failed');
  const open = settled === -1 ? attempts : attempts.slice(0, settled);
  // An attempt that only looked has sent nothing.
  const last = open.find(({ errorCode }) => errorCode !== notListedYet);
  const first = open.at(-1);
  return first && last ? { first: first.startedAt, last: last.startedAt } : null;
}

async function hasOptedOut(tx: Transaction, { tenantId, target, recipient }: typeof deliveries.$inferSelect): Promise<boolean> {
  if (target !== 'customerSms') return false;
  const [stopped] = await tx.select({ phone: smsOptOuts.phone }).from(smsOptOuts).where(and(eq(smsOptOuts.tenantId, tenantId), eq(smsOptOuts.phone, recipient)));
  return stopped !== undefined;
}

async function send(services: Services, tenant: Tenant, { delivery, uncertain, barred }: Claimed): Promise<SendOutcome> {
  const content = contentToSend(services.config, delivery);
  if (barred && !uncertain) return { kind: 'failed', permanent: true, errorCode: barred };
  if (delivery.target !== 'customerSms') {
    const { attachments = [], ...mail } = content as MailContent;
    const tags = { tenant: delivery.tenantId, delivery: delivery.id, round: String(delivery.round) };
    const files = await loadAttachments(services, delivery.tenantId, attachments);
    return services.sendEmail({ to: delivery.recipient, ...mail, ...(files.length > 0 && { attachments: files }), tags }, { idempotencyKey: `${delivery.id}-${delivery.round}` });
  }
  const { text } = content as SmsContent;
  if (uncertain) {
    const found = await services.sms.findSent(delivery.recipient, text, uncertain.first, await knownMessages(services, delivery));
    if (found.kind === 'found') return { kind: 'sent', vendorId: found.vendorId };
    if (found.kind === 'unknown') return found;
    if (services.clock.now().getTime() - uncertain.last.getTime() < settleMs) return { kind: 'unknown', errorCode: notListedYet };
  }
  if (barred) return { kind: 'failed', permanent: true, errorCode: barred };
  const callback = statusCallbackUrl(services.config, tenant.slug, delivery);
  return services.sms.send({ to: delivery.recipient, text, ...(callback && { statusCallbackUrl: callback }) });
}

/** What was sent to this number about this report before, the same link once more for one: none of it is the message that is looked for. */
async function knownMessages({ db }: Services, { tenantId, reportId, recipient }: typeof deliveries.$inferSelect): Promise<string[]> {
  if (reportId === null) return [];
  const known = await inTenant(db, tenantId, (tx) =>
    tx
      .select({ vendorId: deliveries.vendorId })
      .from(deliveries)
      .where(and(eq(deliveries.tenantId, tenantId), eq(deliveries.reportId, reportId), eq(deliveries.recipient, recipient), isNotNull(deliveries.vendorId))),
  );
  return known.flatMap(({ vendorId }) => vendorId ?? []);
}
