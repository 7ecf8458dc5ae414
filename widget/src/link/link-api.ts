import type { Draft as ServerDraft } from '@meldewerk/contract/draft';
import type { Language } from '@meldewerk/contract/language';
import type { Link } from '@meldewerk/contract/preparation';
import type { Api } from '../api.ts';
import { readDraft } from '../draft-api.ts';

/** What the bearer of an individual link may ask the workshop. */
export class LinkApi {
  readonly #api: Api;
  readonly #token: string;

  constructor(api: Api, token: string) {
    this.#api = api;
    this.#token = token;
  }

  read(language: Language): Promise<Link> {
    return this.#api.call('/api/link', { token: this.#token, language });
  }

  readDraft(id: string, language: Language): Promise<ServerDraft> {
    return readDraft(this.#api, { id, token: this.#token }, language);
  }

  noteOpening(): Promise<void> {
    return this.#api.call('/api/link/opening', { method: 'POST', token: this.#token });
  }

  noteProgress(step: string): Promise<void> {
    return this.#api.call('/api/link/progress', { method: 'PUT', token: this.#token, headers: { 'Content-Type': 'application/json' }, body: { step } });
  }

  renew(language: Language): Promise<void> {
    return this.#api.call('/api/link/renewal', { method: 'POST', token: this.#token, language });
  }
}
