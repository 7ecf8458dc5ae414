import { calendarFeedSchema, calendarSchema } from '@meldewerk/contract/appointment';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import { query } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { staffOnly } from '../staff/staff-only.ts';
import { makeFeed, readFeed, revokeFeed } from './feed.ts';
import { calendarSpanSchema, readCalendar } from './read-calendar.ts';
import { sendFeed } from './send-feed.ts';

const feed = (description: string) => ({ description, content: { 'application/json': { schema: resolver(calendarFeedSchema) } } });

export const calendar = new Hono<AppEnv>()
  .get(
    '/api/calendar',
    describeRoute({ tags: ['Appointments'], summary: 'Appointments of some days, and who waits for one', responses: { 200: { description: 'Days, both included', content: { 'application/json': { schema: resolver(calendarSchema) } } } } }),
    staffOnly,
    query(calendarSpanSchema),
    async (c) => c.json(await readCalendar(c.var.staffScope, c.req.valid('query'))),
  )
  .get('/api/calendar-feed', describeRoute({ tags: ['Appointments'], summary: 'Whether there is an address to subscribe to', responses: { 200: feed('Since when; its address is shown once only') } }), staffOnly, async (c) => c.json(await readFeed(c.var.staffScope)))
  .post('/api/calendar-feed', describeRoute({ tags: ['Appointments'], summary: 'Make an address to subscribe to; an older one stops working', responses: { 201: feed('The address, this once') } }), staffOnly, async (c) =>
    c.json(await makeFeed(c.var.staffScope), 201, { 'cache-control': 'no-store' }),
  )
  .delete('/api/calendar-feed', describeRoute({ tags: ['Appointments'], summary: 'The address stops working', responses: { 204: { description: 'It does' } } }), staffOnly, async (c) => {
    await revokeFeed(c.var.staffScope);
    return c.body(null, 204);
  })
  .get('/calendar/:file{[A-Za-z0-9_-]+\\.ics}', (c) => sendFeed(c.var.scope, c.req.raw, c.req.param('file').replace(/\.ics$/, ''), c.var.clientAddress));
