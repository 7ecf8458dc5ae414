import { createHash } from 'node:crypto';
import { StripeFault } from './stripe-fault.ts';
import type { StripeReplay, StripeStore } from './store.ts';

const keyLifeMs = 24 * 60 * 60 * 1000;
const maxKeyLength = 255;

export type KeyedRequest = { key: string; hash: string };

/** Null without a key. The same key with anything else in the request is refused; a repeat gets its first answer, errors too. */
export function findReplay(store: StripeStore, request: KeyedRequest | null, now: Date): StripeReplay | undefined {
  if (!request) return undefined;
  const first = store.replays.get(request.key);
  if (!first || now.getTime() - Date.parse(first.at) >= keyLifeMs) return undefined;
  if (first.requestHash !== request.hash) {
    throw new StripeFault(400, {
      type: 'idempotency_error',
      message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${request.key}' if you meant to execute a different request.`,
    });
  }
  return first;
}

export function readKeyed(key: string | undefined, method: string, path: string, body: string): KeyedRequest | null {
  if (key === undefined || method !== 'POST') return null;
  if (key.length > maxKeyLength) throw new StripeFault(400, { message: `Idempotency key cannot be longer than ${maxKeyLength} characters.` });
  return { key, hash: createHash('sha256').update(`${path}\n${body}`).digest('hex') };
}
