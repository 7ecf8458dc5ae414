import { idSchema } from '@meldewerk/contract/identifier';
import { itemMessagePreviewInputSchema, itemMessagePreviewSchema, missingItemsSchema, remindOfItemsSchema, requestItemsSchema } from '@meldewerk/contract/missing-items';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as v from 'valibot';
import { jsonBody, params } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { may } from '../staff/may.ts';
import { staffOnly } from '../staff/staff-only.ts';
import { previewItemMessage } from './preview-item-message.ts';
import { readMissingItems } from './read-missing-items.ts';
import { remindByHand } from './remind-of-items.ts';
import { requestItems } from './request-items.ts';
import { withdrawItems } from './withdraw-items.ts';

const ofReport = v.object({ reportId: idSchema });
const ofRequest = v.object({ reportId: idSchema, requestId: idSchema });
const ofItem = v.object({ reportId: idSchema, requestId: idSchema, itemId: idSchema });
const state = { description: 'What is asked for now', content: { 'application/json': { schema: resolver(missingItemsSchema) } } };

/** What staff ask the customer of a sent report for once more. */
export const missingItems = new Hono<AppEnv>()
  .post(
    '/api/reports/:reportId/item-requests',
    describeRoute({ tags: ['Missing items'], summary: 'Ask for photos, details, answers and signatures, in one message; the same ids again change nothing', responses: { 200: state } }),
    staffOnly,
    may('clerk'),
    params(ofReport),
    jsonBody(requestItemsSchema),
    async (c) => {
      const { reportId } = c.req.valid('param');
      await requestItems(c.var.staffScope, reportId, c.req.valid('json'));
      return c.json(await readMissingItems(c.var.staffScope, reportId));
    },
  )
  .post(
    '/api/reports/:reportId/item-message-previews',
    describeRoute({ tags: ['Missing items'], summary: 'What the customer would read', responses: { 200: { description: 'By every way that is open', content: { 'application/json': { schema: resolver(itemMessagePreviewSchema) } } } } }),
    staffOnly,
    may('clerk'),
    params(ofReport),
    jsonBody(itemMessagePreviewInputSchema),
    async (c) => c.json(await previewItemMessage(c.var.staffScope, c.req.valid('param').reportId, c.req.valid('json'))),
  )
  .post(
    '/api/reports/:reportId/item-requests/:requestId/reminders',
    describeRoute({ tags: ['Missing items'], summary: 'Tell the customer once more', responses: { 202: { description: 'It goes out, by day' } } }),
    staffOnly,
    may('clerk'),
    params(ofRequest),
    jsonBody(remindOfItemsSchema),
    async (c) => {
      const { reportId, requestId } = c.req.valid('param');
      await remindByHand(c.var.staffScope, reportId, requestId, c.req.valid('json'));
      return c.body(null, 202);
    },
  )
  .delete(
    '/api/reports/:reportId/item-requests/:requestId',
    describeRoute({ tags: ['Missing items'], summary: 'Nothing of a request is wanted any more; what was given stays', responses: { 200: state } }),
    staffOnly,
    may('clerk'),
    params(ofRequest),
    async (c) => {
      const { reportId, requestId } = c.req.valid('param');
      await withdrawItems(c.var.staffScope, reportId, { requestId });
      return c.json(await readMissingItems(c.var.staffScope, reportId));
    },
  )
  .delete(
    '/api/reports/:reportId/item-requests/:requestId/items/:itemId',
    describeRoute({ tags: ['Missing items'], summary: 'One thing is not wanted any more', responses: { 200: state } }),
    staffOnly,
    may('clerk'),
    params(ofItem),
    async (c) => {
      const { reportId, ...which } = c.req.valid('param');
      await withdrawItems(c.var.staffScope, reportId, which);
      return c.json(await readMissingItems(c.var.staffScope, reportId));
    },
  );
