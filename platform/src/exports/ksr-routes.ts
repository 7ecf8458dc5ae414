import { idSchema } from '@meldewerk/contract/identifier';
import { ksrPreviewSchema, ksrSettingsSchema, previewKsrColumnsSchema, saveKsrColumnsSchema } from '@meldewerk/contract/ksr';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as v from 'valibot';
import { jsonBody, params } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { may } from '../staff/may.ts';
import { staffOnly } from '../staff/staff-only.ts';
import { saveKsrColumns, viewKsrSettings } from './ksr-settings.ts';
import { ksrWorkbook, previewKsr } from './ksr-workbook.ts';
import { sendFile, xlsxType } from './send-file.ts';

const ofReport = params(v.object({ reportId: idSchema }));
const answer = { 200: { description: 'The columns', content: { 'application/json': { schema: resolver(ksrSettingsSchema) } } } };

export const ksr = new Hono<AppEnv>()
  .get(
    '/api/reports/:reportId/ksr.xlsx',
    describeRoute({
      tags: ['Exports'],
      summary: 'A report as a workbook for KSR, under the workshop’s own columns',
      responses: { 200: { description: 'The workbook', content: { [xlsxType]: { schema: { type: 'string', format: 'binary' } } } } },
    }),
    staffOnly,
    ofReport,
    async (c) => {
      const { bytes, fileName } = await ksrWorkbook(c.var.staffScope, c.req.valid('param').reportId);
      return sendFile(bytes, fileName, xlsxType);
    },
  )
  .post(
    '/api/reports/:reportId/ksr-preview',
    describeRoute({ tags: ['Exports'], summary: 'What columns that are not saved yet would hold', responses: { 200: { description: 'Heading and content', content: { 'application/json': { schema: resolver(ksrPreviewSchema) } } } } }),
    staffOnly,
    may('admin'),
    ofReport,
    jsonBody(previewKsrColumnsSchema),
    async (c) => c.json(await previewKsr(c.var.staffScope, c.req.valid('param').reportId, c.req.valid('json').columns)),
  )
  .get('/api/settings/ksr-columns', describeRoute({ tags: ['Settings'], summary: 'The columns of the workbook for KSR', responses: answer }), staffOnly, async (c) => c.json(await viewKsrSettings(c.var.staffScope)))
  .put(
    '/api/settings/ksr-columns',
    describeRoute({ tags: ['Settings'], summary: 'Set the columns of the workbook for KSR, or go back to the default', responses: answer }),
    staffOnly,
    may('admin'),
    jsonBody(saveKsrColumnsSchema),
    async (c) => c.json(await saveKsrColumns(c.var.staffScope, c.req.valid('json').columns)),
  );
