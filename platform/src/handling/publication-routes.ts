import { handlingSchema } from '@meldewerk/contract/handling';
import { idSchema } from '@meldewerk/contract/identifier';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as v from 'valibot';
import { params } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { may } from '../staff/may.ts';
import { staffOnly } from '../staff/staff-only.ts';
import { keepInternal, publishReport } from './publication.ts';

const answer = { 200: { description: 'How it is handled now', content: { 'application/json': { schema: resolver(handlingSchema) } } } };
const ofReport = params(v.object({ reportId: idSchema }));

export const publications = new Hono<AppEnv>()
  .put('/api/reports/:reportId/publication', describeRoute({ tags: ['Handling'], summary: 'Let the customer see an internal case; nothing is sent by that', responses: answer }), staffOnly, may('clerk'), ofReport, async (c) =>
    c.json(await publishReport(c.var.staffScope, c.req.valid('param').reportId)),
  )
  .delete('/api/reports/:reportId/publication', describeRoute({ tags: ['Handling'], summary: 'Keep a report internal: its customer sees nothing of it and hears nothing', responses: answer }), staffOnly, may('clerk'), ofReport, async (c) =>
    c.json(await keepInternal(c.var.staffScope, c.req.valid('param').reportId)),
  );
