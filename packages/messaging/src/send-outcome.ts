/**
 * What came of handing one message to a vendor.
 * `failed`: the vendor does not have it; `permanent` says that the same message would be refused again.
 * `unknown`: the vendor may have it. Mail is repeated with the same idempotency key, an SMS is looked up first.
 */
export type SendOutcome =
  | { kind: 'sent'; vendorId: string }
  | { kind: 'failed'; permanent: boolean; errorCode: string; retryAfterSeconds?: number }
  | { kind: 'unknown'; errorCode: string };

const longestWaitSeconds = 24 * 60 * 60;

/** Reads `Retry-After` in both of its forms (seconds, HTTP date); undefined when absent or unreadable. */
export function readRetryAfter(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  const seconds = /^\d+(\.\d+)?$/.test(header.trim()) ? Number(header) : (Date.parse(header) - now.getTime()) / 1000;
  if (!Number.isFinite(seconds)) return undefined;
  return Math.min(Math.max(Math.ceil(seconds), 1), longestWaitSeconds);
}
