import { statusAccessSchema, statusDoorSchema, statusPageSchema, unlockSchema } from '@meldewerk/contract/status-page';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import { jsonBody } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { contentPolicies } from '../http/security-headers.ts';
import { tenantPage } from '../site/tenant-page.ts';
import { findDoor } from './find-door.ts';
import { readStatusPage } from './read-status-page.ts';
import { customerOnly } from './status-access.ts';
import { readStatusToken } from './status-link.ts';
import { unlockStatusPage } from './unlock.ts';

const gone = { 404: { description: 'No such link' }, 410: { description: 'Withdrawn, replaced by a newer one, or over' } };
const secret = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' };

/** What a customer sees of the report after sending it, by link and second factor. Only our own page asks here. */
export const statusPages = new Hono<AppEnv>()
  .get('/s/:token', (c) =>
    c.html(tenantPage(c.var.scope, 'status'), 200, { ...secret, 'content-security-policy': contentPolicies.page, 'content-language': c.var.spoken, vary: 'Accept-Language' }),
  )
  .get(
    '/api/status/door',
    describeRoute({ tags: ['Status page'], summary: 'Whether a link leads anywhere; the token is the bearer', responses: { 200: { description: 'Nothing personal', content: { 'application/json': { schema: resolver(statusDoorSchema) } } }, ...gone } }),
    async (c) => {
      const { report } = await findDoor(c.var.scope, readStatusToken(c.req.header('authorization')), c.var.clientAddress);
      return c.json({ workshopName: c.var.scope.tenant.settings.name, language: report.language }, 200, secret);
    },
  )
  .post(
    '/api/status/unlocking',
    describeRoute({
      tags: ['Status page'],
      summary: 'The second factor: plate or last name; the token is the bearer',
      responses: { 200: { description: 'The access that everything else here wants', content: { 'application/json': { schema: resolver(statusAccessSchema) } } }, 401: { description: 'Neither is right' }, ...gone },
    }),
    async (c, next) => {
      readStatusToken(c.req.header('authorization'));
      await next();
    },
    jsonBody(unlockSchema),
    async (c) => c.json(await unlockStatusPage(c.var.scope, readStatusToken(c.req.header('authorization')), c.req.valid('json').answer, c.var.clientAddress), 200, secret),
  )
  .get(
    '/api/status',
    describeRoute({ tags: ['Status page'], summary: 'What the customer sees of the report', responses: { 200: { description: 'The report', content: { 'application/json': { schema: resolver(statusPageSchema) } } }, ...gone } }),
    customerOnly,
    async (c) => c.json(await readStatusPage(c.var.customerScope)),
  );
