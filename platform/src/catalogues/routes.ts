import { catalogueSchema, conditionSchema } from '@meldewerk/contract/catalogue';
import { languageSchema } from '@meldewerk/contract/language';
import { inLanguage } from '@meldewerk/catalogue/in-language';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as v from 'valibot';
import { params, query } from '../http/json-body.ts';
import { ProblemError } from '../http/problem.ts';
import type { AppEnv } from '../http/scope.ts';
import { findCatalogue } from './find-catalogue.ts';

const languageQuery = v.object({ language: v.optional(languageSchema) });
const versionParams = v.object({ version: v.pipe(v.string(), v.regex(/^[1-9]\d{0,8}$/), v.transform(Number)) });

export const catalogues = new Hono<AppEnv>().get(
  '/api/catalogues/:version',
  describeRoute({
    tags: ['Site'],
    summary: 'Categories, questions and shots of one published version, with `language` for its speakers alone (beside German and English); never changes',
    responses: { 200: { description: 'The catalogue', content: { 'application/json': { schema: resolver(catalogueSchema, { definitions: { Condition: conditionSchema } }) } } } },
  }),
  params(versionParams),
  query(languageQuery),
  async (c) => {
    const catalogue = await findCatalogue(c.var.scope, c.req.valid('param').version);
    if (!catalogue) throw new ProblemError('notFound');
    const { language } = c.req.valid('query');
    return c.json(language ? inLanguage(catalogue, language) : catalogue, 200, { 'cache-control': 'public, max-age=31536000, immutable' });
  },
);
