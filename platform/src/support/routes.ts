import { supportRequestInputSchema, supportRequestListSchema } from '@meldewerk/contract/support';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import { jsonBody } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { staffOnly } from '../staff/staff-only.ts';
import { listSupportRequests } from './list-requests.ts';
import { requestSupport } from './request-support.ts';

export const support = new Hono<AppEnv>()
  .get(
    '/api/support-requests',
    describeRoute({
      tags: ['Support'],
      summary: 'What this workshop has asked the operator, newest first',
      responses: { 200: { description: 'Fifty at most', content: { 'application/json': { schema: resolver(supportRequestListSchema) } } } },
    }),
    staffOnly,
    async (c) => c.json(await listSupportRequests(c.var.staffScope)),
  )
  .post(
    '/api/support-requests',
    describeRoute({ tags: ['Support'], summary: 'Ask the operator: contact, new partner, training', responses: { 201: { description: 'Stored, and on its way' } } }),
    staffOnly,
    jsonBody(supportRequestInputSchema),
    async (c) => {
      await requestSupport(c.var.staffScope, c.req.valid('json'));
      return c.body(null, 201);
    },
  );
