import { idSchema } from '@meldewerk/contract/identifier';
import { messageFileRenditions, messageFileSchema, messageLimits, messageListQuerySchema, messageListSchema, messageReadingSchema, messageSchema, unreadReportsSchema, writeMessageSchema } from '@meldewerk/contract/message';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as v from 'valibot';
import { jsonBody, params, query } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { readBytes } from '../http/text-body.ts';
import { may } from '../staff/may.ts';
import { staffOnly } from '../staff/staff-only.ts';
import { markReadByStaff } from './mark-read.ts';
import { readConversation } from './read-messages.ts';
import { receiveStaffFile } from './receive-file.ts';
import { sendFileToStaff } from './send-file.ts';
import { countUnreadReports } from './unread.ts';
import { writeStaffMessage } from './write-message.ts';

const reportParams = v.object({ reportId: idSchema });
export const messageFileParams = v.object({ fileId: idSchema, rendition: v.picklist(messageFileRenditions) });
export const messageFileQuery = v.object({ fileName: v.optional(v.pipe(v.string(), v.maxLength(300)), '') });

/** What staff write to the customer and to each other. */
export const messages = new Hono<AppEnv>()
  .get(
    '/api/reports/:reportId/messages',
    describeRoute({ tags: ['Messages'], summary: 'The conversation of a report, with notes', responses: { 200: { description: 'Oldest first', content: { 'application/json': { schema: resolver(messageListSchema) } } } } }),
    staffOnly,
    params(reportParams),
    query(messageListQuerySchema),
    async (c) => c.json(await readConversation(c.var.staffScope, c.req.valid('param').reportId, c.req.valid('query').before)),
  )
  .post(
    '/api/reports/:reportId/messages',
    describeRoute({ tags: ['Messages'], summary: 'Write to the customer, or a note for colleagues', responses: { 201: { description: 'It is written, now or before', content: { 'application/json': { schema: resolver(messageSchema) } } } } }),
    staffOnly,
    may('clerk'),
    params(reportParams),
    jsonBody(writeMessageSchema),
    async (c) => c.json(await writeStaffMessage(c.var.staffScope, c.req.valid('param').reportId, c.req.valid('json')), 201),
  )
  .post(
    '/api/reports/:reportId/message-readings',
    describeRoute({ tags: ['Messages'], summary: 'Who asks has the conversation before them', responses: { 204: { description: 'Noted' } } }),
    staffOnly,
    params(reportParams),
    jsonBody(messageReadingSchema),
    async (c) => {
      await markReadByStaff(c.var.staffScope, c.req.valid('param').reportId, c.req.valid('json').messageId);
      return c.body(null, 204);
    },
  )
  .post(
    '/api/reports/:reportId/message-files',
    describeRoute({
      tags: ['Messages'],
      summary: 'Upload a photo or PDF that is to go with a message, as the raw body',
      responses: { 201: { description: 'It was understood', content: { 'application/json': { schema: resolver(messageFileSchema) } } } },
    }),
    staffOnly,
    may('clerk'),
    params(reportParams),
    query(messageFileQuery),
    async (c) => c.json(await receiveStaffFile(c.var.staffScope, c.req.valid('param').reportId, await readBytes(c.req.raw, messageLimits.maxPhotoBytes), c.req.valid('query').fileName), 201),
  )
  .get(
    '/api/message-files/:fileId/:rendition',
    describeRoute({ tags: ['Messages'], summary: 'A file of a message: of a photo thumbnail, display or original, of a PDF document', responses: { 200: { description: 'The file' } } }),
    staffOnly,
    params(messageFileParams),
    async (c) => sendFileToStaff(c.var.staffScope, c.req.valid('param').fileId, c.req.valid('param').rendition, c.req.method),
  )
  .get(
    '/api/unread-reports',
    describeRoute({ tags: ['Messages'], summary: 'In how many reports the customer wrote what who asks has not seen', responses: { 200: { description: 'Counted up to 100', content: { 'application/json': { schema: resolver(unreadReportsSchema) } } } } }),
    staffOnly,
    async (c) => c.json({ reports: await countUnreadReports(c.var.staffScope) }),
  );
