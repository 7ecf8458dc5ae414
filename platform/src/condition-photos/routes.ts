import { Readable } from 'node:stream';
import { photoRenditions } from '@meldewerk/blobs/blob-store';
import { conditionPhotoQuerySchema, conditionPhotoSchema } from '@meldewerk/contract/condition-photo';
import { idSchema } from '@meldewerk/contract/identifier';
import { photoLimits } from '@meldewerk/contract/photo';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as v from 'valibot';
import { params, query } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { readBytes } from '../http/text-body.ts';
import { may } from '../staff/may.ts';
import { staffOnly } from '../staff/staff-only.ts';
import { openConditionPhoto } from './open-condition-photo.ts';
import { removeConditionPhoto } from './remove-condition-photo.ts';
import { takeConditionPhoto } from './take-condition-photo.ts';

const ofReport = v.object({ reportId: idSchema, photoId: idSchema });

export const conditionPhotoRoutes = new Hono<AppEnv>()
  .put(
    '/api/reports/:reportId/condition-photos/:photoId',
    describeRoute({
      tags: ['Photos'],
      summary: 'A picture of the vehicle that staff took, as the raw body; the id is made by the client',
      responses: { 201: { description: 'It is safe, now or before', content: { 'application/json': { schema: resolver(conditionPhotoSchema) } } }, 409: { description: 'Other bytes came under this id' } },
    }),
    staffOnly,
    may('clerk'),
    params(ofReport),
    query(conditionPhotoQuerySchema),
    async (c) => {
      const { reportId, photoId } = c.req.valid('param');
      return c.json(await takeConditionPhoto(c.var.staffScope, reportId, photoId, c.req.valid('query'), await readBytes(c.req.raw, photoLimits.maxBytes)), 201);
    },
  )
  .delete(
    '/api/reports/:reportId/condition-photos/:photoId',
    describeRoute({ tags: ['Photos'], summary: 'Take such a picture off the report', responses: { 204: { description: 'It is off, now or before' } } }),
    staffOnly,
    may('clerk'),
    params(ofReport),
    async (c) => {
      await removeConditionPhoto(c.var.staffScope, c.req.valid('param').reportId, c.req.valid('param').photoId);
      return c.body(null, 204);
    },
  )
  .get(
    '/api/condition-photos/:photoId/:rendition',
    describeRoute({ tags: ['Photos'], summary: 'Such a picture: thumbnail, display, or the original as a download', responses: { 200: { description: 'The picture' } } }),
    staffOnly,
    params(v.object({ photoId: idSchema, rendition: v.picklist(photoRenditions) })),
    async (c) => {
      const { stream, headers } = await openConditionPhoto(c.var.staffScope, c.req.valid('param').photoId, c.req.valid('param').rendition);
      if (c.req.method !== 'HEAD') return c.body(Readable.toWeb(stream) as ReadableStream, 200, headers);
      stream.destroy();
      return c.body(null, 200, headers);
    },
  );
