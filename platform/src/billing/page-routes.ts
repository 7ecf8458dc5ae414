import { Hono, type Context } from 'hono';
import { originOf } from '../config.ts';
import { isHost, type OwnHost } from '../http/on-host.ts';
import { ProblemError } from '../http/problem.ts';
import type { AppEnv } from '../http/scope.ts';
import { contentPolicies } from '../http/security-headers.ts';
import { sendFile } from '../http/static-files.ts';
import { bundles } from '../site/bundles.ts';
import { withStripeStandIn } from './stripe-stand-in.ts';

const pages = { billing: { file: 'index.html', policy: contentPolicies.billing }, operator: { file: 'operator.html', policy: contentPolicies.operator } };

/** The billing portal on `billing.DOMAIN` and the operator's console on `operator.DOMAIN`: one page each, whatever the path. */
export const ownHostPages = new Hono<AppEnv>()
  .get('/assets/:path{.+}', async (c, next) => {
    if (!ownHostOf(c)) return next();
    const file = bundles.billing().get(`assets/${c.req.param('path')}`);
    if (!file) throw new ProblemError('notFound');
    return sendFile(c.req.raw, file, { immutable: true });
  })
  .get('/*', async (c, next) => {
    const host = ownHostOf(c);
    if (!host || /^\/(api|files)\//.test(c.req.path)) return next();
    const file = bundles.billing().get(pages[host].file);
    if (!file) throw new ProblemError('notFound');
    const page = { file, policy: pages[host].policy };
    const { config, billing } = c.var.services;
    const simulated = host === 'billing' && billing?.config.stripe?.baseUrl !== undefined;
    const shown = simulated ? withStripeStandIn(page, originOf(config, 'simulators')) : page;
    return sendFile(c.req.raw, shown.file, { immutable: false, headers: { 'content-security-policy': shown.policy } });
  });

function ownHostOf(c: Context<AppEnv>): OwnHost | null {
  return isHost(c, 'billing') ? 'billing' : isHost(c, 'operator') ? 'operator' : null;
}
