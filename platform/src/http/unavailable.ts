import { ProblemError } from './problem.ts';

const connectionCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'CONNECT_TIMEOUT', 'CONNECTION_CLOSED', 'CONNECTION_ENDED', 'CONNECTION_DESTROYED', 'ENOSPC', 'EMFILE']);
/** Server is starting or stopping, out of connections, out of space, or the statement took too long. */
const databaseStates = /^(57P0[123]|53\d{3}|57014|08\d{3}|40001|40P01|55P03)$/;

/** A fault that passes: the database or the disk is away. The client may try again. */
export function toUnavailable(error: unknown): ProblemError | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = 'code' in cause ? String(cause.code) : '';
    if (connectionCodes.has(code) || databaseStates.test(code)) return new ProblemError('unavailable', { retryAfterSeconds: 2 });
  }
  return null;
}
