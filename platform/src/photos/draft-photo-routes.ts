import { idSchema } from '@meldewerk/contract/identifier';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as v from 'valibot';
import { readDraftToken } from '../drafts/authorize-draft.ts';
import { params } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { removeDraftPhoto } from './remove-draft-photo.ts';

export const draftPhotos = new Hono<AppEnv>().delete(
  '/api/drafts/:draftId/photos/:photoId',
  describeRoute({ tags: ['Draft'], summary: 'Take a photo back before sending', responses: { 204: { description: 'Gone, now or before' } } }),
  params(v.object({ draftId: idSchema, photoId: idSchema })),
  async (c) => {
    const { draftId, photoId } = c.req.valid('param');
    await removeDraftPhoto(c.var.scope, draftId, photoId, readDraftToken(c.req.header('authorization')));
    return c.body(null, 204);
  },
);
