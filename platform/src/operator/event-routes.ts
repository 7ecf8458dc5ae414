import { eventDetailSchema, eventPageSchema, eventQuerySchema, reconciliationsSchema } from '@meldewerk/contract/operator';
import { chargebeeReconciliations } from '@meldewerk/db/schema-billing';
import { desc, sql } from 'drizzle-orm';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as v from 'valibot';
import { params, query } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { listEvents, readEvent } from './list-events.ts';
import { operatorOnly } from './operator-only.ts';
import { retryEvent } from './retry-event.ts';

const tags = ['Operator'];
const ofEvent = params(v.object({ eventId: v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/)) }));

/** What Chargebee told, what it did, and another try. */
export const operatorEventRoutes = new Hono<AppEnv>()
  .get('/api/operator/events', describeRoute({ tags, summary: 'Events of Chargebee and what they did', responses: { 200: { description: 'Newest first, fifty at a time', content: { 'application/json': { schema: resolver(eventPageSchema) } } } } }), operatorOnly, query(eventQuerySchema), async (c) =>
    c.json(await listEvents(c.var.operatorScope, c.req.valid('query'))),
  )
  .get('/api/operator/events/:eventId', describeRoute({ tags, summary: 'One event as it came', responses: { 200: { description: 'With what the vendor told', content: { 'application/json': { schema: resolver(eventDetailSchema) } } } } }), operatorOnly, ofEvent, async (c) =>
    c.json(await readEvent(c.var.operatorScope, c.req.valid('param').eventId)),
  )
  .post('/api/operator/events/:eventId/attempts', describeRoute({ tags, summary: 'Work an event off once more', responses: { 202: { description: 'Ordered' } } }), operatorOnly, ofEvent, async (c) => {
    await retryEvent(c.var.operatorScope, c.req.valid('param').eventId);
    return c.body(null, 202);
  })
  .get('/api/operator/reconciliations', describeRoute({ tags, summary: 'How far the list of events was read', responses: { 200: { description: 'The last ten times', content: { 'application/json': { schema: resolver(reconciliationsSchema) } } } } }), operatorOnly, async (c) => {
    const rows = await c.var.services.db.select().from(chargebeeReconciliations).orderBy(desc(chargebeeReconciliations.startedAt)).limit(10);
    return c.json({
      reconciliations: rows.map((row) => ({ ...row, startedAt: row.startedAt.toISOString(), finishedAt: row.finishedAt?.toISOString() ?? null, readUntil: row.readUntil?.toISOString() ?? null })),
    });
  })
  .post('/api/operator/reconciliations', describeRoute({ tags, summary: 'Read the list of events now', responses: { 202: { description: 'Ordered' } } }), operatorOnly, async (c) => {
    await c.var.services.db.execute(sql`select enqueue_job('reconcile-chargebee', '{}'::json, 'reconcile-chargebee/now')`);
    return c.body(null, 202);
  });
