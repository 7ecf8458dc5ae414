import { Readable } from 'node:stream';
import { idSchema } from '@meldewerk/contract/identifier';
import { openingInputSchema, redactionInputSchema, redactionStateSchema } from '@meldewerk/contract/redaction';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as v from 'valibot';
import { jsonBody, params } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { may } from '../staff/may.ts';
import { staffOnly } from '../staff/staff-only.ts';
import { openOriginal } from './open-original.ts';
import { readRedaction } from './read-redaction.ts';
import { redactPhoto } from './redact-photo.ts';
import { uncoverPhoto } from './uncover-photo.ts';

const ofPhoto = params(v.object({ photoId: idSchema }));
const state = { content: { 'application/json': { schema: resolver(redactionStateSchema) } } };

export const redactionRoutes = new Hono<AppEnv>()
  .get(
    '/api/photos/:photoId/redaction',
    describeRoute({ tags: ['Photos'], summary: 'What is covered on a photo, and who opened its sealed original', responses: { 200: { description: 'The areas, in shares of the upright picture', ...state } } }),
    staffOnly,
    ofPhoto,
    async (c) => c.json(await readRedaction(c.var.staffScope, c.req.valid('param').photoId)),
  )
  .put(
    '/api/photos/:photoId/redaction',
    describeRoute({ tags: ['Photos'], summary: 'Make areas of a photo unrecognisable, for everybody and everywhere; the original is sealed', responses: { 200: { description: 'Covered', ...state }, 409: { description: 'Somebody else covered it meanwhile' } } }),
    staffOnly,
    may('clerk'),
    ofPhoto,
    jsonBody(redactionInputSchema),
    async (c) => c.json(await redactPhoto(c.var.staffScope, c.req.valid('param').photoId, c.req.valid('json'))),
  )
  .delete(
    '/api/photos/:photoId/redaction',
    describeRoute({ tags: ['Photos'], summary: 'Show the original of a photo again', responses: { 204: { description: 'Uncovered, now or before' } } }),
    staffOnly,
    may('admin'),
    ofPhoto,
    async (c) => {
      await uncoverPhoto(c.var.staffScope, c.req.valid('param').photoId);
      return c.body(null, 204);
    },
  )
  .post(
    '/api/photos/:photoId/original-openings',
    describeRoute({ tags: ['Photos'], summary: 'Open a sealed original, with a reason; each opening is recorded', responses: { 200: { description: 'The original, as it came', content: { 'image/*': { schema: { type: 'string', format: 'binary' } } } } } }),
    staffOnly,
    may('admin'),
    ofPhoto,
    jsonBody(openingInputSchema),
    async (c) => {
      const { stream, byteSize, mediaType } = await openOriginal(c.var.staffScope, c.req.valid('param').photoId, c.req.valid('json').reason);
      const headers = { 'content-type': mediaType, 'content-length': String(byteSize), 'content-disposition': 'attachment', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
      return c.body(Readable.toWeb(stream) as ReadableStream, 200, headers);
    },
  );
