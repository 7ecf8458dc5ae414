import { draftSchema } from '@meldewerk/contract/draft';
import { idSchema } from '@meldewerk/contract/identifier';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as v from 'valibot';
import { params } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { readDraftToken } from './authorize-draft.ts';
import { openDraft } from './open-draft.ts';
import { readDraft } from './read-draft.ts';

const draftParams = v.object({ draftId: idSchema });
const draftAnswer = { 200: { description: 'The draft', content: { 'application/json': { schema: resolver(draftSchema) } } } };

export const drafts = new Hono<AppEnv>()
  .put(
    '/api/drafts/:draftId',
    describeRoute({ tags: ['Draft'], summary: 'Open a draft under an id and token made on the device', responses: draftAnswer }),
    params(draftParams),
    async (c) => {
      const { draftId } = c.req.valid('param');
      return c.json(await openDraft(c.var.scope, draftId, readDraftToken(c.req.header('authorization')), c.var.clientAddress));
    },
  )
  .get(
    '/api/drafts/:draftId',
    describeRoute({ tags: ['Draft'], summary: 'State of a draft and its photos', responses: draftAnswer }),
    params(draftParams),
    async (c) => c.json(await readDraft(c.var.scope, c.req.valid('param').draftId, readDraftToken(c.req.header('authorization')))),
  );
