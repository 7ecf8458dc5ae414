import { siteSchema } from '@meldewerk/contract/tenant';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import { originOf } from '../config.ts';
import { ProblemError } from '../http/problem.ts';
import type { AppEnv } from '../http/scope.ts';
import { contentPolicies } from '../http/security-headers.ts';
import { sendFile } from '../http/static-files.ts';
import { allowsWidgetOn } from '../http/widget-cors.ts';
import { bundles } from './bundles.ts';
import { describeSite } from './describe-site.ts';
import { tenantPage } from './tenant-page.ts';
import { refusingScript, widgetScript } from './widget-script.ts';

/** For files that other websites load: readable from anywhere, and nothing but files. */
const forEverybody = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };

export const site = new Hono<AppEnv>()
  .get('/', (c) => c.html(tenantPage(c.var.scope), 200, { 'content-security-policy': contentPolicies.page, 'content-language': c.var.spoken, vary: 'Accept-Language' }))
  .get(
    '/api/site',
    describeRoute({
      tags: ['Site'],
      summary: 'What the page and the widget show of the workshop',
      responses: { 200: { description: 'The workshop', content: { 'application/json': { schema: resolver(siteSchema) } } } },
    }),
    async (c) => c.json(await describeSite(c.var.scope), 200, { 'cache-control': 'public, max-age=60' }),
  )
  .get('/logo', (c) => {
    const { logo } = c.var.scope.tenant.settings;
    if (!logo) throw new ProblemError('notFound');
    return new Response(Buffer.from(logo.base64, 'base64'), { headers: { 'content-type': logo.mediaType, 'cache-control': 'public, max-age=300', ...forEverybody } });
  })
  .get('/widget.js', async (c) => {
    const { scope } = c.var;
    const { widgetOrigins } = scope.tenant.settings;
    // A script of another site is asked for with its origin.
    const origin = c.req.header('origin');
    const isAllowed = allowsWidgetOn(widgetOrigins, origin) || origin === originOf(scope.services.config, scope.tenant.slug);
    const file = await (isAllowed ? widgetScript(scope) : refusingScript(scope));
    return sendFile(c.req.raw, file, { immutable: false, headers: { ...forEverybody, vary: widgetOrigins ? 'Accept-Encoding, Origin' : 'Accept-Encoding' } });
  })
  // For our own pages alone: asked for anew each time, so that a new version is never kept waiting by a cache.
  .get('/service-worker.js', (c) => send(c.req.raw, bundles.widget(), 'service-worker.js', { immutable: false, headers: { 'content-security-policy': contentPolicies.serviceWorker } }))
  .get('/widget/:path{.+}', (c) => send(c.req.raw, bundles.widget(), c.req.param('path'), { immutable: true, headers: { ...forEverybody, 'content-security-policy': contentPolicies.script } }))
  .get('/portal/assets/:path{.+}', (c) => send(c.req.raw, bundles.portal(), `assets/${c.req.param('path')}`, { immutable: true }))
  .on('GET', ['/portal', '/portal/*'], (c) =>
    send(c.req.raw, bundles.portal(), 'index.html', { immutable: false, headers: { 'content-security-policy': contentPolicies.portal } }),
  );

function send(request: Request, folder: ReturnType<typeof bundles.widget>, path: string, options: Parameters<typeof sendFile>[2]): Response {
  const file = folder.get(path);
  if (!file) throw new ProblemError('notFound');
  return sendFile(request, file, options);
}
