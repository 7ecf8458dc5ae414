import { createMiddleware } from 'hono/factory';
import { originOf } from '../config.ts';
import { ProblemError } from '../http/problem.ts';
import type { AppEnv } from '../http/scope.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Lets what changes something through only from our own pages of this tenant. `same-site` is foreign: a sibling tenant
 * is the same site. Where a browser sends no `Sec-Fetch-Site` (plain http), `Origin` has to be ours.
 */
export const sameOrigin = createMiddleware<AppEnv>(async (c, next) => {
  if (!safeMethods.has(c.req.method)) {
    const { services, tenant } = c.var.scope;
    const site = c.req.header('sec-fetch-site');
    const ours = site === undefined ? c.req.header('origin') === originOf(services.config, tenant.slug) : site === 'same-origin';
    if (!ours) throw new ProblemError('crossSiteRequest');
  }
  await next();
});
