import pino from 'pino';

/** What may stand in a log line. Everything else (names, plates, numbers, tokens, SQL) never gets there. */
export type LogFields = Partial<{
  requestId: string;
  tenantId: string;
  reportId: string;
  deliveryId: string;
  photoId: string;
  draftId: string;
  staffId: string;
  jobId: string;
  task: string;
  method: string;
  route: string;
  status: number;
  durationMs: number;
  attempt: number;
  count: number;
  code: string;
  errorName: string;
  stack: string;
  port: number;
}>;

export type Logger = Record<'debug' | 'info' | 'warn' | 'error', (fields: LogFields, message: string) => void>;

/** JSON lines on stdout. */
export function createLogger(level: string): Logger {
  const log = pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
  const at = (name: 'debug' | 'info' | 'warn' | 'error') => (fields: LogFields, message: string) => log[name](fields, message);
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/**
 * An error as a log may carry it: its class, a driver's or system's code, and the stack's places without the message,
 * because drizzle and postgres put SQL and parameter values into theirs.
 */
export function describeError(error: unknown): LogFields {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const cause = error.cause instanceof Error ? error.cause : error;
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 12).join('\n');
  return { errorName: cause.name, stack: places, ...(code && { code }) };
}
