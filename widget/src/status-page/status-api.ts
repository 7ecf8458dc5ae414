import type { Language } from '@meldewerk/contract/language';
import type { StatusAccess, StatusDoor } from '@meldewerk/contract/status-page';
import { ProblemError, readProblem, UnreachableError, type Api } from '../api.ts';
import { uploadWatched } from './upload-watched.ts';
import { withoutPlace } from '../photos/photo-place.ts';

const timeoutMs = 60_000;
/** After these nothing of the page can be asked for any more. */
const ends = ['unauthenticated', 'linkWithdrawn', 'linkExpired'];

/**
 * What the customer of one report may ask, behind the second factor. Paths go on from `/api/status`: `get('/photos')`.
 * Everything throws `ProblemError` (the server said no) or `UnreachableError` (no answer), as `Api` does.
 */
export class StatusApi {
  language: Language = 'de';
  /** Told when the access or the link has come to its end, whoever was asking. */
  onEnd: (error: ProblemError) => void = () => {};
  #access: string | null = null;
  readonly #api: Api;
  readonly #token: string;

  constructor(api: Api, token: string) {
    this.#api = api;
    this.#token = token;
  }

  readDoor(): Promise<StatusDoor> {
    return this.#api.call('/api/status/door', { token: this.#token, language: this.language });
  }

  unlock(answer: string): Promise<StatusAccess> {
    return this.#api.call('/api/status/unlocking', { method: 'POST', token: this.#token, language: this.language, headers: { 'Content-Type': 'application/json' }, body: { answer } });
  }

  /** Whether there is an access; it may have come to its end without anybody having noticed. */
  get isOpen(): boolean {
    return this.#access !== null;
  }

  use(access: string | null): void {
    this.#access = access;
  }

  /** What a photo needs to come up over tus, which asks by itself. */
  get uploading(): { origin: string; headers: Record<string, string> } {
    return { origin: this.#api.origin, headers: { Authorization: `Bearer ${this.#access}`, 'Accept-Language': this.language } };
  }

  /** For what is asked without the second factor. */
  get plain(): Api {
    return this.#api;
  }

  /** Where the workshop's site lies. */
  get origin(): string {
    return this.#api.origin;
  }

  get<T>(path: string): Promise<T> {
    return this.send('GET', path);
  }

  async send<T>(method: string, path: string, body?: unknown): Promise<T> {
    const headers: Record<string, string> = body === undefined ? {} : { 'Content-Type': 'application/json' };
    return this.#heard(this.#api.call<T>(`/api/status${path}`, { method, token: this.#access ?? '', language: this.language, headers, body }));
  }

  /** Sends a file as it is; the answer is JSON. */
  async upload<T>(method: string, path: string, file: Blob, headers: Record<string, string> = {}): Promise<T> {
    const answer = await this.#heard(this.#fetch(path, { method, body: file, headers: { 'Content-Type': file.type || 'application/octet-stream', ...headers } }));
    const text = await answer.text();
    return (text ? JSON.parse(text) : undefined) as T;
  }

  /** A photo leaves without the place where it was taken. Told how much has left: shares from 0 to 1. */
  async uploadWatched<T>(path: string, chosen: Blob, progress: (share: number) => void, signal: AbortSignal): Promise<T> {
    const file = chosen.type.startsWith('image/') ? await withoutPlace(chosen) : chosen;
    const headers = { Authorization: `Bearer ${this.#access}`, Accept: 'application/json', 'Accept-Language': this.language, 'Content-Type': 'application/octet-stream' };
    return this.#heard(uploadWatched<T>({ address: `${this.#api.origin}/api/status${path}`, headers, file, progress, signal }));
  }

  /** A photo or document; with its media type. */
  async file(path: string): Promise<Blob> {
    return (await this.#heard(this.#fetch(path, {}))).blob();
  }

  async #fetch(path: string, { headers, ...init }: RequestInit & { headers?: Record<string, string> }): Promise<Response> {
    const answer = await fetch(`${this.#api.origin}/api/status${path}`, {
      ...init,
      headers: { Authorization: `Bearer ${this.#access}`, 'Accept-Language': this.language, ...headers },
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(timeoutMs),
    }).catch((error: unknown) => {
      throw new UnreachableError(String(error));
    });
    if (answer.ok) return answer;
    const problem = readProblem(await answer.text());
    throw problem ? new ProblemError(problem) : new UnreachableError(`status ${answer.status}`);
  }

  async #heard<T>(asked: Promise<T>): Promise<T> {
    try {
      return await asked;
    } catch (error) {
      if (error instanceof ProblemError && ends.includes(error.problem.code)) this.onEnd(error);
      throw error;
    }
  }
}
