import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type Faults, slowMs } from '../faults.ts';
import { authenticate, type StripeCaller } from './authenticate.ts';
import { type Form, readForm } from './form.ts';
import { findReplay, readKeyed } from './idempotency.ts';
import type { StripeStore } from './store.ts';
import { answerFault, StripeFault } from './stripe-fault.ts';

export type StripeRequest = { id: string; caller: StripeCaller; userAgent: string; form: (known: readonly string[]) => Form };
export type StripeContext = { store: StripeStore; faults: Faults; now: () => Date };

const newestVersion = '2026-10-28.endive';

/** What stands around every endpoint: outages, the key, the version, idempotency, errors. */
export function createEndpoint({ store, faults, now }: StripeContext) {
  return (work: (request: StripeRequest) => object) => async (c: Context) => {
    const fault = faults.meet('stripe');
    if (fault.mode === 'down') return answerFault(c, new StripeFault(500, { type: 'api_error', message: 'Simulated outage.' }));
    if (fault.mode === 'rateLimited') return answerFault(c, new StripeFault(429, { code: 'rate_limit', message: 'Request rate limit exceeded.' }));
    if (fault.mode === 'slow') await faults.wait(fault.delayMs ?? slowMs, c.req.raw.signal);
    const body = c.req.method === 'POST' ? await c.req.text() : new URL(c.req.url).search.slice(1);
    const answer = answerOnce(c, body, work);
    if (fault.mode === 'timeoutAfterAccept') await faults.wait(null, c.req.raw.signal);
    return answer;
  };

  function answerOnce(c: Context, body: string, work: (request: StripeRequest) => object): Response {
    try {
      const caller = authenticate(c.req.header('authorization'), new URLSearchParams(body).get('key'));
      c.header('stripe-version', readVersion(c.req.header('stripe-version')));
      const keyed = readKeyed(c.req.header('idempotency-key'), c.req.method, c.req.path, body);
      if (keyed) c.header('idempotency-key', keyed.key);
      const first = findReplay(store, keyed, now());
      if (first) {
        c.header('idempotent-replayed', 'true');
        return c.json(first.body as object, first.status as ContentfulStatusCode);
      }
      const request = { id: c.req.param('id') ?? '', caller, userAgent: c.req.header('user-agent') ?? '', form: (known: readonly string[]) => readForm(body, known) };
      const { status, answer } = carryOut(() => work(request));
      if (keyed) store.put('replays', { id: keyed.key, at: now().toISOString(), requestHash: keyed.hash, status, body: answer });
      return c.json(answer, status as ContentfulStatusCode);
    } catch (thrown) {
      if (thrown instanceof StripeFault) return answerFault(c, thrown);
      throw thrown;
    }
  }
}

/** An error of a request that was in order is an answer like another, and kept under its idempotency key. */
function carryOut(work: () => object): { status: number; answer: object } {
  try {
    return { status: 200, answer: work() };
  } catch (thrown) {
    if (thrown instanceof StripeFault && thrown.validated) return { status: thrown.status, answer: { error: thrown.body } };
    throw thrown;
  }
}

function readVersion(version = newestVersion): string {
  if (!/^\d{4}-\d{2}-\d{2}(\.\w+)?$/.test(version)) throw new StripeFault(400, { message: `Invalid Stripe API version: ${version}` });
  return version;
}
