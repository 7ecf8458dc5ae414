import { Readable } from 'node:stream';
import { idSchema } from '@meldewerk/contract/identifier';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as v from 'valibot';
import { readDraftToken } from '../drafts/authorize-draft.ts';
import { params } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { removeDraftPhoto } from './remove-draft-photo.ts';
import { openDraftThumbnail } from './open-draft-thumbnail.ts';

export const draftPhotos = new Hono<AppEnv>()
  .get(
    '/api/drafts/:draftId/photos/:photoId/thumbnail',
    describeRoute({ tags: ['Draft'], summary: 'A photo that another device of the customer took, as a small picture', responses: { 200: { description: 'The picture (400 px)' } } }),
    params(v.object({ draftId: idSchema, photoId: idSchema })),
    async (c) => {
      const { draftId, photoId } = c.req.valid('param');
      const { stream, headers } = await openDraftThumbnail(c.var.scope, draftId, photoId, readDraftToken(c.req.header('authorization')));
      if (c.req.method !== 'HEAD') return c.body(Readable.toWeb(stream) as ReadableStream, 200, headers);
      stream.destroy();
      return c.body(null, 200, headers);
    },
  )
  .delete(
    '/api/drafts/:draftId/photos/:photoId',
    describeRoute({ tags: ['Draft'], summary: 'Take a photo back before sending', responses: { 204: { description: 'Gone, now or before' } } }),
    params(v.object({ draftId: idSchema, photoId: idSchema })),
    async (c) => {
      const { draftId, photoId } = c.req.valid('param');
      await removeDraftPhoto(c.var.scope, draftId, photoId, readDraftToken(c.req.header('authorization')));
      return c.body(null, 204);
    },
  );
