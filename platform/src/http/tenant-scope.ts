import { readHost } from '@meldewerk/tenants/read-host';
import { createMiddleware } from 'hono/factory';
import { ProblemError } from './problem.ts';
import type { AppEnv } from './scope.ts';

/** Finds the tenant of the host and opens the scope every route below works in. */
export const tenantScope = createMiddleware<AppEnv>(async (c, next) => {
  const { services, language, spoken, requestId, host } = c.var;
  const meaning = readHost(host, services.config.http.baseDomain);
  const tenant = meaning.kind === 'label' ? await services.findTenant(meaning.label) : null;
  if (!tenant) throw new ProblemError('tenantNotFound');
  if (tenant.suspendedAt) throw new ProblemError('tenantSuspended');
  c.set('scope', { services, tenant, language, spoken, requestId });
  await next();
});
