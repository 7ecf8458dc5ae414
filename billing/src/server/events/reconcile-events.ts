import { asOperator } from '@meldewerk/db/billing-scope';
import { billingAccounts, chargebeeEvents, chargebeeReconciliations } from '@meldewerk/db/schema-billing';
import { and, desc, eq, isNotNull, lt, or, sql } from 'drizzle-orm';
import * as v from 'valibot';
import type { Billing } from '../billing.ts';
import { laterThan } from '../chargebee/later-than.ts';
import { incomingEventSchema, storeEvent } from './store-event.ts';

const hourMs = 60 * 60 * 1000;
/** Events may appear in the list somewhat after they occurred. */
const overlapMs = 6 * hourMs;
const firstLookBackMs = 30 * 24 * hourMs;
const keptContentMs = 180 * 24 * hourMs;
const perPage = 100;
const accountsAtATime = 20;

/**
 * Reads Chargebee's list of events since the last time, takes in what no webhook brought, and orders every account's open things
 * to be read anew: so an endpoint that was dead leaves nothing behind. Returns what was found and what of it was missed.
 */
export async function reconcileEvents(billing: Billing): Promise<{ foundCount: number; missedCount: number }> {
  const { db, businessNow, newId } = billing;
  const [id, startedAt, after] = [newId(), businessNow(), await readFrom(billing)];
  await db.insert(chargebeeReconciliations).values({ id, startedAt });
  const counts = { foundCount: 0, missedCount: 0 };
  let offset: string | undefined;
  do {
    const page = await billing.chargebee.event.list({ limit: perPage, 'sort_by[asc]': 'occurred_at', occurred_at: laterThan(after), ...(offset !== undefined && { offset }) });
    for (const { event } of page.list) {
      const known = v.safeParse(incomingEventSchema, event);
      if (!known.success) continue;
      counts.foundCount++;
      if (await storeEvent(billing, known.output, 'reconciliation')) counts.missedCount++;
    }
    offset = page.next_offset;
  } while (offset !== undefined);
  await orderRefreshes(billing);
  await forgetContents(billing);
  await db.update(chargebeeReconciliations).set({ finishedAt: businessNow(), readUntil: startedAt, ...counts }).where(eq(chargebeeReconciliations.id, id));
  return counts;
}

async function readFrom({ db, businessNow }: Billing): Promise<Date> {
  const { readUntil } = chargebeeReconciliations;
  const [last] = await db.select({ readUntil }).from(chargebeeReconciliations).where(isNotNull(readUntil)).orderBy(desc(chargebeeReconciliations.startedAt)).limit(1);
  return last?.readUntil ? new Date(last.readUntil.getTime() - overlapMs) : new Date(businessNow().getTime() - firstLookBackMs);
}

/** A few at a time: the vendor bounds how much is asked of it in a minute. */
async function orderRefreshes({ db }: Billing): Promise<void> {
  const accounts = await asOperator(db, (tx) => tx.select({ tenantId: billingAccounts.tenantId }).from(billingAccounts).where(isNotNull(billingAccounts.chargebeeCustomerId)).orderBy(billingAccounts.tenantId));
  for (const [index, { tenantId }] of accounts.entries()) {
    const waitSeconds = index - (index % accountsAtATime);
    await db.execute(sql`select enqueue_job('refresh-billing-account', ${JSON.stringify({ tenantId })}::json, ${`refresh-billing-account/${tenantId}`}, now() + ${waitSeconds} * interval '1 second')`);
  }
}

/** Whose address stands in an event is no longer asked once it is worked off for good; that it came, and what it did, stays. */
async function forgetContents({ db, businessNow }: Billing): Promise<void> {
  const { occurredAt, appliedAt, ignoredAt, content } = chargebeeEvents;
  await db
    .update(chargebeeEvents)
    .set({ content: {} })
    .where(and(lt(occurredAt, new Date(businessNow().getTime() - keptContentMs)), or(isNotNull(appliedAt), isNotNull(ignoredAt)), sql`${content} <> '{}'`));
}
