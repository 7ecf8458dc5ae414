import { idSchema } from '@meldewerk/contract/identifier';
import { reportPageSchema, reportQuerySchema } from '@meldewerk/contract/report';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as v from 'valibot';
import { params, query } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { staffOnly } from '../staff/staff-only.ts';
import { listReports } from './list.ts';
import { openReport } from './open.ts';

export const reports = new Hono<AppEnv>()
  .get(
    '/api/reports',
    describeRoute({
      tags: ['Reports'],
      summary: 'A page of reports, newest first',
      responses: { 200: { description: 'Fifty reports at most, and where the next page begins', content: { 'application/json': { schema: resolver(reportPageSchema) } } } },
    }),
    staffOnly,
    query(reportQuerySchema),
    async (c) => c.body(await listReports(c.var.staffScope, c.req.valid('query')), 200, { 'content-type': 'application/json' }),
  )
  .post(
    '/api/reports/:reportId/opening',
    describeRoute({ tags: ['Reports'], summary: 'Take the "new" mark off', responses: { 204: { description: 'Opened, now or before' } } }),
    staffOnly,
    params(v.object({ reportId: idSchema })),
    async (c) => {
      await openReport(c.var.staffScope, c.req.valid('param').reportId);
      return c.body(null, 204);
    },
  );
