import { idSchema } from '@meldewerk/contract/identifier';
import { presenceSchema, presentListSchema } from '@meldewerk/contract/presence';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as v from 'valibot';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { jsonBody, params } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { staffOnly } from '../staff/staff-only.ts';
import { assertReport, listPresent } from './list-present.ts';
import { leaveReport, notePresence } from './note-presence.ts';

const path = '/api/reports/:reportId/presence/:viewId';
const pathSchema = v.object({ reportId: idSchema, viewId: idSchema });
const answer = { 200: { description: 'Who else', content: { 'application/json': { schema: resolver(presentListSchema) } } } };

/** `viewId` is made by the page that is open. */
export const presence = new Hono<AppEnv>()
  .get('/api/reports/:reportId/presence', describeRoute({ tags: ['Handling'], summary: 'Who else has the report open', responses: answer }), staffOnly, params(v.object({ reportId: idSchema })), async (c) => {
    const { services, tenant } = c.var.staffScope;
    const { reportId } = c.req.valid('param');
    const present = await inTenant(services.db, tenant.id, async (tx) => {
      await assertReport(c.var.staffScope, tx, reportId);
      return listPresent(c.var.staffScope, tx, reportId);
    });
    return c.json({ present });
  })
  .put(path, describeRoute({ tags: ['Handling'], summary: 'Say that a report is open here, and hear who else has it open', responses: answer }), staffOnly, params(pathSchema), jsonBody(presenceSchema), async (c) =>
    c.json({ present: await notePresence(c.var.staffScope, c.req.valid('param'), c.req.valid('json')) }),
  )
  .delete(path, describeRoute({ tags: ['Handling'], summary: 'The report is no longer open here', responses: { 204: { description: 'Noted' } } }), staffOnly, params(pathSchema), async (c) => {
    await leaveReport(c.var.staffScope, c.req.valid('param'));
    return c.body(null, 204);
  });
