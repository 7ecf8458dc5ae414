import { idSchema } from '@meldewerk/contract/identifier';
import { linkAddressSchema, messagePreviewInputSchema, messagePreviewSchema, preparedReportSchema, savePreparationSchema, sendLinkSchema } from '@meldewerk/contract/preparation';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as v from 'valibot';
import { jsonBody, params } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { may } from '../staff/may.ts';
import { staffOnly } from '../staff/staff-only.ts';
import { readLinkAddress, renewLink } from './link-address.ts';
import { prepareReport } from './prepare-report.ts';
import { previewMessage } from './preview-message.ts';
import { readPrepared } from './read-prepared.ts';
import { sendLink } from './send-link.ts';
import { withdrawLink } from './withdraw-link.ts';

const ofReport = params(v.object({ reportId: idSchema }));
const preparedAnswer = { 200: { description: 'What is prepared', content: { 'application/json': { schema: resolver(preparedReportSchema) } } } };
const addressAnswer = { 200: { description: 'The address: whoever has it opens the draft', content: { 'application/json': { schema: resolver(linkAddressSchema) } } } };

export const preparations = new Hono<AppEnv>()
  .put(
    '/api/reports/:reportId/preparation',
    describeRoute({
      tags: ['Preparation'],
      summary: 'Prepare a report under an id made by the client, or change what was prepared',
      responses: { ...preparedAnswer, 409: { description: 'Changed meanwhile by somebody else, or already sent by the customer' } },
    }),
    staffOnly,
    may('clerk'),
    ofReport,
    jsonBody(savePreparationSchema),
    async (c) => c.json(await prepareReport(c.var.staffScope, c.req.valid('param').reportId, c.req.valid('json'))),
  )
  .get(
    '/api/reports/:reportId/preparation',
    describeRoute({ tags: ['Preparation'], summary: 'What was prepared, to be changed', responses: preparedAnswer }),
    staffOnly,
    may('clerk'),
    ofReport,
    async (c) => c.json(await readPrepared(c.var.staffScope, c.req.valid('param').reportId)),
  )
  .post(
    '/api/reports/:reportId/link-messages',
    describeRoute({
      tags: ['Preparation'],
      summary: 'Send the link to the customer; the same id twice is one message',
      responses: { 202: { description: 'It is on its way' }, 409: { description: 'The number said STOP, or the report was sent' }, 410: { description: 'The link was withdrawn' }, 422: { description: 'No address for this channel' } },
    }),
    staffOnly,
    may('clerk'),
    ofReport,
    jsonBody(sendLinkSchema),
    async (c) => {
      await sendLink(c.var.staffScope, c.req.valid('param').reportId, c.req.valid('json'));
      return c.body(null, 202);
    },
  )
  .get(
    '/api/reports/:reportId/link',
    describeRoute({ tags: ['Preparation'], summary: 'The address of the link, to be passed on by hand', responses: addressAnswer }),
    staffOnly,
    may('clerk'),
    ofReport,
    async (c) => c.json(await readLinkAddress(c.var.staffScope, c.req.valid('param').reportId)),
  )
  .post(
    '/api/reports/:reportId/link',
    describeRoute({ tags: ['Preparation'], summary: 'Renew the link: a new address, and the old one stops working', responses: addressAnswer }),
    staffOnly,
    may('clerk'),
    ofReport,
    async (c) => c.json(await renewLink(c.var.staffScope, c.req.valid('param').reportId)),
  )
  .delete(
    '/api/reports/:reportId/link',
    describeRoute({ tags: ['Preparation'], summary: 'Withdraw the link', responses: { 204: { description: 'Withdrawn, now or before' } } }),
    staffOnly,
    may('clerk'),
    ofReport,
    async (c) => {
      await withdrawLink(c.var.staffScope, c.req.valid('param').reportId);
      return c.body(null, 204);
    },
  )
  .post(
    '/api/link-message-previews',
    describeRoute({
      tags: ['Preparation'],
      summary: 'What would be sent: SMS with its segments, mail, and what the phone number is',
      responses: { 200: { description: 'The preview', content: { 'application/json': { schema: resolver(messagePreviewSchema) } } } },
    }),
    staffOnly,
    may('clerk'),
    jsonBody(messagePreviewInputSchema),
    async (c) => c.json(await previewMessage(c.var.staffScope, c.req.valid('json'))),
  );
