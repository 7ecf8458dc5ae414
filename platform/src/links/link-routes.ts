import { linkProgressSchema, linkSchema } from '@meldewerk/contract/preparation';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import { jsonBody } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { contentPolicies } from '../http/security-headers.ts';
import { tenantPage } from '../site/tenant-page.ts';
import { noteProgress, openLink } from './follow-link.ts';
import { readLinkToken } from './link-token.ts';
import { readLink } from './read-link.ts';
import { renewExpiredLink } from './renew-expired-link.ts';

const gone = { 404: { description: 'No such link' }, 410: { description: 'Expired, withdrawn, or replaced by a newer one' } };
const secret = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' };

/** What a customer does with an individual link. Only our own page asks here: no other website may. */
export const links = new Hono<AppEnv>()
  // The page is the same for every token: what the link is worth, the page asks for by itself. A preview robot sees nothing.
  .get('/m/:token', (c) =>
    c.html(tenantPage(c.var.scope), 200, { ...secret, 'content-security-policy': contentPolicies.page, 'content-language': c.var.spoken, vary: 'Accept-Language' }),
  )
  .get(
    '/api/link',
    describeRoute({
      tags: ['Link'],
      summary: 'What an individual link opens; the token is the bearer',
      responses: { 200: { description: 'The prepared report', content: { 'application/json': { schema: resolver(linkSchema) } } }, ...gone },
    }),
    async (c) => c.json(await readLink(c.var.scope, readLinkToken(c.req.header('authorization')), c.var.clientAddress), 200, secret),
  )
  .post(
    '/api/link/opening',
    describeRoute({ tags: ['Link'], summary: 'The customer has opened it', responses: { 204: { description: 'Noted, now or before' }, ...gone } }),
    async (c) => {
      await openLink(c.var.scope, readLinkToken(c.req.header('authorization')), c.var.clientAddress);
      return c.body(null, 204);
    },
  )
  .put(
    '/api/link/progress',
    describeRoute({ tags: ['Link'], summary: 'Where the customer is', responses: { 204: { description: 'Noted' }, ...gone } }),
    async (c, next) => {
      readLinkToken(c.req.header('authorization'));
      await next();
    },
    jsonBody(linkProgressSchema),
    async (c) => {
      await noteProgress(c.var.scope, readLinkToken(c.req.header('authorization')), c.var.clientAddress, c.req.valid('json').step);
      return c.body(null, 204);
    },
  )
  .post(
    '/api/link/renewal',
    describeRoute({
      tags: ['Link'],
      summary: 'Have a new link sent in place of an expired one, to the address the workshop has',
      responses: { 202: { description: 'It is on its way, unless the link still works' }, 409: { description: 'Already sent' }, ...gone },
    }),
    async (c) => {
      await renewExpiredLink(c.var.scope, readLinkToken(c.req.header('authorization')), c.var.clientAddress);
      return c.body(null, 202);
    },
  );
