import { formDocumentInputSchema, formDocumentSchema, formSignatureInputSchema, linkFormSchema } from '@meldewerk/contract/form';
import { idSchema } from '@meldewerk/contract/identifier';
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { describeRoute, resolver } from 'hono-openapi';
import * as v from 'valibot';
import { readDraftToken } from '../drafts/authorize-draft.ts';
import { jsonBody, params } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { doorOfDraft } from './form-of-draft.ts';
import { inputOfPhone } from './input-of-phone.ts';
import { makeDocument } from './make-document.ts';
import { sendDocument } from './send-document.ts';
import { signForm } from './sign-form.ts';
import { findFileOfDraft } from './signed-documents.ts';

const formParams = v.object({ draftId: idSchema, id: idSchema });

/** Before the body is read: whoever has no token gets no further. */
const bearerOnly = createMiddleware<AppEnv>(async (c, next) => {
  readDraftToken(c.req.header('authorization'));
  await next();
  c.header('cache-control', 'private, no-store');
});

/** Forms on a report, for the customer who is to sign them. */
export const draftForms = new Hono<AppEnv>()
  .post(
    '/api/drafts/:draftId/forms/:id/document',
    describeRoute({
      tags: ['Draft'],
      summary: 'The form filled with what was typed so far, to be read before signing; the same values make the same document',
      responses: { 200: { description: 'The document', content: { 'application/json': { schema: resolver(formDocumentSchema) } } } },
    }),
    bearerOnly,
    params(formParams),
    jsonBody(formDocumentInputSchema),
    async (c) => {
      const { draftId, id } = c.req.valid('param');
      const at = { draftId, reportFormId: id, tokenHash: readDraftToken(c.req.header('authorization')) };
      return c.json(await makeDocument(c.var.scope, doorOfDraft(at), await inputOfPhone(c.var.scope, at, c.req.valid('json'))));
    },
  )
  .post(
    '/api/drafts/:draftId/forms/:id/signatures',
    describeRoute({
      tags: ['Draft'],
      summary: 'Sign the very document that was read; a repeat under the same id is harmless',
      responses: { 201: { description: 'The form, signed', content: { 'application/json': { schema: resolver(linkFormSchema) } } } },
    }),
    bearerOnly,
    params(formParams),
    jsonBody(formSignatureInputSchema),
    async (c) => {
      const { draftId, id } = c.req.valid('param');
      const at = { draftId, reportFormId: id, tokenHash: readDraftToken(c.req.header('authorization')) };
      const device = { clientAddress: c.var.clientAddress, userAgent: c.req.header('user-agent') };
      return c.json(await signForm(c.var.scope, doorOfDraft(at), c.req.valid('json'), device), 201);
    },
  )
  .get(
    '/api/drafts/:draftId/documents/:documentId',
    describeRoute({ tags: ['Draft'], summary: 'A form as it is read before signing, or sealed once it is signed', responses: { 200: { description: 'The PDF' } } }),
    bearerOnly,
    params(v.object({ draftId: idSchema, documentId: idSchema })),
    async (c) => {
      const { draftId, documentId } = c.req.valid('param');
      const { fileName } = await findFileOfDraft(c.var.scope, { draftId, documentId, tokenHash: readDraftToken(c.req.header('authorization')) });
      return sendDocument(c.var.scope, documentId, fileName, c.req.method);
    },
  );
