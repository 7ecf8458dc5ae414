import { languages, type Language } from '@meldewerk/contract/language';
import { staffLanguageFor } from '@meldewerk/contract/text-in';
import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import type { Services } from '../services.ts';
import { ProblemError } from './problem.ts';
import type { AppEnv } from './scope.ts';

/** Gives every request its id, language, peer and host, and writes its one log line. */
export function requestContext(services: Services) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const startedAt = performance.now();
    const requestId = services.newId();
    const peer = c.env?.incoming?.socket.remoteAddress ?? '';
    const proxied = services.config.http.trustedProxies.includes(peer.replace(/^::ffff:/, ''));
    c.set('services', services);
    c.set('requestId', requestId);
    const spoken = preferredLanguage(c.req.header('accept-language'));
    c.set('spoken', spoken);
    c.set('language', staffLanguageFor(spoken));
    c.set('clientAddress', (proxied && lastOf(c.req.header('x-forwarded-for'))) || peer);
    c.set('host', (proxied && lastOf(c.req.header('x-forwarded-host'))) || (c.req.header('host') ?? new URL(c.req.url).host));
    c.header('x-request-id', requestId);
    if (namesTwoHosts(c.env?.incoming?.rawHeaders)) throw new ProblemError('malformedRequest');

    await next();

    const scope = c.get('scope') as AppEnv['Variables']['scope'] | undefined;
    services.log.info(
      {
        requestId,
        method: c.req.method,
        // The pattern, not the path: paths carry ids and may carry tokens.
        route: routePath(c, -1),
        status: c.res.status,
        durationMs: Math.round(performance.now() - startedAt),
        ...(scope && { tenantId: scope.tenant.id }),
      },
      'request',
    );
  });
}

/** First language of the header that the product speaks; German otherwise. */
export function preferredLanguage(header: string | undefined): Language {
  for (const part of (header ?? '').split(',')) {
    const primary = part.trim().slice(0, 2).toLowerCase();
    const match = languages.find((language) => language === primary);
    if (match) return match;
  }
  return 'de';
}

/** The entry the nearest proxy wrote; those before it are the client's own word. */
function lastOf(header: string | undefined): string | undefined {
  return header?.split(',').at(-1)?.trim();
}

function namesTwoHosts(rawHeaders: string[] | undefined): boolean {
  return (rawHeaders ?? []).filter((entry, index) => index % 2 === 0 && entry.toLowerCase() === 'host').length > 1;
}
