import { embeddingChangeSchema, embeddingViewSchema, type EmbeddingView } from '@meldewerk/contract/embedding';
import { languageSchema } from '@meldewerk/contract/language';
import { colorSchema } from '@meldewerk/contract/tenant';
import { findTenantById } from '@meldewerk/tenants/find';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { describeRoute, resolver } from 'hono-openapi';
import * as v from 'valibot';
import { originOf } from '../config.ts';
import { jsonBody, query } from '../http/json-body.ts';
import type { AppEnv, Scope } from '../http/scope.ts';
import { contentPolicies } from '../http/security-headers.ts';
import { saveSettings } from '../save-settings.ts';
import { may } from '../staff/may.ts';
import { staffOnly } from '../staff/staff-only.ts';

const answer = { 200: { description: 'The settings', content: { 'application/json': { schema: resolver(embeddingViewSchema) } } } };
const previewSchema = v.object({ lang: v.optional(languageSchema, 'de'), brand: v.optional(colorSchema) });

/** How the widget looks on other websites, which of them may show it, and a page that shows it to staff as it would look. */
export const embedding = new Hono<AppEnv>()
  .get('/api/settings/embedding', describeRoute({ tags: ['Settings'], summary: 'How the widget looks on other websites', responses: answer }), staffOnly, async (c) => c.json(await viewEmbedding(c.var.scope)))
  .put('/api/settings/embedding', describeRoute({ tags: ['Settings'], summary: 'Change how the widget looks, and which websites may show it', responses: answer }), staffOnly, may('admin'), jsonBody(embeddingChangeSchema), async (c) => {
    await saveSettings(c.var.scope, c.req.valid('json'));
    return c.json(await viewEmbedding(c.var.scope));
  })
  .get('/embedding-preview', query(previewSchema), (c) => {
    const { lang, brand } = c.req.valid('query');
    const style = brand ? `/embedding-preview.css?brand=${encodeURIComponent(brand)}` : '/embedding-preview.css';
    return c.html(previewPage(lang, style), 200, { 'content-security-policy': contentPolicies.preview });
  })
  .get('/embedding-preview.css', query(previewSchema), (c) => {
    const { brand } = c.req.valid('query');
    return c.body(`body { margin: 0; padding: 12px; background: #f4f6f8 }\ndamage-report { display: block; min-height: 100vh${brand ? `; --meldewerk-brand: ${brand}` : ''} }\n`, 200, { 'content-type': 'text/css; charset=utf-8' });
  });

/** As it is kept now, past the tenant cache. */
async function viewEmbedding({ tenant, services }: Scope): Promise<EmbeddingView> {
  const kept = await findTenantById(services.db, tenant.id);
  if (!kept) throw new Error('the tenant of a request exists');
  const { widgetOrigins, colors, logo, name, languages } = kept.settings;
  const origin = originOf(services.config, tenant.slug);
  return { settings: { widgetOrigins, colors }, name, languages, logoUrl: logo ? `${origin}/logo` : null, pageUrl: `${origin}/` };
}

function previewPage(language: string, style: string) {
  return html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>Vorschau</title>
    <link rel="stylesheet" href="${style}">
    <script type="module" src="/widget.js"></script>
  </head>
  <body><damage-report lang="${language}"></damage-report></body>
</html>`;
}
