import { exportListSchema, exportSchema, newExportSchema } from '@meldewerk/contract/export';
import { idSchema } from '@meldewerk/contract/identifier';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as v from 'valibot';
import { jsonBody, params } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { may } from '../staff/may.ts';
import { staffOnly } from '../staff/staff-only.ts';
import { beginExport } from './begin-export.ts';
import { dropExport } from './drop-export.ts';
import { describeExport, findExport, listExports } from './find-export.ts';
import { sendExport } from './send-export.ts';
import { xlsxType } from './send-file.ts';

const named = params(v.object({ exportId: idSchema }));
const answer = { description: 'How far it is', content: { 'application/json': { schema: resolver(exportSchema) } } };

/** Whoever may only look takes no list of customers with them. */
export const listExportRoutes = new Hono<AppEnv>()
  .get(
    '/api/exports',
    describeRoute({ tags: ['Exports'], summary: 'One’s own exports of the last day', responses: { 200: { description: 'Newest first', content: { 'application/json': { schema: resolver(exportListSchema) } } } } }),
    staffOnly,
    may('clerk'),
    async (c) => c.json({ exports: await listExports(c.var.staffScope) }),
  )
  .post(
    '/api/exports',
    describeRoute({ tags: ['Exports'], summary: 'Have the filtered list made into a workbook', responses: { 202: answer } }),
    staffOnly,
    may('clerk'),
    jsonBody(newExportSchema),
    async (c) => c.json(await beginExport(c.var.staffScope, c.req.valid('json')), 202),
  )
  .get('/api/exports/:exportId', describeRoute({ tags: ['Exports'], summary: 'An export, and how far it is', responses: { 200: answer } }), staffOnly, may('clerk'), named, async (c) =>
    c.json(describeExport(await findExport(c.var.staffScope, c.req.valid('param').exportId))),
  )
  .get(
    '/api/exports/:exportId/file',
    describeRoute({ tags: ['Exports'], summary: 'The finished workbook', responses: { 200: { description: 'The file', content: { [xlsxType]: { schema: { type: 'string', format: 'binary' } } } } } }),
    staffOnly,
    may('clerk'),
    named,
    async (c) => sendExport(c.var.staffScope, c.req.valid('param').exportId, c.req.method),
  )
  .delete('/api/exports/:exportId', describeRoute({ tags: ['Exports'], summary: 'Call it off, or throw its file away', responses: { 204: { description: 'Gone' } } }), staffOnly, may('clerk'), named, async (c) => {
    await dropExport(c.var.staffScope, c.req.valid('param').exportId);
    return c.body(null, 204);
  });
