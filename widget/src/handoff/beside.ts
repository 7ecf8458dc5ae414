import { msg, str } from '@lit/localize';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { stepOfPath } from '../flow.ts';
import { stepTitle } from '../frame.ts';
import type { StepHost } from '../step.ts';
import { syncOf, type SyncListener } from '../sync/draft-sync.ts';
import { PhoneHelp } from './phone-help.ts';
import { renderPhoneHelp } from './phone-help-card.ts';

export { besideStyles } from './beside-styles.ts';

const newsForMs = 12_000;

/** What stands above the step on a computer that a phone can help, and wherever another device changes the same draft. */
export class Beside {
  readonly #host: StepHost & ReactiveControllerHost;
  readonly #phone: PhoneHelp;
  #news: string | null = null;
  #forgetting: ReturnType<typeof setTimeout> | undefined;

  constructor(host: StepHost & ReactiveControllerHost) {
    this.#host = host;
    this.#phone = new PhoneHelp(host, this.#listener);
    syncOf(host)?.listeners.add(this.#listener);
  }

  render(): TemplateResult {
    return html`${renderPhoneHelp(this.#host, this.#phone)}
      <div role="status" class="news-place">${this.#news ? html`<p class="note news"><span aria-hidden="true">⇄</span><span>${this.#news}</span></p>` : nothing}</div>`;
  }

  /** A quiet word: where something is new, and whether it took the place of what was typed here. */
  readonly #listener: SyncListener = {
    changed: (paths, lost) => {
      const steps = [...new Set(paths.map((path) => stepTitle(stepOfPath(path))))].join(', ');
      this.#news =
        lost.length > 0
          ? msg(str`${[...new Set(lost.map((path) => stepTitle(stepOfPath(path))))].join(', ')}: Auf Ihrem anderen Gerät wurde dasselbe später geändert. Hier steht jetzt die neuere Eingabe.`, { id: 'sync.lost' })
          : msg(str`Neu von Ihrem anderen Gerät: ${steps}`, { id: 'sync.news' });
      clearTimeout(this.#forgetting);
      this.#forgetting = setTimeout(() => {
        this.#news = null;
        this.#host.requestUpdate();
      }, newsForMs);
      this.#host.requestUpdate();
    },
  };
}
