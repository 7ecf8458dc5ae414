import { createHmac } from 'node:crypto';
import type { Services } from '../services.ts';
import { ProblemError } from './problem.ts';

type Limit = { name: string; capacity: number; perSecond: number };

/** `capacity` requests at once, then one every `refillSeconds`. */
export function limit(name: string, capacity: number, refillSeconds: number): Limit {
  return { name, capacity, perSecond: 1 / refillSeconds };
}

type Counting = Pick<Services, 'sql' | 'config'>;

/**
 * Takes one request out of a bucket kept in PostgreSQL, so that it holds across processes; throws tooManyRequests when
 * it is empty. The key (an address, an e-mail) is stored as a keyed hash only.
 */
export async function takeFrom(services: Counting, limit: Limit, ...key: string[]): Promise<void> {
  await takeAll(services, [limit, ...key]);
}

/**
 * The same for several buckets in one round trip; the longest wait is told. A refused request costs nothing in any of them, or
 * one address that is turned away would empty the bucket of a whole workshop.
 */
export async function takeAll(services: Counting, ...takings: [Limit, ...string[]][]): Promise<void> {
  const buckets = takings.map(([{ name, capacity, perSecond }, ...key]) => ({
    bucket: createHmac('sha256', services.config.secret).update([name, ...key].join('\0')).digest('base64url'),
    capacity,
    perSecond,
  }));
  // In one order for everybody, so that two requests never wait for each other.
  buckets.sort((a, b) => (a.bucket < b.bucket ? -1 : 1));
  const taken = await services.sql<{ bucket: string; wait: number }[]>`
    select bucket, take_token(bucket, capacity, "perSecond") as wait
    from jsonb_to_recordset(${JSON.stringify(buckets)}::text::jsonb) as taking (bucket text, capacity double precision, "perSecond" double precision)`;
  const wait = Math.max(...taken.map((one) => one.wait));
  if (wait <= 0) return;
  for (const one of taken) if (one.wait <= 0) await services.sql`update rate_limits set tokens = tokens + 1 where bucket = ${one.bucket}`;
  throw new ProblemError('tooManyRequests', { retryAfterSeconds: wait });
}

/** IPv6 callers own a whole /64, so that is what is counted. */
export function addressKey(address: string): string {
  const plain = address.replace(/^::ffff:/, '');
  return plain.includes(':') ? plain.split(':').slice(0, 4).join(':') : plain;
}
