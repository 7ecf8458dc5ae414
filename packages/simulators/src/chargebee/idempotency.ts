import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { answerRefusal, Refusal } from './failure.ts';
import type { Site } from './site.ts';

/** What was answered to a key; `id` is the key. */
export type IdempotentAnswer = { id: string; requestHash: string; status: number; body: string; at: number };

const lifeSeconds = 30 * 60;
const maxKeyLength = 100;

/**
 * The same change asked for twice under one key happens once. Source: apidocs.chargebee.com/docs/api/v1/idempotency (30 minutes,
 * POST only, not for estimates). That a key with other parameters is refused, and that refusals are kept too, is assumed.
 */
export function idempotency(site: Site): MiddlewareHandler {
  const underway = new Map<string, Promise<void>>();
  return async (c, next) => {
    const key = c.req.header('chargebee-idempotency-key');
    if (key === undefined || c.req.method !== 'POST' || c.req.path.includes('estimate')) return next();
    if (key.length > maxKeyLength) return answerRefusal(c, new Refusal(400, 'param_wrong_value', `The idempotency key can be ${maxKeyLength} characters long`, { type: 'invalid_request' }));
    const requestHash = createHash('sha256').update(`${c.req.path}\n${await c.req.text()}`).digest('hex');
    while (underway.has(key)) await underway.get(key);
    const first = site.store.answers.get(key);
    if (first && site.seconds() - first.at < lifeSeconds) {
      if (first.requestHash !== requestHash) return answerRefusal(c, new Refusal(400, 'invalid_request', 'This idempotency key was used with other parameters.', { type: 'invalid_request' }));
      c.header('chargebee-idempotency-replayed', 'true');
      return c.body(first.body, first.status as 200, { 'content-type': 'application/json' });
    }
    const { promise, resolve } = Promise.withResolvers<void>();
    underway.set(key, promise);
    try {
      await next();
      if (c.res.status < 500) site.store.answers.put({ id: key, requestHash, status: c.res.status, body: await c.res.clone().text(), at: site.seconds() });
    } finally {
      underway.delete(key);
      resolve();
    }
  };
}
