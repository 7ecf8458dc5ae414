import { findAccount } from '@meldewerk/billing/account/find-account';
import { findSession } from '@meldewerk/billing/sign-in/find-session';
import { idSchema } from '@meldewerk/contract/identifier';
import { createMiddleware } from 'hono/factory';
import * as v from 'valibot';
import { ProblemError } from '../http/problem.ts';
import { limit, takeFrom } from '../http/rate-limit.ts';
import type { AppEnv } from '../http/scope.ts';
import { sessionCookie } from '../http/token-session.ts';

// Far more than a person needs: what is refused is noted, and nobody fills the table.
const requests = limit('billing-by-holder', 2000, 1);

/** Lets through who is signed in with an accounting e-mail. */
export const holderOnly = createMiddleware<AppEnv>(async (c, next) => {
  const { services, billing } = c.var;
  const token = sessionCookie(c, 'billing').read();
  const email = token === undefined ? null : await findSession(billing, token);
  if (email === null) throw new ProblemError('unauthenticated');
  await takeFrom(services, requests, email);
  c.set('holderScope', { services, billing, email });
  await next();
});

/** Opens the account of the workshop in the path, if the session's address pays for it now. Behind `holderOnly`. */
export const accountOnly = createMiddleware<AppEnv>(async (c, next) => {
  const id = v.safeParse(idSchema, c.req.param('tenantId'));
  if (!id.success) throw new ProblemError('notFound');
  const { billing, email } = c.var.holderScope;
  c.set('accountScope', { ...c.var.holderScope, account: await findAccount(billing, email, id.output) });
  c.header('cache-control', 'private, no-store');
  await next();
});
