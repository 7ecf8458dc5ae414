import { overviewQuerySchema, overviewSchema } from '@meldewerk/contract/overview';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import { query } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { staffOnly } from '../staff/staff-only.ts';
import { countNumbers } from './count-numbers.ts';
import { readToday } from './read-today.ts';

export const overview = new Hono<AppEnv>().get(
  '/api/overview',
  describeRoute({ tags: ['Overview'], summary: 'What needs somebody today, and the numbers of the last weeks', responses: { 200: { description: 'The overview', content: { 'application/json': { schema: resolver(overviewSchema) } } } } }),
  staffOnly,
  query(overviewQuerySchema),
  async (c) => {
    const [today, numbers] = await Promise.all([readToday(c.var.staffScope), countNumbers(c.var.staffScope, c.req.valid('query').weeks)]);
    return c.json({ today, numbers });
  },
);
