import { createHash } from 'node:crypto';
import { linkTokenSchema } from '@meldewerk/contract/draft';
import { claimedHandoffSchema, handoffClaimSchema, newHandoffSchema } from '@meldewerk/contract/draft-content';
import { idSchema } from '@meldewerk/contract/identifier';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as v from 'valibot';
import { readDraftToken } from '../drafts/authorize-draft.ts';
import { jsonBody, params } from '../http/json-body.ts';
import { ProblemError } from '../http/problem.ts';
import type { AppEnv } from '../http/scope.ts';
import { contentPolicies } from '../http/security-headers.ts';
import { tenantPage } from '../site/tenant-page.ts';
import { claimHandoff, readHandoff } from './claim-handoff.ts';
import { endHandoff } from './end-handoff.ts';
import { openHandoff } from './open-handoff.ts';

const secret = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' };
const found = { description: 'The draft, and what can be signed', content: { 'application/json': { schema: resolver(claimedHandoffSchema) } } };
const gone = { 404: { description: 'No such code' }, 409: { description: 'Another phone has it' }, 410: { description: 'Expired, or ended' } };

/** From a computer to a phone: the phone takes photos and signs in the same draft, and can do nothing else with it. */
export const handoffs = new Hono<AppEnv>()
  .post(
    '/api/drafts/:draftId/handoffs',
    describeRoute({
      tags: ['Draft'],
      summary: 'A way for one phone into this draft, for photos and signatures: an address to be shown as a QR code for ten minutes',
      responses: { 201: { description: 'The way; earlier ones are ended', content: { 'application/json': { schema: resolver(newHandoffSchema) } } } },
    }),
    params(v.object({ draftId: idSchema })),
    async (c) => c.json(await openHandoff(c.var.scope, c.req.valid('param').draftId, readDraftToken(c.req.header('authorization'))), 201, secret),
  )
  .delete(
    '/api/drafts/:draftId/handoffs/:handoffId',
    describeRoute({ tags: ['Draft'], summary: 'Let the phone go, from the computer or from the phone itself', responses: { 204: { description: 'Ended, now or before' } } }),
    params(v.object({ draftId: idSchema, handoffId: idSchema })),
    async (c) => {
      const { draftId, handoffId } = c.req.valid('param');
      await endHandoff(c.var.scope, draftId, handoffId, readDraftToken(c.req.header('authorization')));
      return c.body(null, 204);
    },
  )
  // The page is the same for every token, and opening it claims nothing: a preview robot sees nothing and uses nothing up.
  .get('/h/:token', (c) =>
    c.html(tenantPage(c.var.scope), 200, { ...secret, 'content-security-policy': contentPolicies.page, 'content-language': c.var.spoken, vary: 'Accept-Language' }),
  )
  .post(
    '/api/handoff/claim',
    describeRoute({ tags: ['Draft'], summary: 'The phone comes with the code’s token and gives itself a bearer', responses: { 200: found, ...gone } }),
    async (c, next) => {
      readCode(c.req.header('authorization'));
      await next();
    },
    jsonBody(handoffClaimSchema),
    async (c) => c.json(await claimHandoff(c.var.scope, readCode(c.req.header('authorization')), c.req.valid('json').bearer, c.var.clientAddress), 200, secret),
  )
  .get('/api/handoff', describeRoute({ tags: ['Draft'], summary: 'What the phone can do, with its own bearer', responses: { 200: found, ...gone } }), async (c) =>
    c.json(await readHandoff(c.var.scope, readDraftToken(c.req.header('authorization'))), 200, secret),
  );

/** SHA-256 of the code's token in an `Authorization: Bearer` header; throws unauthenticated when there is none of the right form. */
function readCode(authorization: string | undefined): Buffer {
  const [scheme, token] = (authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !v.is(linkTokenSchema, token)) throw new ProblemError('unauthenticated');
  return createHash('sha256').update(token).digest();
}
