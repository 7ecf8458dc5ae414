import { confirmEmail } from '@meldewerk/billing/account/change-email';
import { openSession, type OpenedSession } from '@meldewerk/billing/sign-in/open-session';
import { describeSession, endSession } from '@meldewerk/billing/sign-in/find-session';
import { findSignInEmail } from '@meldewerk/billing/sign-in/find-sign-in-email';
import { requestSignIn } from '@meldewerk/billing/sign-in/request-sign-in';
import { billingSessionRequestSchema, billingSessionSchema, billingSignInRequestSchema, billingSignInSchema, emailConfirmationSchema } from '@meldewerk/contract/billing';
import { Hono, type Context } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import { jsonBody } from '../http/json-body.ts';
import { addressKey, limit, takeAll, takeFrom } from '../http/rate-limit.ts';
import type { AppEnv } from '../http/scope.ts';
import { sessionCookie } from '../http/token-session.ts';
import { billingOn } from './billing-on.ts';
import { holderOnly } from './holder-only.ts';

const askedByAddress = limit('billing-sign-in-by-address', 10, 60);
const askedByEmail = limit('billing-sign-in-by-email', 5, 180);
const proofsByAddress = limit('billing-proof-by-address', 20, 30);
// Each sign-in takes few wrong codes, and each address few sign-ins; guessing from many places at once for months would still add up. Links are not counted.
const codesByEmail = limit('billing-code-by-email', 20, 1800);

const tags = ['Billing'];
const session = { 200: { description: 'Who is signed in, and the workshops the address pays for', content: { 'application/json': { schema: resolver(billingSessionSchema) } } } };

/** Signing in to the billing portal with the accounting e-mail: by a link or a code in a mail. */
export const billingSignInRoutes = new Hono<AppEnv>()
  .use('/api/billing/*', billingOn)
  .post(
    '/api/billing/sign-ins',
    describeRoute({ tags, summary: 'Order a sign-in link and code; the answer is the same whether or not anybody pays with this address', responses: { 202: { description: 'A mail goes out if there is such an account', content: { 'application/json': { schema: resolver(billingSignInSchema) } } } } }),
    jsonBody(billingSignInRequestSchema),
    async (c) => {
      const { email } = c.req.valid('json');
      await takeAll(c.var.services, [askedByAddress, addressKey(c.var.clientAddress)], [askedByEmail, email]);
      return c.json(await requestSignIn(c.var.billing, email), 202);
    },
  )
  .post(
    '/api/billing/sessions',
    describeRoute({ tags, summary: 'Sign in with the link or the code', responses: { ...session, 401: { description: 'The code does not match, or no longer' }, 410: { description: 'The link was used, has expired or never existed' } } }),
    jsonBody(billingSessionRequestSchema),
    async (c) => {
      const proof = c.req.valid('json');
      await takeFrom(c.var.services, proofsByAddress, addressKey(c.var.clientAddress));
      if ('signInId' in proof) await takeFrom(c.var.services, codesByEmail, (await findSignInEmail(c.var.billing, proof.signInId)) ?? proof.signInId);
      return signedIn(c, await openSession(c.var.billing, proof));
    },
  )
  .get('/api/billing/sessions/current', describeRoute({ tags, summary: 'Who is signed in', responses: session }), holderOnly, async (c) =>
    c.json(await describeSession(c.var.billing, c.var.holderScope.email), 200, { 'cache-control': 'private, no-store' }),
  )
  .delete('/api/billing/sessions/current', describeRoute({ tags, summary: 'Sign out', responses: { 204: { description: 'Signed out, now or before' } } }), async (c) => {
    const cookie = sessionCookie(c, 'billing');
    const token = cookie.read();
    if (token !== undefined) await endSession(c.var.billing, token);
    cookie.clear();
    return c.body(null, 204);
  })
  .post(
    '/api/billing/email-confirmations',
    describeRoute({ tags, summary: 'Confirm a new accounting e-mail with the link sent to it, and sign in with it', responses: { ...session, 410: { description: 'The link was used, has expired or never existed' } } }),
    jsonBody(emailConfirmationSchema),
    async (c) => {
      await takeFrom(c.var.services, proofsByAddress, addressKey(c.var.clientAddress));
      return signedIn(c, await confirmEmail(c.var.billing, c.req.valid('json').token));
    },
  );

/** The session the browser had before ends. */
async function signedIn(c: Context<AppEnv>, { token, email }: OpenedSession): Promise<Response> {
  const cookie = sessionCookie(c, 'billing');
  const before = cookie.read();
  if (before !== undefined) await endSession(c.var.billing, before);
  cookie.write(token);
  return c.json(await describeSession(c.var.billing, email), 200, { 'cache-control': 'private, no-store' });
}
