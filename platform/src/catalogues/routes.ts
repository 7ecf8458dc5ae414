import { catalogueSchema, conditionSchema } from '@meldewerk/contract/catalogue';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as v from 'valibot';
import { params } from '../http/json-body.ts';
import { ProblemError } from '../http/problem.ts';
import type { AppEnv } from '../http/scope.ts';
import { findCatalogue } from './find-catalogue.ts';

const versionParams = v.object({ version: v.pipe(v.string(), v.regex(/^[1-9]\d{0,8}$/), v.transform(Number)) });

export const catalogues = new Hono<AppEnv>().get(
  '/api/catalogues/:version',
  describeRoute({
    tags: ['Site'],
    summary: 'Categories, questions and shots of one published version; never changes',
    responses: { 200: { description: 'The catalogue', content: { 'application/json': { schema: resolver(catalogueSchema, { definitions: { Condition: conditionSchema } }) } } } },
  }),
  params(versionParams),
  async (c) => {
    const catalogue = await findCatalogue(c.var.scope, c.req.valid('param').version);
    if (!catalogue) throw new ProblemError('notFound');
    return c.json(catalogue, 200, { 'cache-control': 'public, max-age=31536000, immutable' });
  },
);
