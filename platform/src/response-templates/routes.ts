import { idSchema } from '@meldewerk/contract/identifier';
import { filledTemplateListSchema, responseTemplateListSchema, responseTemplateSchema, templateInputSchema } from '@meldewerk/contract/response-template';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as v from 'valibot';
import { jsonBody, params } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { may } from '../staff/may.ts';
import { staffOnly } from '../staff/staff-only.ts';
import { fillTemplates } from './fill-templates.ts';
import { listTemplates } from './list-templates.ts';
import { removeTemplate } from './remove-template.ts';
import { saveTemplate } from './save-template.ts';

const templateParams = v.object({ templateId: idSchema });

/** Words a workshop keeps for answering its customers. */
export const templateRoutes = new Hono<AppEnv>()
  .get(
    '/api/response-templates',
    describeRoute({ tags: ['Messages'], summary: 'Templates as the workshop wrote them', responses: { 200: { description: 'By title', content: { 'application/json': { schema: resolver(responseTemplateListSchema) } } } } }),
    staffOnly,
    async (c) => c.json({ templates: await listTemplates(c.var.staffScope) }),
  )
  .get(
    '/api/reports/:reportId/response-templates',
    describeRoute({ tags: ['Messages'], summary: 'Templates filled from a report', responses: { 200: { description: 'By title, with what the report does not say', content: { 'application/json': { schema: resolver(filledTemplateListSchema) } } } } }),
    staffOnly,
    params(v.object({ reportId: idSchema })),
    async (c) => c.json({ templates: await fillTemplates(c.var.staffScope, c.req.valid('param').reportId) }),
  )
  .put(
    '/api/response-templates/:templateId',
    describeRoute({ tags: ['Messages'], summary: 'Save a template, new or changed', responses: { 200: { description: 'As it stands', content: { 'application/json': { schema: resolver(responseTemplateSchema) } } } } }),
    staffOnly,
    may('clerk'),
    params(templateParams),
    jsonBody(templateInputSchema),
    async (c) => c.json(await saveTemplate(c.var.staffScope, c.req.valid('param').templateId, c.req.valid('json'))),
  )
  .delete(
    '/api/response-templates/:templateId',
    describeRoute({ tags: ['Messages'], summary: 'Take a template away', responses: { 204: { description: 'Gone, now or before' } } }),
    staffOnly,
    may('clerk'),
    params(templateParams),
    async (c) => {
      await removeTemplate(c.var.staffScope, c.req.valid('param').templateId);
      return c.body(null, 204);
    },
  );
