import { idSchema, requiredText } from '@meldewerk/contract/identifier';
import { changeImportSchema, importLimits, importListSchema, importSchema } from '@meldewerk/contract/import';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as v from 'valibot';
import { jsonBody, params, query } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { readBytes } from '../http/text-body.ts';
import { may } from '../staff/may.ts';
import { staffOnly } from '../staff/staff-only.ts';
import { changeImport } from './change-import.ts';
import { createImport } from './create-import.ts';
import { sendFaultyRows } from './faulty-rows.ts';
import { listImports, readImport } from './read-import.ts';
import { startSending } from './start-sending.ts';

const named = params(v.object({ importId: idSchema }));
const answer = { description: 'The import with every row', content: { 'application/json': { schema: resolver(importSchema) } } };

export const imports = new Hono<AppEnv>()
  .get(
    '/api/imports',
    describeRoute({ tags: ['Imports'], summary: 'The last imports', responses: { 200: { description: 'Newest first', content: { 'application/json': { schema: resolver(importListSchema) } } } } }),
    staffOnly,
    async (c) => c.json(await listImports(c.var.staffScope)),
  )
  .post(
    '/api/imports',
    describeRoute({ tags: ['Imports'], summary: 'Read a CSV or XLSX in; nothing is sent yet', responses: { 201: answer } }),
    staffOnly,
    may('clerk'),
    query(v.object({ fileName: requiredText(200) })),
    async (c) => c.json(await createImport(c.var.staffScope, { fileName: c.req.valid('query').fileName, bytes: await readBytes(c.req.raw, importLimits.maxBytes) }), 201),
  )
  .get('/api/imports/:importId', describeRoute({ tags: ['Imports'], summary: 'An import, and how far it is', responses: { 200: answer } }), staffOnly, named, async (c) =>
    c.json(await readImport(c.var.staffScope, c.req.valid('param').importId)),
  )
  .patch(
    '/api/imports/:importId',
    describeRoute({ tags: ['Imports'], summary: 'Read columns otherwise, leave rows out', responses: { 200: answer } }),
    staffOnly,
    may('clerk'),
    named,
    jsonBody(changeImportSchema),
    async (c) => c.json(await changeImport(c.var.staffScope, c.req.valid('param').importId, c.req.valid('json'))),
  )
  .post(
    '/api/imports/:importId/sending',
    describeRoute({ tags: ['Imports'], summary: 'Prepare and send every good row', responses: { 202: { description: 'It has begun' } } }),
    staffOnly,
    may('clerk'),
    named,
    async (c) => {
      await startSending(c.var.staffScope, c.req.valid('param').importId);
      return c.body(null, 202);
    },
  )
  .get(
    '/api/imports/:importId/faulty-rows.csv',
    describeRoute({ tags: ['Imports'], summary: 'The rows that cannot be sent, with the reason', responses: { 200: { description: 'CSV' } } }),
    staffOnly,
    named,
    async (c) => sendFaultyRows(c.var.staffScope, c.req.valid('param').importId),
  );
