import { recordAudit } from '@meldewerk/billing/record-audit';
import { chargebeeEvents } from '@meldewerk/db/schema-billing';
import { eq, sql } from 'drizzle-orm';
import { ProblemError } from '../http/problem.ts';
import type { OperatorScope } from '../http/scope.ts';

/** Orders an event to be worked off once more, also one that was applied: what it is about is fetched anew, so doing it twice does no harm. */
export async function retryEvent({ services, operator }: OperatorScope, eventId: string): Promise<void> {
  await services.db.transaction(async (tx) => {
    const [event] = await tx.select({ id: chargebeeEvents.id }).from(chargebeeEvents).where(eq(chargebeeEvents.id, eventId));
    if (!event) throw new ProblemError('notFound');
    await recordAudit({ now: () => services.clock.now(), newId: services.newId }, tx, { workshopId: null, actor: 'operator', actorId: operator.id, type: 'eventRetried', data: { eventId } });
    await tx.execute(sql`select enqueue_job('apply-chargebee-event', ${JSON.stringify({ eventId, again: true })}::json, ${`apply-chargebee-event/${eventId}`})`);
  });
}
