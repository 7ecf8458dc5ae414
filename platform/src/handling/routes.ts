import { changeHandlingSchema, colleagueListSchema, handlingSchema, tagListSchema } from '@meldewerk/contract/handling';
import { idSchema } from '@meldewerk/contract/identifier';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as v from 'valibot';
import { jsonBody, params } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { may } from '../staff/may.ts';
import { staffOnly } from '../staff/staff-only.ts';
import { changeHandling } from './change-handling.ts';
import { listColleagues } from './list-colleagues.ts';
import { suggestTags } from './suggest-tags.ts';

export const handling = new Hono<AppEnv>()
  .patch(
    '/api/reports/:reportId/handling',
    describeRoute({
      tags: ['Handling'],
      summary: 'Change status, who has it, what comes next',
      responses: {
        200: { description: 'How it is handled now', content: { 'application/json': { schema: resolver(handlingSchema) } } },
        409: { description: 'Somebody else changed one of the fields meanwhile; the issues name them' },
      },
    }),
    staffOnly,
    may('clerk'),
    params(v.object({ reportId: idSchema })),
    jsonBody(changeHandlingSchema),
    async (c) => c.json(await changeHandling(c.var.staffScope, c.req.valid('param').reportId, c.req.valid('json'))),
  )
  .get(
    '/api/colleagues',
    describeRoute({ tags: ['Handling'], summary: 'Who works at this workshop', responses: { 200: { description: 'By name', content: { 'application/json': { schema: resolver(colleagueListSchema) } } } } }),
    staffOnly,
    async (c) => c.json({ colleagues: await listColleagues(c.var.staffScope) }),
  )
  .get(
    '/api/tags',
    describeRoute({ tags: ['Handling'], summary: 'Tags in use, the most used first', responses: { 200: { description: 'To suggest', content: { 'application/json': { schema: resolver(tagListSchema) } } } } }),
    staffOnly,
    async (c) => c.json({ tags: await suggestTags(c.var.staffScope) }),
  );
