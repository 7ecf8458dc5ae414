import { Hono } from 'hono';
import { readFileSync } from 'node:fs';
import type { Chargebee } from '../chargebee/open-chargebee.ts';
import type { StripeAccounts } from '../stripe/accounts.ts';
import { hostedPageRoutes } from './hosted-page-routes.ts';
import { portalRoutes } from './portal-routes.ts';

/** The pages that Chargebee shows to a seller's customers, to be mounted where `pagesUrl` leads: `/chargebee/pages`, `/chargebee/portal`. */
export function createChargebeePages(chargebee: Chargebee, stripe: StripeAccounts): Hono {
  return new Hono()
    .use(async (c, next) => {
      // Only the pages' own forms change something.
      const site = c.req.header('sec-fetch-site');
      if (c.req.method !== 'GET' && site !== undefined && site !== 'same-origin' && site !== 'none') return c.text('Forbidden', 403);
      await next();
      c.header('cache-control', 'no-store');
      c.header('x-content-type-options', 'nosniff');
      c.header('referrer-policy', 'no-referrer');
      if (!c.res.headers.has('content-security-policy')) c.header('content-security-policy', "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'");
    })
    .get('/assets/pages.css', (c) => c.body(readFileSync(new URL('./assets/pages.css', import.meta.url)), 200, { 'content-type': 'text/css; charset=utf-8' }))
    .route('/pages/v3', hostedPageRoutes(chargebee, stripe))
    .route('/portal/v2', portalRoutes(chargebee, stripe));
}
