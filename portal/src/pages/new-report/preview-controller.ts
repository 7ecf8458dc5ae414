import type { Language } from '@meldewerk/contract/language';
import type { MessagePreview } from '@meldewerk/contract/preparation';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { previewLinkMessage } from '../../data/links.ts';
import type { TypedPreparation } from './typed-preparation.ts';

const typingPauseMs = 350;

/** The message as it would go out, a moment behind what is typed. */
export class PreviewController implements ReactiveController {
  preview: MessagePreview | undefined;
  failed = false;

  readonly #host: ReactiveControllerHost;
  #asked = '';
  #pause: ReturnType<typeof setTimeout> | undefined;
  #running: AbortController | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected() {
    clearTimeout(this.#pause);
    this.#running?.abort();
    this.#asked = '';
  }

  follow(reportId: string, { language, firstName, lastName, phone, email }: TypedPreparation) {
    const input = { reportId, language: language as Language, firstName, lastName, phone, email };
    const asked = JSON.stringify(input);
    if (asked === this.#asked) return;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#ask(input), this.#asked === '' ? 0 : typingPauseMs);
    this.#asked = asked;
  }

  async #ask(input: Parameters<typeof previewLinkMessage>[0]) {
    this.#running?.abort();
    this.#running = new AbortController();
    const { signal } = this.#running;
    try {
      this.preview = await previewLinkMessage(input, signal);
      this.failed = false;
    } catch {
      if (signal.aborted) return;
      this.failed = true;
    }
    this.#host.requestUpdate();
  }
}
