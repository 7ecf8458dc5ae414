import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { Billing } from '../billing.ts';

/** 256 bits, and what is stored of them: a copy of the table opens nothing. */
export function newSecretToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashSecretToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

/** Keyed, and of this sign-in alone: six digits are soon guessed by whoever has the table. */
export function hashCode({ config }: Pick<Billing, 'config'>, signInId: string, code: string): Buffer {
  return createHmac('sha256', config.secret).update(['billing-code', signInId, code].join('\0')).digest();
}

export function sameHash(stored: Uint8Array, given: Uint8Array): boolean {
  return stored.length === given.length && timingSafeEqual(stored, given);
}
