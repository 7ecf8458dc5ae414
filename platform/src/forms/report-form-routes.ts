import { attachFormSchema, formDocumentSchema, formSignatureInputSchema, reportFormSchema } from '@meldewerk/contract/form';
import { idSchema } from '@meldewerk/contract/identifier';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as v from 'valibot';
import { jsonBody, params } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { may } from '../staff/may.ts';
import { staffOnly } from '../staff/staff-only.ts';
import { attachForm } from './attach-form.ts';
import { countersign, readForCountersigning } from './countersign.ts';
import { detachForm } from './detach-form.ts';
import { sendDocument } from './send-document.ts';
import { findSignedFile } from './signed-documents.ts';

const formOfReport = v.object({ reportId: idSchema, id: idSchema });
const formAnswer = { description: 'The form on the report', content: { 'application/json': { schema: resolver(reportFormSchema) } } };

/** Forms on a report, for staff. */
export const reportForms = new Hono<AppEnv>()
  .put(
    '/api/reports/:reportId/forms/:id',
    describeRoute({ tags: ['Forms'], summary: 'Put a form on a report that its customer has not sent yet', responses: { 200: formAnswer } }),
    staffOnly,
    may('clerk'),
    params(formOfReport),
    jsonBody(attachFormSchema),
    async (c) => c.json(await attachForm(c.var.staffScope, c.req.valid('param'), c.req.valid('json'))),
  )
  .delete(
    '/api/reports/:reportId/forms/:id',
    describeRoute({ tags: ['Forms'], summary: 'Take a form off a report again, as long as nobody has signed it', responses: { 204: { description: 'It is off' } } }),
    staffOnly,
    may('clerk'),
    params(formOfReport),
    async (c) => {
      const { reportId, id } = c.req.valid('param');
      await detachForm(c.var.staffScope, reportId, id);
      return c.body(null, 204);
    },
  )
  .post(
    '/api/report-forms/:id/document',
    describeRoute({
      tags: ['Forms'],
      summary: 'What the customer signed and the workshop is to sign as well',
      responses: { 200: { description: 'The document', content: { 'application/json': { schema: resolver(formDocumentSchema) } } } },
    }),
    staffOnly,
    may('clerk'),
    params(v.object({ id: idSchema })),
    async (c) => c.json(await readForCountersigning(c.var.staffScope, c.req.valid('param').id)),
  )
  .post(
    '/api/report-forms/:id/signatures',
    describeRoute({ tags: ['Forms'], summary: "The workshop's own signature under the customer's", responses: { 201: formAnswer } }),
    staffOnly,
    may('clerk'),
    params(v.object({ id: idSchema })),
    jsonBody(formSignatureInputSchema),
    async (c) => {
      const device = { clientAddress: c.var.clientAddress, userAgent: c.req.header('user-agent') };
      return c.json(await countersign(c.var.staffScope, c.req.valid('param').id, c.req.valid('json'), device), 201);
    },
  )
  .get(
    '/api/signed-documents/:documentId',
    describeRoute({ tags: ['Forms'], summary: 'A sealed PDF, to the byte as its hash in the chain says', responses: { 200: { description: 'The PDF' } } }),
    staffOnly,
    params(v.object({ documentId: idSchema })),
    async (c) => {
      const { documentId, fileName } = await findSignedFile(c.var.staffScope, c.req.valid('param').documentId);
      return sendDocument(c.var.staffScope, documentId, fileName, c.req.method);
    },
  );
