import { Readable } from 'node:stream';
import { idSchema } from '@meldewerk/contract/identifier';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as v from 'valibot';
import { params } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { openOwnPhoto, sendOwnDocument } from './customer-files.ts';
import { customerOnly, customerSees } from './status-access.ts';

/** Photos and signed documents, as the customer gets them back. */
export const statusFiles = new Hono<AppEnv>()
  .get(
    '/api/status/photos/:photoId/:rendition',
    describeRoute({ tags: ['Status page'], summary: 'A photo of the report: thumbnail or display', responses: { 200: { description: 'The picture', content: { 'image/jpeg': { schema: { type: 'string', format: 'binary' } } } } } }),
    customerOnly,
    customerSees('files'),
    params(v.object({ photoId: idSchema, rendition: v.picklist(['thumbnail', 'display']) })),
    async (c) => {
      const { photoId, rendition } = c.req.valid('param');
      const { stream, headers } = await openOwnPhoto(c.var.customerScope, photoId, rendition);
      if (c.req.method !== 'HEAD') return c.body(Readable.toWeb(stream) as ReadableStream, 200, headers);
      stream.destroy();
      return c.body(null, 200, headers);
    },
  )
  .get(
    '/api/status/documents/:documentId',
    describeRoute({ tags: ['Status page'], summary: 'A signed document of the report', responses: { 200: { description: 'The PDF', content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } } } }),
    customerOnly,
    customerSees('files'),
    params(v.object({ documentId: idSchema })),
    (c) => sendOwnDocument(c.var.customerScope, c.req.valid('param').documentId, c.req.method),
  );
