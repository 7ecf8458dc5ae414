import { idSchema } from '@meldewerk/contract/identifier';
import { reportDetailSchema } from '@meldewerk/contract/report';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as v from 'valibot';
import { params } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { may } from '../staff/may.ts';
import { staffOnly } from '../staff/staff-only.ts';
import { readWholeReport } from './read-whole-report.ts';
import { sendAgain } from './send-again.ts';
import { sendAttachment } from './send-attachment.ts';

export const deliveries = new Hono<AppEnv>()
  // Here and not in reports, which knows nothing of deliveries: the whole of a report is more than its content.
  .get(
    '/api/reports/:reportId',
    describeRoute({
      tags: ['Reports'],
      summary: 'Everything about a report',
      responses: { 200: { description: 'The report', content: { 'application/json': { schema: resolver(reportDetailSchema) } } } },
    }),
    staffOnly,
    params(v.object({ reportId: idSchema })),
    async (c) => c.json(await readWholeReport(c.var.staffScope, c.req.valid('param').reportId)),
  )
  .get(
    '/api/deliveries/:deliveryId/attachments/:number',
    describeRoute({ tags: ['Reports'], summary: 'A file exactly as it went with a mail; numbers begin at 1', responses: { 200: { description: 'The file' } } }),
    staffOnly,
    params(v.object({ deliveryId: idSchema, number: v.pipe(v.string(), v.regex(/^[1-9]\d?$/), v.toNumber()) })),
    async (c) => sendAttachment(c.var.staffScope, c.req.valid('param').deliveryId, c.req.valid('param').number),
  )
  .post(
    '/api/deliveries/:deliveryId/attempts',
    describeRoute({ tags: ['Reports'], summary: 'Send a message again', responses: { 202: { description: 'It is on its way' } } }),
    staffOnly,
    may('clerk'),
    params(v.object({ deliveryId: idSchema })),
    async (c) => {
      await sendAgain(c.var.staffScope, c.req.valid('param').deliveryId);
      return c.body(null, 202);
    },
  );
