import { Hono } from 'hono';
import { type Faults, slowMs } from '../faults.ts';
import { catchUp } from './catch-up.ts';
import { catalogueRoutes } from './catalogue-routes.ts';
import { customerRoutes } from './customer-routes.ts';
import type { Downloads } from './downloads.ts';
import { eventRoutes } from './event-routes.ts';
import { answerRefusal, Refusal } from './failure.ts';
import { idempotency } from './idempotency.ts';
import { invoiceRoutes } from './invoice-routes.ts';
import { pageRoutes } from './page-routes.ts';
import { paymentSourceRoutes } from './payment-source-routes.ts';
import type { Site } from './site.ts';
import { subscriptionRoutes } from './subscription-routes.ts';
import type { Webhooks } from './webhook-delivery.ts';

/** Chargebee's API, version 2 with Product Catalog 2.0, as far as we use it. Any key of a test site opens it. */
export function chargebeeApi({ site, webhooks, faults, downloads, pagesUrl }: { site: Site; webhooks: Webhooks; faults: Faults; downloads: Downloads; pagesUrl: string | undefined }): Hono {
  return new Hono()
    .onError((error, c) => {
      if (error instanceof Refusal) return answerRefusal(c, error);
      return answerRefusal(c, new Refusal(500, 'internal_error', `The simulator failed: ${error.stack ?? error.message}`, { type: 'operation_failed' }));
    })
    .use(async (c, next) => {
      const [scheme, credentials = ''] = c.req.header('authorization')?.split(' ') ?? [];
      const [key, password] = Buffer.from(credentials, 'base64').toString('utf8').split(':');
      if (scheme !== 'Basic' || !key?.startsWith('test_') || password !== '') throw new Refusal(401, 'api_authentication_failed', 'Sorry, authentication failed. Invalid api key.');
      const fault = faults.meet('chargebee');
      if (fault.mode === 'down') throw new Refusal(503, 'site_not_ready', 'Simulated outage.', { type: 'operation_failed' });
      if (fault.mode === 'rateLimited') {
        c.header('retry-after', '2');
        throw new Refusal(429, 'api_request_limit_exceeded', 'Too many requests.', { type: 'operation_failed' });
      }
      if (fault.mode === 'slow') await faults.wait(fault.delayMs ?? slowMs, c.req.raw.signal);
      catchUp(site);
      await next();
      // Told while the caller goes on, as by the vendor.
      void webhooks.deliver();
      if (fault.mode === 'timeoutAfterAccept') await faults.wait(null, c.req.raw.signal);
    })
    .use(idempotency(site))
    .route('/', customerRoutes(site))
    .route('/', catalogueRoutes(site))
    .route('/', paymentSourceRoutes(site))
    .route('/', subscriptionRoutes(site))
    .route('/', invoiceRoutes(site, downloads))
    .route('/', pageRoutes(site, downloads, pagesUrl))
    .route('/', eventRoutes(site, webhooks))
    .all('*', (c) => answerRefusal(c, new Refusal(404, 'api_not_found', `${c.req.method} ${c.req.path} is not simulated`)));
}
