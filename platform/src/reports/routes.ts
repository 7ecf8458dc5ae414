import { idSchema } from '@meldewerk/contract/identifier';
import { reportPageSchema } from '@meldewerk/contract/report';
import { reportCountsSchema, reportFacetsSchema, reportFilterSchema, reportQuerySchema } from '@meldewerk/contract/report-filter';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as v from 'valibot';
import { params, query } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { staffOnly } from '../staff/staff-only.ts';
import { countReports } from './count.ts';
import { listReports } from './list.ts';
import { openReport } from './open.ts';
import { readFacets } from './read-facets.ts';

export const reports = new Hono<AppEnv>()
  .get(
    '/api/reports',
    describeRoute({
      tags: ['Reports'],
      summary: 'A page of reports, newest first unless another order is asked for',
      responses: { 200: { description: 'Fifty reports at most, and where the next page begins', content: { 'application/json': { schema: resolver(reportPageSchema) } } } },
    }),
    staffOnly,
    query(reportQuerySchema),
    async (c) => c.body(await listReports(c.var.staffScope, c.req.valid('query')), 200, { 'content-type': 'application/json' }),
  )
  .get(
    '/api/report-counts',
    describeRoute({ tags: ['Reports'], summary: 'How many reports match, by state', responses: { 200: { description: 'Counted up to 1,000; 1,001 stands for more', content: { 'application/json': { schema: resolver(reportCountsSchema) } } } } }),
    staffOnly,
    query(reportFilterSchema),
    async (c) => c.json(await countReports(c.var.staffScope, c.req.valid('query'))),
  )
  .get(
    '/api/report-facets',
    describeRoute({ tags: ['Reports'], summary: 'Tags and insurers there are to filter by', responses: { 200: { description: 'In order', content: { 'application/json': { schema: resolver(reportFacetsSchema) } } } } }),
    staffOnly,
    async (c) => c.json(await readFacets(c.var.staffScope)),
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
