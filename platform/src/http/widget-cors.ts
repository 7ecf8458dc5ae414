import { createMiddleware } from 'hono/factory';
import type { AppEnv } from './scope.ts';

const requestHeaders = 'authorization, content-type, accept-language, idempotency-key, tus-resumable, upload-length, upload-metadata, upload-offset, x-http-method-override';
const responseHeaders = 'location, tus-resumable, tus-version, tus-extension, tus-max-size, upload-offset, upload-length, upload-expires, upload-metadata, x-request-id, retry-after';

/** Whether a page of `origin` may show this workshop's widget; requests without an origin come from its own page. */
export function allowsWidgetOn(allowed: string[] | null, origin: string | undefined): boolean {
  return allowed === null || origin === undefined || allowed.includes(origin);
}

/**
 * Lets the websites a tenant allows (or all, when it names none) call the widget's API; never with cookies. Preflights
 * are answered here, so that a slow peer cannot keep them waiting.
 */
export const widgetCors = createMiddleware<AppEnv>(async (c, next) => {
  const origin = c.req.header('origin');
  const allowed = c.var.scope.tenant.settings.widgetOrigins;
  const permitted = origin !== undefined && allowsWidgetOn(allowed, origin);

  if (c.req.method === 'OPTIONS' && c.req.header('access-control-request-method')) {
    const headers = new Headers({ vary: 'Origin', 'cross-origin-resource-policy': 'cross-origin' });
    if (permitted) {
      headers.set('access-control-allow-origin', allowed === null ? '*' : origin);
      headers.set('access-control-allow-methods', 'GET, HEAD, POST, PUT, PATCH, DELETE');
      headers.set('access-control-allow-headers', requestHeaders);
      headers.set('access-control-max-age', '7200');
    }
    return new Response(null, { status: 204, headers });
  }

  await next();
  const headers = c.res.headers;
  // Drop what a library below may have set: this file alone decides.
  for (const name of Array.from(headers.keys())) if (name.startsWith('access-control-')) headers.delete(name);
  headers.append('vary', 'Origin');
  headers.set('cross-origin-resource-policy', 'cross-origin');
  if (permitted) {
    headers.set('access-control-allow-origin', allowed === null ? '*' : origin);
    headers.set('access-control-expose-headers', responseHeaders);
  }
});
