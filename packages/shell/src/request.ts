import { problemSchema, type Problem } from '@meldewerk/contract/problem';
import * as v from 'valibot';

/** The server understood and said no; `problem.detail` is a sentence for people. */
export class ProblemError extends Error {
  readonly problem: Problem;
  readonly retryAfterSeconds: number | null;

  constructor(problem: Problem, retryAfterSeconds: number | null) {
    super(problem.detail);
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** No answer that could be understood: offline, a proxy's page, a server that is starting. */
export class ConnectionError extends Error {}

/** Told whenever the server says that nobody is signed in. */
export const signedOut = new EventTarget();

type Options = { body?: unknown; signal?: AbortSignal };

export async function request(method: string, path: string, options: Options = {}): Promise<Response> {
  const headers = new Headers({ Accept: 'application/json', 'Accept-Language': document.documentElement.lang });
  if (options.body !== undefined) headers.set('Content-Type', 'application/json');
  const response = await fetch(path, {
    method,
    headers,
    body: options.body === undefined ? null : JSON.stringify(options.body),
    signal: options.signal ?? null,
    credentials: 'same-origin',
  }).catch((cause: unknown) => {
    if (options.signal?.aborted) throw cause;
    throw new ConnectionError('no answer', { cause });
  });
  if (!response.ok) throw await readProblem(response);
  return response;
}

export async function requestJson<Schema extends v.GenericSchema>(
  schema: Schema,
  method: string,
  path: string,
  options: Options = {},
): Promise<v.InferOutput<Schema>> {
  const response = await request(method, path, options);
  const parsed = v.safeParse(schema, await response.json().catch(() => undefined));
  if (!parsed.success) throw new ConnectionError(`unexpected answer from ${path}: ${JSON.stringify(v.flatten(parsed.issues))}`);
  return parsed.output;
}

export async function readProblem(response: Response): Promise<Error> {
  const body: unknown = await response.json().catch(() => undefined);
  const parsed = v.safeParse(problemSchema, body);
  if (!parsed.success) return new ConnectionError(`HTTP ${response.status}`);
  if (parsed.output.code === 'unauthenticated') signedOut.dispatchEvent(new Event('signed-out'));
  const retryAfter = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return new ProblemError(parsed.output, Number.isFinite(retryAfter) ? retryAfter : null);
}
