import type { Catalogue } from '@meldewerk/contract/catalogue';
import type { Language } from '@meldewerk/contract/language';
import type { Problem } from '@meldewerk/contract/problem';
import type { Site } from '@meldewerk/contract/tenant';

/** The server answered, and said no. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** No answer, or none that came from our server: trying again later can help. */
export class UnreachableError extends Error {}

type Call = { method?: string; language?: Language; token?: string; headers?: Record<string, string>; body?: unknown };

const timeoutMs = 30_000;

/** Reads a problem document; what is none (a proxy's page, say) counts as unreachable. */
export function readProblem(body: string): Problem | null {
  try {
    const parsed = JSON.parse(body) as Partial<Problem> | null;
    return parsed && typeof parsed.code === 'string' && typeof parsed.detail === 'string' ? (parsed as Problem) : null;
  } catch {
    return null;
  }
}

/** Whether the same request can succeed later without anybody changing anything. */
export function isPassing(problem: Problem): boolean {
  return problem.status >= 500 || problem.status === 429;
}

/** The workshop's public API at `origin`. Cookies are never sent. */
export class Api {
  readonly origin: string;
  constructor(origin: string) {
    this.origin = origin;
  }

  readSite(language: Language): Promise<Site> {
    return this.call('/api/site', { language });
  }

  readCatalogue(version: number, language: Language): Promise<Catalogue> {
    return this.call(`/api/catalogues/${version}?language=${language}`, { language });
  }

  /** One request, for parts that load later and bring requests of their own. */
  async call<T>(path: string, { method = 'GET', language, token, headers = {}, body }: Call): Promise<T> {
    const sent = { Accept: 'application/json', ...headers } as Record<string, string>;
    if (language) sent['Accept-Language'] = language;
    if (token) sent['Authorization'] = `Bearer ${token}`;
    const [response, text] = await fetch(this.origin + path, {
      method,
      headers: sent,
      body: body === undefined ? null : JSON.stringify(body),
      credentials: 'omit',
      // An answer to one bearer is none to another at the same address, and browsers may keep even a 410.
      cache: token ? 'no-store' : 'default',
      signal: AbortSignal.timeout(timeoutMs),
    })
      .then(async (answer) => [answer, await answer.text()] as const)
      .catch((error: unknown) => {
        throw new UnreachableError(String(error));
      });
    if (!response.ok) {
      const problem = readProblem(text);
      throw problem ? new ProblemError(problem) : new UnreachableError(`status ${response.status}`);
    }
    return (text ? JSON.parse(text) : undefined) as T;
  }
}
