import { createHash } from 'node:crypto';

/** What is stored of the secret in a reset link or invitation. */
export function hashResetToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
