import { Hono } from 'hono';
import { readFileSync } from 'node:fs';

/**
 * A car dealer's own website on another origin, with the widget embedded the way its owner would do it.
 * `widgetOrigin` is the workshop's host, e.g. `http://karosserie-muster.localhost:3000`.
 */
export function createForeignWebsite({ widgetOrigin }: { widgetOrigin: string }): Hono {
  const origin = new URL(widgetOrigin).origin;
  return new Hono()
    .use(async (c, next) => {
      await next();
      c.header('content-security-policy', policyFor(origin));
      c.header('x-content-type-options', 'nosniff');
      c.header('referrer-policy', 'strict-origin-when-cross-origin');
    })
    .get('/', (c) => c.html(readAsset('website.html').replaceAll('{{widgetOrigin}}', origin)))
    .get('/website.css', (c) => c.body(readAsset('website.css'), 200, { 'content-type': 'text/css; charset=utf-8' }))
    .get('/car.svg', (c) => c.body(readAsset('car.svg'), 200, { 'content-type': 'image/svg+xml' }));
}

/** As strict as such a site can be: what the widget needs is its own origin, and the photos it shows before they are sent. */
function policyFor(origin: string): string {
  return [
    "default-src 'none'",
    `script-src ${origin}`,
    "style-src 'self'",
    `img-src 'self' blob: data: ${origin}`,
    `connect-src ${origin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function readAsset(name: string): string {
  return readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8');
}
