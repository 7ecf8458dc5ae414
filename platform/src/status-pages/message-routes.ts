import { customerMessageSchema, messageFileSchema, messageLimits, messageListQuerySchema, messageListSchema, messageReadingSchema, messageSchema } from '@meldewerk/contract/message';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import { jsonBody, params, query } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { readBytes } from '../http/text-body.ts';
import { markReadByCustomer } from '../messages/mark-read.ts';
import { readCustomerConversation } from '../messages/read-messages.ts';
import { receiveCustomerFile, takeTurn } from '../messages/receive-file.ts';
import { messageFileParams, messageFileQuery } from '../messages/routes.ts';
import { sendFileToCustomer } from '../messages/send-file.ts';
import { writeCustomerMessage } from '../messages/write-message.ts';
import { customerOnly, customerSees } from './status-access.ts';

/** The customer's side of the conversation. */
export const statusMessages = new Hono<AppEnv>()
  .get(
    '/api/status/messages',
    describeRoute({ tags: ['Status page'], summary: 'What workshop and customer wrote to each other', responses: { 200: { description: 'Oldest first', content: { 'application/json': { schema: resolver(messageListSchema) } } } } }),
    customerOnly,
    customerSees('messages'),
    query(messageListQuerySchema),
    async (c) => c.json(await readCustomerConversation(c.var.customerScope, c.req.valid('query').before)),
  )
  .post(
    '/api/status/messages',
    describeRoute({ tags: ['Status page'], summary: 'Write to the workshop', responses: { 201: { description: 'It is written, now or before', content: { 'application/json': { schema: resolver(messageSchema) } } } } }),
    customerOnly,
    customerSees('messages'),
    jsonBody(customerMessageSchema),
    async (c) => c.json(await writeCustomerMessage(c.var.customerScope, c.req.valid('json'), c.var.clientAddress), 201),
  )
  .post(
    '/api/status/message-readings',
    describeRoute({ tags: ['Status page'], summary: 'The customer has the conversation before them', responses: { 204: { description: 'Noted' } } }),
    customerOnly,
    customerSees('messages'),
    jsonBody(messageReadingSchema),
    async (c) => {
      await markReadByCustomer(c.var.customerScope, c.req.valid('json').messageId);
      return c.body(null, 204);
    },
  )
  .post(
    '/api/status/message-files',
    describeRoute({
      tags: ['Status page'],
      summary: 'Upload a photo or PDF that is to go with a message, as the raw body',
      responses: { 201: { description: 'It was understood', content: { 'application/json': { schema: resolver(messageFileSchema) } } } },
    }),
    customerOnly,
    customerSees('messages'),
    query(messageFileQuery),
    async (c) => {
      await takeTurn(c.var.customerScope, c.var.clientAddress);
      return c.json(await receiveCustomerFile(c.var.customerScope, await readBytes(c.req.raw, messageLimits.maxPhotoBytes), c.req.valid('query').fileName), 201);
    },
  )
  .get(
    '/api/status/message-files/:fileId/:rendition',
    describeRoute({ tags: ['Status page'], summary: 'A file of a message, without a trace of where it was taken', responses: { 200: { description: 'The file' } } }),
    customerOnly,
    customerSees('messages'),
    params(messageFileParams),
    async (c) => sendFileToCustomer(c.var.customerScope, c.req.valid('param').fileId, c.req.valid('param').rendition, c.req.method),
  );
