import { formDocumentSchema, formSignatureInputSchema } from '@meldewerk/contract/form';
import { idSchema } from '@meldewerk/contract/identifier';
import { itemDocumentInputSchema, provideItemSchema, wantedItemsSchema } from '@meldewerk/contract/missing-items';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as v from 'valibot';
import { sendDocument } from '../forms/send-document.ts';
import { jsonBody, params } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { findItemFile, makeItemDocument, signItem } from '../missing-items/item-forms.ts';
import { provideItem } from '../missing-items/provide-item.ts';
import { readWantedItems } from '../missing-items/read-wanted-items.ts';
import { customerOnly } from './status-access.ts';

const ofItem = v.object({ itemId: idSchema });
const left = { description: 'What is still wanted', content: { 'application/json': { schema: resolver(v.nullable(wantedItemsSchema)) } } };

/** What the customer was asked for, and the ways to give it. Photos come over tus at `/api/status/uploads`. */
export const statusItems = new Hono<AppEnv>()
  .get('/api/status/items', describeRoute({ tags: ['Status page'], summary: 'What the workshop still needs from the customer', responses: { 200: left } }), customerOnly, async (c) => c.json(await readWantedItems(c.var.customerScope)))
  .put(
    '/api/status/items/:itemId',
    describeRoute({ tags: ['Status page'], summary: 'Give a detail or an answer that was asked for; the same again changes nothing', responses: { 200: left } }),
    customerOnly,
    params(ofItem),
    jsonBody(provideItemSchema),
    async (c) => {
      await provideItem(c.var.customerScope, c.req.valid('param').itemId, c.req.valid('json'));
      return c.json(await readWantedItems(c.var.customerScope));
    },
  )
  .post(
    '/api/status/items/:itemId/document',
    describeRoute({ tags: ['Status page'], summary: 'The form that is to be signed, filled with what the report says', responses: { 200: { description: 'The document', content: { 'application/json': { schema: resolver(formDocumentSchema) } } } } }),
    customerOnly,
    params(ofItem),
    jsonBody(itemDocumentInputSchema),
    async (c) => c.json(await makeItemDocument(c.var.customerScope, c.req.valid('param').itemId, c.req.valid('json').fields)),
  )
  .post(
    '/api/status/items/:itemId/signatures',
    describeRoute({ tags: ['Status page'], summary: 'Sign the very document that was read; a repeat under the same id is harmless', responses: { 201: left } }),
    customerOnly,
    params(ofItem),
    jsonBody(formSignatureInputSchema),
    async (c) => {
      const device = { clientAddress: c.var.clientAddress, userAgent: c.req.header('user-agent') };
      await signItem(c.var.customerScope, c.req.valid('param').itemId, c.req.valid('json'), device);
      return c.json(await readWantedItems(c.var.customerScope), 201);
    },
  )
  .get(
    '/api/status/items/:itemId/documents/:documentId',
    describeRoute({ tags: ['Status page'], summary: 'The form as it is read before signing, or sealed once it is signed', responses: { 200: { description: 'The PDF' } } }),
    customerOnly,
    params(v.object({ itemId: idSchema, documentId: idSchema })),
    async (c) => {
      const { itemId, documentId } = c.req.valid('param');
      const { fileName } = await findItemFile(c.var.customerScope, itemId, documentId);
      return sendDocument(c.var.customerScope, documentId, fileName, c.req.method);
    },
  );
