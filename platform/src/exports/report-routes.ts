import { idSchema } from '@meldewerk/contract/identifier';
import { staffLanguageSchema } from '@meldewerk/contract/language';
import { Hono, type Context } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as v from 'valibot';
import { params, query } from '../http/json-body.ts';
import type { AppEnv, StaffScope } from '../http/scope.ts';
import { staffOnly } from '../staff/staff-only.ts';
import { composeDossier } from './compose-dossier.ts';
import { reportWorkbook } from './report-workbook.ts';
import { sendFile, xlsxType } from './send-file.ts';

const ofReport = params(v.object({ reportId: idSchema }));
/** `notes=1` takes in what staff wrote for themselves; `lang` is the language of the file. */
const manner = query(v.object({ notes: v.optional(v.picklist(['0', '1', ''])), lang: v.optional(v.union([staffLanguageSchema, v.literal('')])) }));

export const reportExports = new Hono<AppEnv>()
  .get(
    '/api/reports/:reportId/dossier.pdf',
    describeRoute({
      tags: ['Exports'],
      summary: 'Everything about a report with its photos, on the workshop’s paper',
      responses: { 200: { description: 'The file', content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } } },
    }),
    staffOnly,
    ofReport,
    manner,
    async (c) => {
      const { pdf, fileName } = await composeDossier(spoken(c, c.req.valid('query').lang), c.req.valid('param').reportId, { withNotes: c.req.valid('query').notes === '1' });
      return sendFile(pdf, fileName, 'application/pdf');
    },
  )
  .get(
    '/api/reports/:reportId/report.xlsx',
    describeRoute({
      tags: ['Exports'],
      summary: 'Everything about a report as a workbook',
      responses: { 200: { description: 'The workbook', content: { [xlsxType]: { schema: { type: 'string', format: 'binary' } } } } },
    }),
    staffOnly,
    ofReport,
    manner,
    async (c) => {
      const { bytes, fileName } = await reportWorkbook(spoken(c, c.req.valid('query').lang), c.req.valid('param').reportId, { withNotes: c.req.valid('query').notes === '1' });
      return sendFile(bytes, fileName, xlsxType);
    },
  );

/** Files end up in the workshop's own: they are German unless somebody asks otherwise, whatever the browser speaks. */
function spoken({ var: { staffScope } }: Context<AppEnv>, language: 'de' | 'en' | '' | undefined): StaffScope {
  return { ...staffScope, language: language || 'de' };
}
