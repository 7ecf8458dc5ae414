import { createMiddleware } from 'hono/factory';
import { isHost, sameOriginOn } from '../http/on-host.ts';
import { ProblemError } from '../http/problem.ts';
import type { AppEnv } from '../http/scope.ts';

/** The billing portal's own host, of an installation that bills. What changes something comes from its own pages only. */
export const billingOn = createMiddleware<AppEnv>(async (c, next) => {
  const { billing } = c.var.services;
  if (!billing || !isHost(c, 'billing')) throw new ProblemError('notFound');
  c.set('billing', billing);
  return sameOriginOn('billing')(c, next);
});
