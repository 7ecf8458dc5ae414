import { Readable } from 'node:stream';
import { photoRenditions } from '@meldewerk/blobs/blob-store';
import { idSchema } from '@meldewerk/contract/identifier';
import { Hono, type Context } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as v from 'valibot';
import { params } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { staffOnly } from '../staff/staff-only.ts';
import { openPhoto, type PhotoAnswer } from './send-photo.ts';
import { zipPhotos } from './zip-photos.ts';

const photoParams = v.object({ photoId: idSchema, rendition: v.picklist(photoRenditions) });

export const staffPhotos = new Hono<AppEnv>()
  .get(
    '/api/photos/:photoId/:rendition',
    describeRoute({
      tags: ['Photos'],
      summary: 'A photo: thumbnail (400 px), display (2048 px), or the original as a download',
      responses: { 200: { description: 'The picture', content: { 'image/*': { schema: { type: 'string', format: 'binary' } } } } },
    }),
    staffOnly,
    params(photoParams),
    async (c) => {
      const { photoId, rendition } = c.req.valid('param');
      return send(c, await openPhoto(c.var.staffScope, photoId, rendition));
    },
  )
  .get(
    '/api/reports/:reportId/photos.zip',
    describeRoute({
      tags: ['Photos'],
      summary: 'All original photos of a report under speaking names',
      responses: { 200: { description: 'The archive', content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } } } },
    }),
    staffOnly,
    params(v.object({ reportId: idSchema })),
    async (c) => send(c, await zipPhotos(c.var.staffScope, c.req.valid('param').reportId)),
  );

function send(c: Context<AppEnv>, { stream, headers }: PhotoAnswer): Response {
  if (headers['etag'] !== undefined && c.req.header('if-none-match') === headers['etag']) {
    stream.destroy();
    return c.body(null, 304, { etag: headers['etag'], 'cache-control': headers['cache-control'] ?? '' });
  }
  if (c.req.method === 'HEAD') {
    stream.destroy();
    return c.body(null, 200, headers);
  }
  return c.body(Readable.toWeb(stream) as ReadableStream, 200, headers);
}
