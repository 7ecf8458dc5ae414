import type { SendOutcome } from './send-outcome.ts';

/** A refusal by Resend; `statusCode` null means that no readable answer came. */
export type ResendRefusal = { name: string; statusCode: number | null; retryAfterSeconds?: number };

const faultsOfOurSetUp = new Set(['invalid_from_address', 'missing_api_key', 'invalid_api_key', 'restricted_api_key', 'invalid_access']);

/**
 * Whether a refused mail is worth another attempt.
 * A wrong key or an unverified domain is the operator's to mend, so the mail waits instead of being given up.
 * Names and statuses: resend.com/docs/api-reference/errors.
 */
export function readResendRefusal(refusal: ResendRefusal): SendOutcome {
  const { name: errorCode, statusCode: status, retryAfterSeconds } = refusal;
  if (status === null) return { kind: 'unknown', errorCode };
  return { kind: 'failed', permanent: !mayPass(errorCode, status), errorCode, ...(retryAfterSeconds && { retryAfterSeconds }) };
}

function mayPass(name: string, status: number): boolean {
  if (name === 'invalid_idempotent_request') return false;
  if (name === 'concurrent_idempotent_requests' || faultsOfOurSetUp.has(name)) return true;
  // The idempotency key makes a repeat harmless even if the mail went out before the vendor stumbled.
  if (status >= 500) return true;
  return [401, 403, 404, 405, 408, 409, 425, 429].includes(status);
}
