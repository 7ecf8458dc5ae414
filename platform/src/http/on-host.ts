import { readHost } from '@meldewerk/tenants/read-host';
import { createMiddleware } from 'hono/factory';
import { originOf } from '../config.ts';
import { ProblemError } from './problem.ts';
import type { AppEnv } from './scope.ts';

/** Hosts of the installation's own that are no tenants. */
export type OwnHost = 'billing' | 'operator';

export function isHost(c: { var: Pick<AppEnv['Variables'], 'host' | 'services'> }, label: OwnHost): boolean {
  const meaning = readHost(c.var.host, c.var.services.config.http.baseDomain);
  return meaning.kind === 'label' && meaning.label === label;
}

/** Lets a request through on this host alone: a workshop's own address has none of what is behind it. */
export function onHost(label: OwnHost) {
  return createMiddleware<AppEnv>(async (c, next) => {
    if (!isHost(c, label)) throw new ProblemError('notFound');
    await next();
  });
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Lets what changes something through only from our own pages of this host. Where a browser sends no `Sec-Fetch-Site` (plain http), `Origin` has to be ours. */
export function sameOriginOn(label: OwnHost) {
  return createMiddleware<AppEnv>(async (c, next) => {
    if (!safeMethods.has(c.req.method)) {
      const site = c.req.header('sec-fetch-site');
      const ours = site === undefined ? c.req.header('origin') === originOf(c.var.services.config, label) : site === 'same-origin';
      if (!ours) throw new ProblemError('crossSiteRequest');
    }
    await next();
  });
}
