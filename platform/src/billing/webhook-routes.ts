import { createHash, timingSafeEqual } from 'node:crypto';
import { recordAudit } from '@meldewerk/billing/record-audit';
import { incomingEventSchema, storeEvent } from '@meldewerk/billing/events/store-event';
import { readHost } from '@meldewerk/tenants/read-host';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import { jsonBody } from '../http/json-body.ts';
import { ProblemError } from '../http/problem.ts';
import { limit, takeFrom } from '../http/rate-limit.ts';
import type { AppEnv } from '../http/scope.ts';
import type { Services } from '../services.ts';

// Whoever tries passwords is noted, and does not fill the table.
const refusalsNoted = limit('billing-webhook-refused', 20, 60);

/** On the installation's own host: what happened at Chargebee. Written down here, applied by a job. What is too large for the door comes with the nightly reconciliation. */
export const billingWebhooks = new Hono<AppEnv>().post(
  '/api/webhooks/chargebee',
  describeRoute({ tags: ['Webhooks'], summary: 'What happened to customers, subscriptions and debits, told by Chargebee with a password', responses: { 204: { description: 'Written down, now or before' } } }),
  async (c, next) => {
    const { services } = c.var;
    if (!services.billing || readHost(c.var.host, services.config.http.baseDomain).kind !== 'apex') throw new ProblemError('notFound');
    const authorization = c.req.header('authorization');
    if (!isVendor(services.billing.config.chargebee.webhook, authorization)) {
      await noteRefusal(services, authorization === undefined ? 'noPassword' : 'wrongPassword');
      throw new ProblemError('unauthenticated');
    }
    await next();
  },
  jsonBody(incomingEventSchema),
  async (c) => {
    const { billing } = c.var.services;
    if (!billing) throw new ProblemError('notFound');
    await storeEvent(billing, c.req.valid('json'), 'webhook');
    return c.body(null, 204);
  },
);

/** Takes the same time whatever is wrong, also when there is nothing to compare. */
function isVendor({ user, password }: { user: string; password: string }, authorization: string | undefined): boolean {
  const given = /^basic ([A-Za-z0-9+/=]{1,1000})$/i.exec(authorization ?? '')?.[1] ?? '';
  const decoded = Buffer.from(given, 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  const userFits = timingSafeEqual(digest(decoded.slice(0, Math.max(colon, 0))), digest(user));
  const passwordFits = timingSafeEqual(digest(decoded.slice(colon + 1)), digest(password));
  return userFits && passwordFits && colon >= 0;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

async function noteRefusal(services: Services, reason: 'noPassword' | 'wrongPassword'): Promise<void> {
  try {
    await takeFrom(services, refusalsNoted);
  } catch (error) {
    if (error instanceof ProblemError) return;
    throw error;
  }
  await services.db.transaction((tx) => recordAudit({ now: () => services.clock.now(), newId: services.newId }, tx, { workshopId: null, actor: 'vendor', type: 'webhookRefused', refused: true, data: { reason } }));
}
