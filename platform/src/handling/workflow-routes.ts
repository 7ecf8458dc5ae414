import { workflowSchema, workflowUsageSchema } from '@meldewerk/contract/workflow';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import { jsonBody } from '../http/json-body.ts';
import { ProblemError } from '../http/problem.ts';
import type { AppEnv } from '../http/scope.ts';
import { saveSettings } from '../save-settings.ts';
import { may } from '../staff/may.ts';
import { staffOnly } from '../staff/staff-only.ts';
import { checkWorkflow } from './check-workflow.ts';
import { countSubStatuses, readWorkflow } from './read-workflow.ts';

const answer = { 200: { description: 'The workflow', content: { 'application/json': { schema: resolver(workflowSchema) } } } };

export const workflow = new Hono<AppEnv>()
  .get('/api/settings/workflow', describeRoute({ tags: ['Settings'], summary: 'What the workshop calls its states, and what customers see', responses: answer }), staffOnly, async (c) =>
    c.json(await readWorkflow(c.var.staffScope)),
  )
  .put('/api/settings/workflow', describeRoute({ tags: ['Settings'], summary: 'Change names, colours, finer states, and what customers see', responses: answer }), staffOnly, may('admin'), jsonBody(workflowSchema), async (c) => {
    const wanted = c.req.valid('json');
    const issues = checkWorkflow(wanted, c.var.language);
    if (issues.length > 0) throw new ProblemError('validationFailed', { issues });
    await saveSettings(c.var.staffScope, { workflow: wanted });
    return c.json(await readWorkflow(c.var.staffScope));
  })
  .get(
    '/api/settings/workflow/usage',
    describeRoute({ tags: ['Settings'], summary: 'How many reports stand in each finer state', responses: { 200: { description: 'Counts', content: { 'application/json': { schema: resolver(workflowUsageSchema) } } } } }),
    staffOnly,
    async (c) => c.json(await countSubStatuses(c.var.staffScope)),
  );
