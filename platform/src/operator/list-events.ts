import type { EventDetail, EventPage, EventQuery, EventRow } from '@meldewerk/contract/operator';
import { tenants } from '@meldewerk/db/schema';
import { chargebeeEvents } from '@meldewerk/db/schema-billing';
import { and, desc, eq, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import { ProblemError } from '../http/problem.ts';
import type { OperatorScope } from '../http/scope.ts';

const perPage = 50;
const { id, eventType, occurredAt, receivedAt, source, customerId, effects, appliedAt, ignoredAt, failedAt, failureCode, attemptCount } = chargebeeEvents;
/** All but what the vendor told: that is only read for one. */
const columns = { id, eventType, occurredAt, receivedAt, source, customerId, effects, appliedAt, ignoredAt, failedAt, failureCode, attemptCount };
type Found = { event: Omit<typeof chargebeeEvents.$inferSelect, 'content'>; tenantId: string | null; name: string | null };

/** What Chargebee told, newest first, with what it did. */
export async function listEvents({ services }: OperatorScope, { state, tenantId, before }: EventQuery): Promise<EventPage> {
  const place = before === undefined ? null : { at: before.slice(0, before.indexOf('_')), id: before.slice(before.indexOf('_') + 1) };
  const rows = await found(services.db, and(
    state ? inState[state] : undefined,
    tenantId ? eq(customerId, tenantId) : undefined,
    place ? sql`(${occurredAt}, ${id}) < (${place.at}::timestamptz, ${place.id})` : undefined,
  ), perPage + 1);
  const events = rows.slice(0, perPage).map(toRow);
  const last = events.at(-1);
  return { events, next: rows.length > perPage && last ? `${last.occurredAt}_${last.id}` : null };
}

/** One event with what the vendor told, as it came. */
export async function readEvent({ services }: OperatorScope, eventId: string): Promise<EventDetail> {
  const [row] = await found(services.db, eq(chargebeeEvents.id, eventId), 1);
  const [stored] = await services.db.select({ content: chargebeeEvents.content }).from(chargebeeEvents).where(eq(chargebeeEvents.id, eventId));
  if (!row || !stored) throw new ProblemError('notFound');
  return { ...toRow(row), content: stored.content };
}

function found(db: OperatorScope['services']['db'], where: SQL | undefined, limit: number): Promise<Found[]> {
  return db
    .select({ event: columns, tenantId: tenants.id, name: sql<string | null>`${tenants.settings} ->> 'name'` })
    .from(chargebeeEvents)
    .leftJoin(tenants, sql`${tenants.id}::text = ${chargebeeEvents.customerId}`)
    .where(where)
    .orderBy(desc(chargebeeEvents.occurredAt), desc(chargebeeEvents.id))
    .limit(limit);
}

const inState: Record<EventRow['state'], SQL | undefined> = {
  applied: isNotNull(appliedAt),
  ignored: and(isNull(appliedAt), isNotNull(ignoredAt)),
  failed: and(isNull(appliedAt), isNull(ignoredAt), isNotNull(failedAt)),
  open: and(isNull(appliedAt), isNull(ignoredAt), isNull(failedAt)),
};

function toRow({ event, tenantId, name }: Found): EventRow {
  return {
    id: event.id,
    source: event.source,
    attemptCount: event.attemptCount,
    type: event.eventType,
    occurredAt: event.occurredAt.toISOString(),
    receivedAt: event.receivedAt.toISOString(),
    state: event.appliedAt ? 'applied' : event.ignoredAt ? 'ignored' : event.failedAt ? 'failed' : 'open',
    failureCode: event.appliedAt || event.ignoredAt ? null : event.failureCode,
    workshop: tenantId && name !== null ? { tenantId, name } : null,
    effects: event.effects ?? [],
  };
}
