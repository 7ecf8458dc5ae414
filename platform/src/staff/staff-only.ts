import type { Context } from 'hono';
import { every } from 'hono/combine';
import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { ProblemError } from '../http/problem.ts';
import type { AppEnv } from '../http/scope.ts';
import { sameOrigin } from './same-origin.ts';
import { sessionCookieName, staffSessionsOf } from './sessions.ts';

const signedIn = createMiddleware<AppEnv>(async (c, next) => {
  const { scope } = c.var;
  const sessionId = presentedSession(c);
  const staff = sessionId ? await staffSessionsOf(scope).read(sessionId) : null;
  if (!staff) throw new ProblemError('unauthenticated');
  c.set('staffScope', { ...scope, staff });
  await next();
  // What staff see is theirs: no cache on the way keeps it unless the route says how.
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
});

/** Opens the staff scope: a session of this very tenant, of a user who is not disabled, and changes only from our own pages. */
export const staffOnly = every(sameOrigin, signedIn);

/** The session id the browser sent, whatever it is worth. */
export function presentedSession(c: Context<AppEnv>): string | undefined {
  return getCookie(c, sessionCookieName(c.var.scope));
}
