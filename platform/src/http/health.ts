import { setTimeout } from 'node:timers/promises';
import { Hono } from 'hono';
import { ProblemError } from './problem.ts';
import type { AppEnv } from './scope.ts';

/** For load balancers, on any host: alive at all, and ready to take requests. */
export const health = new Hono<AppEnv>()
  .get('/healthz', (c) => c.json({ status: 'ok' }))
  .get('/readyz', async (c) => {
    const { sql, lifecycle } = c.var.services;
    if (lifecycle.draining) throw new ProblemError('unavailable', { retryAfterSeconds: 5 });
    const answered = await Promise.race([sql`select 1`.then(() => true), setTimeout(2_000, false)]);
    if (!answered) throw new ProblemError('unavailable', { retryAfterSeconds: 2 });
    return c.json({ status: 'ready' });
  });
