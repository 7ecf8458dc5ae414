import { contentChangesSchema, draftContentSchema } from '@meldewerk/contract/draft-content';
import { idSchema } from '@meldewerk/contract/identifier';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as v from 'valibot';
import { jsonBody, params, query } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { readDraftToken } from './authorize-draft.ts';
import { changeContent } from './change-content.ts';
import { readContent } from './read-content.ts';

const draftParams = v.object({ draftId: idSchema });
const contentAnswer = { 200: { description: 'What stands there now', content: { 'application/json': { schema: resolver(draftContentSchema) } } } };
const secret = { 'cache-control': 'no-store' };

/** What is typed into a draft, for the customer's devices to have in common. */
export const draftContent = new Hono<AppEnv>()
  .get(
    '/api/drafts/:draftId/content',
    describeRoute({ tags: ['Draft'], summary: 'What other devices have changed since', responses: { ...contentAnswer, 204: { description: 'Nothing new since `seen`' } } }),
    params(draftParams),
    query(v.object({ since: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number)), '0'), seen: v.optional(v.pipe(v.string(), v.maxLength(40))) })),
    async (c) => {
      const { since, seen } = c.req.valid('query');
      const content = await readContent(c.var.scope, c.req.valid('param').draftId, readDraftToken(c.req.header('authorization')), { since, seen });
      return content ? c.json(content, 200, secret) : c.body(null, 204, secret);
    },
  )
  .patch(
    '/api/drafts/:draftId/content',
    describeRoute({ tags: ['Draft'], summary: 'Take in what was changed on a device; of two, the one that typed later counts', responses: contentAnswer }),
    params(draftParams),
    async (c, next) => {
      readDraftToken(c.req.header('authorization'));
      await next();
    },
    jsonBody(contentChangesSchema),
    async (c) => c.json(await changeContent(c.var.scope, c.req.valid('param').draftId, readDraftToken(c.req.header('authorization')), c.req.valid('json')), 200, secret),
  );
