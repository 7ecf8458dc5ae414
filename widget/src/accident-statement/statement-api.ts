import type { AccidentChanges, AccidentStatement, Pairing, SignStatement } from '@meldewerk/contract/accident-statement';
import type { StatementSide } from '@meldewerk/contract/accident-fields';
import type { Language } from '@meldewerk/contract/language';
import { UnreachableError, type Api } from '../api.ts';

const path = '/api/accident-statement';
const json = { 'Content-Type': 'application/json' };

/** What the device of one side may ask. Throws `ProblemError` and `UnreachableError` as `Api` does. */
export class StatementApi {
  readonly #api: Api;
  readonly #token: string;
  language: Language;

  constructor(api: Api, token: string, language: Language) {
    this.#api = api;
    this.#token = token;
    this.language = language;
  }

  open(id: string, changes: AccidentChanges): Promise<AccidentStatement> {
    return this.#send('PUT', '', { id, language: this.language, changes });
  }

  read(): Promise<AccidentStatement> {
    return this.#send('GET', '');
  }

  change(changes: AccidentChanges, ready: boolean | undefined): Promise<AccidentStatement> {
    return this.#send('PATCH', '', { changes, ...(ready === undefined ? {} : { ready }) });
  }

  invite(): Promise<Pairing> {
    return this.#send('POST', '/pairings');
  }

  unpair(): Promise<AccidentStatement> {
    return this.#send('DELETE', '/pairing');
  }

  sign(signature: SignStatement): Promise<AccidentStatement> {
    return this.#send('POST', '/signatures', signature);
  }

  withdraw(side: StatementSide): Promise<AccidentStatement> {
    return this.#send('DELETE', `/signatures/${side}`);
  }

  /** Whether the code of this bearer still leads anywhere. */
  async lookAtInvitation(): Promise<void> {
    await this.#send('GET', '/invitation');
  }

  join(token: string): Promise<AccidentStatement> {
    return this.#send('POST', '/joining', { token, language: this.language });
  }

  /** Has the signed PDF mailed; the same address once more is harmless. */
  async mail(side: StatementSide, email: string): Promise<void> {
    await this.#send('POST', '/mails', { side, email });
  }

  async document(): Promise<Uint8Array<ArrayBuffer>> {
    const answer = await fetch(`${this.#api.origin}${path}/document`, { headers: { Authorization: `Bearer ${this.#token}` }, credentials: 'omit', cache: 'no-store', signal: AbortSignal.timeout(60_000) }).catch((error: unknown) => {
      throw new UnreachableError(String(error));
    });
    if (!answer.ok) throw new UnreachableError(`status ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  }

  #send<T>(method: string, at: string, body?: unknown): Promise<T> {
    return this.#api.call<T>(`${path}${at}`, { method, token: this.#token, language: this.language, ...(body === undefined ? {} : { headers: json, body }) });
  }
}
