import { Readable } from 'node:stream';
import { idSchema } from '@meldewerk/contract/identifier';
import { partnerNoticeSchema } from '@meldewerk/contract/partner-notice';
import { Hono, type Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { describeRoute, resolver } from 'hono-openapi';
import * as v from 'valibot';
import { attachment } from '../http/content-disposition.ts';
import { params } from '../http/json-body.ts';
import { ProblemError } from '../http/problem.ts';
import { addressKey, limit, takeFrom } from '../http/rate-limit.ts';
import type { AppEnv } from '../http/scope.ts';
import { contentPolicies } from '../http/security-headers.ts';
import { openPhoto, type PhotoAnswer } from '../photos/send-photo.ts';
import { zipPhotos } from '../photos/zip-photos.ts';
import { authorizePartner } from './authorize-partner.ts';
import { partnerPage } from './partner-page.ts';

const perAddress = limit('partner-page-by-address', 200, 1);
const tokenParam = { token: v.pipe(v.string(), v.maxLength(100)) };
const photoParams = v.object({ ...tokenParam, photoId: idSchema });

const guarded = createMiddleware<AppEnv>(async (c, next) => {
  await takeFrom(c.var.services, perAddress, addressKey(c.var.clientAddress));
  await next();
  c.header('cache-control', 'private, no-store');
  c.header('x-robots-tag', 'noindex, nofollow');
});

/** What a partner's signed link opens, without signing in. */
export const partnerPages = new Hono<AppEnv>()
  .get('/p/:token', guarded, params(v.object(tokenParam)), async (c) => {
    const notice = await authorizePartner(c.var.scope, c.req.valid('param').token);
    return c.html(partnerPage(c.var.scope, notice), 200, { 'content-security-policy': contentPolicies.page, 'content-language': 'de' });
  })
  .get(
    '/p/:token/notice.json',
    describeRoute({
      tags: ['Partners'],
      summary: 'A report as its partner gets it; the token comes with the mail',
      responses: { 200: { description: 'The same as the file beside the mail', content: { 'application/json': { schema: resolver(partnerNoticeSchema) } } } },
    }),
    guarded,
    params(v.object(tokenParam)),
    async (c) => {
      const notice = await authorizePartner(c.var.scope, c.req.valid('param').token);
      return c.json(notice, 200, { 'content-disposition': attachment(`meldung-${notice.report.reference}.json`) });
    },
  )
  .get('/p/:token/photos.zip', guarded, params(v.object(tokenParam)), async (c) => {
    const notice = await authorizePartner(c.var.scope, c.req.valid('param').token);
    return send(c, await zipPhotos(c.var.scope, notice.report.id));
  })
  .get('/p/:token/photos/:photoId', guarded, params(photoParams), async (c) => send(c, await openPhotoOf(c, 'original')))
  .get('/p/:token/pictures/:photoId', guarded, params(photoParams), async (c) => send(c, await openPhotoOf(c, 'display')));

async function openPhotoOf(c: Context<AppEnv>, rendition: 'original' | 'display'): Promise<PhotoAnswer> {
  const { token = '', photoId = '' } = c.req.param() as Record<string, string>;
  const notice = await authorizePartner(c.var.scope, token);
  if (!notice.photos.some(({ id }) => id === photoId.toLowerCase())) throw new ProblemError('notFound');
  return openPhoto(c.var.scope, photoId.toLowerCase(), rendition);
}

function send(c: Context<AppEnv>, { stream, headers }: PhotoAnswer): Response {
  return c.body(Readable.toWeb(stream) as ReadableStream, 200, headers);
}
