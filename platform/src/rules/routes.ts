import { ruleListSchema, rulePreviewInputSchema, rulePreviewSchema, ruleViewSchema } from '@meldewerk/contract/rule';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import { jsonBody } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { may } from '../staff/may.ts';
import { staffOnly } from '../staff/staff-only.ts';
import { previewRule } from './preview-rule.ts';
import { saveRules, viewRules } from './save-rules.ts';

const answer = { 200: { description: 'The rules', content: { 'application/json': { schema: resolver(ruleViewSchema) } } } };

export const rules = new Hono<AppEnv>()
  .get('/api/settings/rules', describeRoute({ tags: ['Settings'], summary: 'What is sent by itself when a report reaches a status or stays in one', responses: answer }), staffOnly, async (c) => c.json(await viewRules(c.var.staffScope)))
  .put('/api/settings/rules', describeRoute({ tags: ['Settings'], summary: 'Change the rules', responses: answer }), staffOnly, may('admin'), jsonBody(ruleListSchema), async (c) => {
    await saveRules(c.var.staffScope, c.req.valid('json').rules);
    return c.json(await viewRules(c.var.staffScope));
  })
  .post(
    '/api/settings/rules/preview',
    describeRoute({ tags: ['Settings'], summary: 'What a rule would send, to the letter', responses: { 200: { description: 'The messages', content: { 'application/json': { schema: resolver(rulePreviewSchema) } } } } }),
    staffOnly,
    jsonBody(rulePreviewInputSchema),
    (c) => {
      const { rule, language } = c.req.valid('json');
      return c.json(previewRule(c.var.staffScope, rule, language));
    },
  );
