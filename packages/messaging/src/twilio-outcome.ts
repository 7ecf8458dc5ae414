import type { SendOutcome } from './send-outcome.ts';

/** A refusal by Twilio; `code` is null when the answer carried none. */
export type TwilioRefusal = { status: number; code: number | null; retryAfterSeconds?: number };

/** Wrong credentials, wrong sender, too many requests: the operator or time mends these, the message stays good. */
const passingCodes = new Set([20003, 20429, 21212, 21603, 21606, 14107, 30001, 30022]);

/**
 * Whether a refused SMS is worth another attempt. Codes: twilio.com/docs/api/errors.
 * Any 5xx is `unknown`: without an idempotency key a repeat could reach the customer twice, so the message is looked up first.
 */
export function readTwilioRefusal(refusal: TwilioRefusal): SendOutcome {
  const { status, code, retryAfterSeconds } = refusal;
  const errorCode = code === null ? `http${status}` : String(code);
  if (status >= 500) return { kind: 'unknown', errorCode };
  const permanent = !(passingCodes.has(code ?? 0) || [401, 403, 404, 408, 429].includes(status));
  return { kind: 'failed', permanent, errorCode, ...(retryAfterSeconds && { retryAfterSeconds }) };
}

/** Failures before a byte of the request could have reached the vendor. */
const neverConnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
const timedOut = new Set(['ECONNABORTED', 'ETIMEDOUT', 'ERR_CANCELED']);

/** What it means that no answer came at all. */
export function readTwilioSilence(error: unknown): SendOutcome {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'noAnswer';
  if (neverConnected.has(code)) return { kind: 'failed', permanent: false, errorCode: 'unreachable' };
  return { kind: 'unknown', errorCode: timedOut.has(code) ? 'timeout' : 'noAnswer' };
}
