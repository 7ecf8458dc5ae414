import { formDetailSchema, formLimits, formListSchema, formUploadSchema, formVersionInputSchema } from '@meldewerk/contract/form';
import { idSchema } from '@meldewerk/contract/identifier';
import { formUploads } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as v from 'valibot';
import { jsonBody, params, query } from '../http/json-body.ts';
import { ProblemError } from '../http/problem.ts';
import type { AppEnv } from '../http/scope.ts';
import { readBytes } from '../http/text-body.ts';
import { may } from '../staff/may.ts';
import { staffOnly } from '../staff/staff-only.ts';
import { listForms } from './list-forms.ts';
import { previewForm } from './preview-form.ts';
import { readForm } from './read-form.ts';
import { retireForm } from './retire-form.ts';
import { saveForm } from './save-form.ts';
import { pdfHeaders, sendDocument } from './send-document.ts';
import { uploadPdf } from './upload-pdf.ts';

const formParams = v.object({ formId: idSchema });
const versionQuery = v.object({ version: v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d{0,8}$/), v.toNumber())) });
const detailAnswer = { 200: { description: 'The form', content: { 'application/json': { schema: resolver(formDetailSchema) } } } };

/** The workshop's library of forms. */
export const formLibrary = new Hono<AppEnv>()
  .get(
    '/api/forms',
    describeRoute({ tags: ['Forms'], summary: 'Every form in its newest version', responses: { 200: { description: 'The library', content: { 'application/json': { schema: resolver(formListSchema) } } } } }),
    staffOnly,
    async (c) => c.json({ forms: await listForms(c.var.staffScope) }),
  )
  .get(
    '/api/forms/:formId',
    describeRoute({ tags: ['Forms'], summary: 'A form with its content, in its newest version or an older one', responses: detailAnswer }),
    staffOnly,
    params(formParams),
    query(versionQuery),
    async (c) => c.json(await readForm(c.var.staffScope, c.req.valid('param').formId, c.req.valid('query').version ?? null)),
  )
  .put(
    '/api/forms/:formId',
    describeRoute({ tags: ['Forms'], summary: 'Save a form: always as a new version', responses: detailAnswer }),
    staffOnly,
    may('admin'),
    params(formParams),
    jsonBody(formVersionInputSchema),
    async (c) => c.json(await saveForm(c.var.staffScope, c.req.valid('param').formId, c.req.valid('json'))),
  )
  .post(
    '/api/forms/:formId/preview',
    describeRoute({ tags: ['Forms'], summary: 'The form as a PDF filled with example values; nothing is saved', responses: { 200: { description: 'The PDF' } } }),
    staffOnly,
    may('admin'),
    params(formParams),
    jsonBody(formVersionInputSchema),
    async (c) => c.body(new Uint8Array(await previewForm(c.var.staffScope, c.req.valid('json'))), 200, pdfHeaders('Vorschau.pdf')),
  )
  .post(
    '/api/forms/:formId/retirement',
    describeRoute({ tags: ['Forms'], summary: 'Take a form out of use', responses: { 204: { description: 'Done, now or before' } } }),
    staffOnly,
    may('admin'),
    params(formParams),
    async (c) => {
      await retireForm(c.var.staffScope, c.req.valid('param').formId, true);
      return c.body(null, 204);
    },
  )
  .delete(
    '/api/forms/:formId/retirement',
    describeRoute({ tags: ['Forms'], summary: 'Bring a form back into use', responses: { 204: { description: 'Done, now or before' } } }),
    staffOnly,
    may('admin'),
    params(formParams),
    async (c) => {
      await retireForm(c.var.staffScope, c.req.valid('param').formId, false);
      return c.body(null, 204);
    },
  )
  .post(
    '/api/form-uploads',
    describeRoute({
      tags: ['Forms'],
      summary: 'Upload a PDF that is to become a form, as the raw body',
      responses: { 201: { description: 'It was read', content: { 'application/json': { schema: resolver(formUploadSchema) } } } },
    }),
    staffOnly,
    may('admin'),
    query(v.object({ fileName: v.optional(v.pipe(v.string(), v.maxLength(300)), '') })),
    async (c) => {
      const bytes = await readBytes(c.req.raw, formLimits.maxPdfBytes);
      return c.json(await uploadPdf(c.var.staffScope, bytes, c.req.valid('query').fileName), 201);
    },
  )
  .get(
    '/api/form-uploads/:documentId',
    describeRoute({ tags: ['Forms'], summary: 'An uploaded PDF, as it was cleaned', responses: { 200: { description: 'The PDF' } } }),
    staffOnly,
    params(v.object({ documentId: idSchema })),
    async (c) => {
      const { documentId } = c.req.valid('param');
      const { services, tenant } = c.var.staffScope;
      const [upload] = await inTenant(services.db, tenant.id, (tx) =>
        tx.select({ id: formUploads.id }).from(formUploads).where(and(eq(formUploads.tenantId, tenant.id), eq(formUploads.id, documentId))),
      );
      if (!upload) throw new ProblemError('notFound');
      return sendDocument(c.var.staffScope, documentId, 'Formular.pdf', c.req.method);
    },
  );
