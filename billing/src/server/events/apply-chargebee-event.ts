import { billingAccounts, chargebeeEvents } from '@meldewerk/db/schema-billing';
import { inTenant } from '@meldewerk/db/tenant-scope';
import type { PaymentSource } from 'chargebee';
import { eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { BillingFault } from '../billing-fault.ts';
import type { Billing } from '../billing.ts';
import { toChargebeeFailure } from '../chargebee/to-chargebee-failure.ts';
import { copyAndSettle } from '../copy-and-settle.ts';
import { recordAudit } from '../record-audit.ts';
import { describeEffects, type EventEffect } from './describe-effects.ts';
import { eventSubject, type EventSubject } from './event-subject.ts';
import { fetchFresh } from './fetch-fresh.ts';

type StoredEvent = typeof chargebeeEvents.$inferSelect;

/**
 * Does what an event tells, once: what it is about is fetched from Chargebee and copied, the account settled, and what came of it
 * noted at the event. `again`: also for one that was applied, as the operator's retry. Throws for the queue to try again.
 */
export async function applyChargebeeEvent(billing: Billing, eventId: string, { again = false } = {}): Promise<void> {
  const [event] = await billing.db.select().from(chargebeeEvents).where(eq(chargebeeEvents.id, eventId));
  if (!event || (!again && (event.appliedAt || event.ignoredAt))) return;
  await billing.db.update(chargebeeEvents).set({ attemptCount: sql`${chargebeeEvents.attemptCount} + 1` }).where(eq(chargebeeEvents.id, eventId));
  try {
    const subject = eventSubject(event.eventType, event.content);
    if (!subject) return await ignore(billing, event, { resource: 'event', id: event.id, effect: 'notNeeded' });
    const tenantId = await findAccount(billing, subject.customerId);
    if (tenantId === null) return await ignore(billing, event, { resource: 'customer', id: subject.customerId ?? '', effect: 'unknownCustomer' });
    await apply(billing, event, tenantId, subject);
  } catch (error) {
    await noteFailure(billing, event, error);
    throw error;
  }
}

async function apply(billing: Billing, event: StoredEvent, tenantId: string, subject: EventSubject): Promise<void> {
  const fresh = await fetchFresh(billing, subject, lastSourceOf(event));
  const gone = (fresh.deletedPaymentSources ?? []).map(({ last }) => last);
  const owners = [fresh.customer?.id, ...[...(fresh.subscriptions ?? []), ...(fresh.invoices ?? []), ...(fresh.transactions ?? []), ...(fresh.paymentSources ?? []), ...gone].map(({ customer_id: owner }) => owner)];
  if (owners.some((owner) => owner !== undefined && owner !== tenantId)) {
    await inTenant(billing.db, tenantId, (tx) => recordAudit(billing, tx, { workshopId: tenantId, actor: 'vendor', type: 'foreignResource', refused: true, data: { eventId: event.id, eventType: event.eventType } }));
    return ignore(billing, event, { resource: 'event', id: event.id, effect: 'foreignResource' });
  }
  const settled = await copyAndSettle(billing, tenantId, fresh);
  await billing.db
    .update(chargebeeEvents)
    .set({ appliedAt: billing.now(), ignoredAt: null, failedAt: null, failureCode: null, effects: describeEffects(tenantId, fresh, settled) })
    .where(eq(chargebeeEvents.id, event.id));
}

/** The workshop of a customer: its id is the workshop's own. */
async function findAccount({ db }: Billing, customerId: string | null): Promise<string | null> {
  if (!v.is(v.pipe(v.string(), v.uuid()), customerId)) return null;
  const [account] = await inTenant(db, customerId, (tx) => tx.select({ tenantId: billingAccounts.tenantId }).from(billingAccounts).where(eq(billingAccounts.tenantId, customerId)));
  return account?.tenantId ?? null;
}

/** For what Chargebee has no more: a bank account, masked, as the event told it. */
function lastSourceOf({ content, occurredAt }: StoredEvent): { source: PaymentSource; at: Date } | null {
  const { payment_source: source } = content as { payment_source?: PaymentSource };
  return source ? { source, at: occurredAt } : null;
}

async function ignore({ db, now }: Billing, { id }: StoredEvent, effect: EventEffect): Promise<void> {
  await db.update(chargebeeEvents).set({ ignoredAt: now(), failedAt: null, failureCode: null, effects: [effect] }).where(eq(chargebeeEvents.id, id));
}

async function noteFailure({ db, now }: Billing, { id }: StoredEvent, error: unknown): Promise<void> {
  const failureCode = error instanceof BillingFault ? error.code : error instanceof Error && !('http_status_code' in error) ? 'internal' : toChargebeeFailure(error).code;
  await db.update(chargebeeEvents).set({ failedAt: now(), failureCode }).where(eq(chargebeeEvents.id, id));
}
