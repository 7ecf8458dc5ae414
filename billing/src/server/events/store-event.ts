import { chargebeeEvents } from '@meldewerk/db/schema-billing';
import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import type { Billing } from '../billing.ts';
import { customerOf } from './event-subject.ts';

/** An event as Chargebee sends it and lists it; of its content only ids are read. */
export const incomingEventSchema = v.looseObject({
  id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,100}$/)),
  event_type: v.pipe(v.string(), v.regex(/^[a-z0-9_]{1,100}$/)),
  occurred_at: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(253_402_300_799)),
  content: v.record(v.string(), v.unknown()),
});
export type IncomingEvent = v.InferOutput<typeof incomingEventSchema>;

/** Writes an event down with the job that applies it; false when it is there already, which is what happens to one that is told twice. */
export async function storeEvent({ db, now }: Billing, event: IncomingEvent, source: 'webhook' | 'reconciliation'): Promise<boolean> {
  const { id, event_type: eventType, occurred_at: occurredAt } = event;
  const content = storable(event.content);
  return db.transaction(async (tx) => {
    const stored = await tx
      .insert(chargebeeEvents)
      .values({ id, eventType, occurredAt: new Date(occurredAt * 1000), receivedAt: now(), source, customerId: customerOf(content), content })
      .onConflictDoNothing()
      .returning({ id: chargebeeEvents.id });
    if (stored.length === 0) return false;
    await tx.execute(sql`select enqueue_job('apply-chargebee-event', ${JSON.stringify({ eventId: id })}::json, ${`apply-chargebee-event/${id}`})`);
    return true;
  });
}

/** PostgreSQL stores neither NUL nor half a character, and no text of the vendor's means one. */
function storable(content: IncomingEvent['content']): unknown {
  return JSON.parse(JSON.stringify(content), (_, value: unknown) => (typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value));
}
