import { idSchema } from '@meldewerk/contract/identifier';
import { sendStatusLinkSchema, statusLinkAddressSchema } from '@meldewerk/contract/link-state';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as v from 'valibot';
import { jsonBody, params } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { may } from '../staff/may.ts';
import { staffOnly } from '../staff/staff-only.ts';
import { readStatusLinkAddress, renewStatusLink, sendStatusLink, withdrawStatusLink } from './staff-link.ts';

const ofReport = params(v.object({ reportId: idSchema }));
const address = { 200: { description: 'The address of the status page, and how far the customer is with it', content: { 'application/json': { schema: resolver(statusLinkAddressSchema) } } } };
const internal = { 409: { description: 'It is kept internal' } };
const secret = { 'cache-control': 'no-store' };

/** What staff do with the customer's link to the status page. */
export const staffStatusLinks = new Hono<AppEnv>()
  .get('/api/reports/:reportId/status-link', describeRoute({ tags: ['Status page'], summary: 'The address of the status page, to be passed on by hand', responses: { ...address, ...internal, 410: { description: 'It was taken back' } } }), staffOnly, may('clerk'), ofReport, async (c) =>
    c.json(await readStatusLinkAddress(c.var.staffScope, c.req.valid('param').reportId), 200, secret),
  )
  .post(
    '/api/reports/:reportId/status-link/messages',
    describeRoute({ tags: ['Status page'], summary: 'Send it to the customer; the same id twice is one message', responses: { 202: { description: 'It is on its way' }, ...internal, 422: { description: 'No address for this channel' } } }),
    staffOnly,
    may('clerk'),
    ofReport,
    jsonBody(sendStatusLinkSchema),
    async (c) => {
      await sendStatusLink(c.var.staffScope, c.req.valid('param').reportId, c.req.valid('json'));
      return c.body(null, 202);
    },
  )
  .post('/api/reports/:reportId/status-link/renewal', describeRoute({ tags: ['Status page'], summary: 'A new address; earlier ones stop working', responses: { ...address, ...internal } }), staffOnly, may('clerk'), ofReport, async (c) =>
    c.json(await renewStatusLink(c.var.staffScope, c.req.valid('param').reportId), 200, secret),
  )
  .delete('/api/reports/:reportId/status-link', describeRoute({ tags: ['Status page'], summary: 'Take it back', responses: { 204: { description: 'Taken back, now or before' } } }), staffOnly, may('clerk'), ofReport, async (c) => {
    await withdrawStatusLink(c.var.staffScope, c.req.valid('param').reportId);
    return c.body(null, 204);
  });
