import { idSchema } from '@meldewerk/contract/identifier';
import { batchResultSchema, batchReversalSchema, handlingBatchSchema, preferencesChangeSchema, newSavedViewSchema, preferencesSchema, savedViewInputSchema, savedViewListSchema } from '@meldewerk/contract/list';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as v from 'valibot';
import { jsonBody, params } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { may } from '../staff/may.ts';
import { staffOnly } from '../staff/staff-only.ts';
import { changePreferences, readPreferences } from './preferences.ts';
import { reverseBatch } from './reverse-batch.ts';
import { runBatch } from './run-batch.ts';
import { changeView, createView, deleteView, listViews } from './views.ts';

const viewParams = params(v.object({ viewId: idSchema }));
const json = (schema: v.GenericSchema, description: string) => ({ 200: { description, content: { 'application/json': { schema: resolver(schema) } } } });

export const lists = new Hono<AppEnv>()
  .get(
    '/api/preferences',
    describeRoute({ tags: ['Lists'], summary: 'What the portal remembers of the person', responses: json(preferencesSchema, 'What was chosen, or what it begins with') }),
    staffOnly,
    async (c) => c.json(await readPreferences(c.var.staffScope)),
  )
  .put(
    '/api/preferences',
    describeRoute({ tags: ['Lists'], summary: 'Remember a choice of the person', responses: json(preferencesSchema, 'What is remembered now') }),
    staffOnly,
    jsonBody(preferencesChangeSchema),
    async (c) => c.json(await changePreferences(c.var.staffScope, c.req.valid('json'))),
  )
  .get(
    '/api/views',
    describeRoute({ tags: ['Lists'], summary: 'Saved views, own and shared', responses: json(savedViewListSchema, 'In the order they were made') }),
    staffOnly,
    async (c) => c.json({ views: await listViews(c.var.staffScope) }),
  )
  .post(
    '/api/views',
    describeRoute({ tags: ['Lists'], summary: 'Save a view', responses: { 201: { description: 'There, now or before' } } }),
    staffOnly,
    jsonBody(newSavedViewSchema),
    async (c) => {
      await createView(c.var.staffScope, c.req.valid('json'));
      return c.body(null, 201);
    },
  )
  .put(
    '/api/views/:viewId',
    describeRoute({ tags: ['Lists'], summary: 'Change a view', responses: { 204: { description: 'Changed' } } }),
    staffOnly,
    viewParams,
    jsonBody(savedViewInputSchema),
    async (c) => {
      await changeView(c.var.staffScope, c.req.valid('param').viewId, c.req.valid('json'));
      return c.body(null, 204);
    },
  )
  .delete(
    '/api/views/:viewId',
    describeRoute({ tags: ['Lists'], summary: 'Delete a view', responses: { 204: { description: 'Gone' } } }),
    staffOnly,
    viewParams,
    async (c) => {
      await deleteView(c.var.staffScope, c.req.valid('param').viewId);
      return c.body(null, 204);
    },
  )
  .post(
    '/api/handling-batches',
    describeRoute({ tags: ['Lists'], summary: 'Change several reports at once', responses: json(batchResultSchema, 'What became of each') }),
    staffOnly,
    may('clerk'),
    jsonBody(handlingBatchSchema),
    async (c) => c.json({ results: await runBatch(c.var.staffScope, c.req.valid('json')) }),
  )
  .post(
    '/api/handling-batches/:batchId/reversal',
    describeRoute({ tags: ['Lists'], summary: 'Take back a change of several reports', responses: { ...json(batchReversalSchema, 'Each report, and what of it stays'), 404: { description: 'No such batch of this person, or taken back before' } } }),
    staffOnly,
    may('clerk'),
    params(v.object({ batchId: idSchema })),
    async (c) => c.json({ results: await reverseBatch(c.var.staffScope, c.req.valid('param').batchId) }),
  );
