import { msg, updateWhenLocaleChanges } from '@lit/localize';
import type { EventDetail } from '@meldewerk/contract/operator';
import { css, html, LitElement, nothing } from 'lit';
import { ActionController } from '../../../browser/action-controller.ts';
import { failureCallout } from '../../../browser/callouts.ts';
import { LoadController } from '../../../browser/load-controller.ts';
import { fetchEvent, retryEvent } from '../../data/events.ts';
import { formatTime } from '../../format.ts';
import { setPageTitle } from '../../page-title.ts';
import { paths } from '../../router.ts';
import { consoleStyles } from '../../styles/console.ts';
import { eventMark, eventTypeWord } from '../../words.ts';
import { loaded } from '../loaded.ts';
import { effectWords } from './effect-words.ts';

const askEveryMs = 600;
const askTimes = 15;

/** One event: what it did, what Chargebee told, and another try. */
export class EventPage extends LitElement {
  static override properties = { eventId: { type: String }, outcome: { state: true } };
  declare eventId: string;
  declare outcome: 'done' | 'later' | undefined;

  readonly #event = new LoadController<EventDetail>(this, () => fetchEvent(this.eventId));
  readonly #retrying = new ActionController(this);

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  static override styles = [
    consoleStyles,
    css`
      h1 { overflow-wrap: anywhere; }
      pre { max-height: 34rem; margin: 0.75rem 0 0; padding: 1rem; overflow: auto; border-radius: 8px; background: var(--wa-color-surface-lowered); font-size: 0.82rem; line-height: 1.5; }
      .did { display: grid; gap: 0.25rem; margin: 0.75rem 0 0; padding-inline-start: 1.2rem; list-style: disc; }
    `,
  ];

  override render() {
    const type = this.#event.value?.type;
    setPageTitle(type ? (eventTypeWord(type) ?? type) : msg('Ereignis', { id: 'event.title' }));
    return html`
      <a class="back" href=${paths.events}><wa-icon name="arrow-left"></wa-icon>${msg('Ereignisse', { id: 'events.title' })}</a>
      ${loaded(this.#event, (event) => this.#content(event))}
    `;
  }

  #content(event: EventDetail) {
    const { type, id, occurredAt, receivedAt, source, state, failureCode, attemptCount, workshop, content } = event;
    const did = effectWords(event);
    return html`
      <div class="title">
        <div><h1>${eventTypeWord(type) ?? type}</h1><p class="quiet"><code>${type}</code> · <code>${id}</code></p></div>
        <wa-button appearance="outlined" ?loading=${this.#retrying.running} @click=${() => this.#retry(attemptCount)}><wa-icon slot="start" name="refresh"></wa-icon>${msg('Noch einmal anwenden', { id: 'event.retry' })}</wa-button>
      </div>
      ${failureCallout(this.#retrying.failure)}
      <div role="status">${this.outcome ? html`<wa-callout class="gap" variant=${this.outcome === 'done' ? 'success' : 'neutral'} size="s"><wa-icon slot="icon" name=${this.outcome === 'done' ? 'check' : 'clock'}></wa-icon>${this.outcome === 'done' ? msg('Noch einmal angewendet. Unten steht, was daraus wurde.', { id: 'event.retried' }) : msg('Beauftragt; es ist gleich so weit.', { id: 'event.retryLater' })}</wa-callout><br />` : nothing}</div>
      <div class="stack">
        <section class="card" aria-labelledby="did">
          <h2 id="did">${msg('Daraus wurde', { id: 'events.effect' })}</h2>
          <p class="gap">${eventMark(state)}${failureCode ? html` <code>${failureCode}</code>` : nothing}</p>
          ${did.length > 0 ? html`<ul class="did">${did.map((words) => html`<li>${words}</li>`)}</ul>` : nothing}
          <dl class="facts gap">
            ${workshop ? html`<div><dt>${msg('Werkstatt', { id: 'workshops.workshop' })}</dt><dd><a href=${paths.workshop(workshop.tenantId)}>${workshop.name}</a></dd></div>` : nothing}
            <div><dt>${msg('Geschehen', { id: 'event.occurred' })}</dt><dd>${formatTime(occurredAt)}</dd></div>
            <div><dt>${msg('Angekommen', { id: 'arrival.delivered' })}</dt><dd>${formatTime(receivedAt)} <span class="quiet">${source === 'webhook' ? msg('von Chargebee gemeldet', { id: 'event.webhook' }) : msg('beim Abgleich gefunden', { id: 'event.reconciled' })}</span></dd></div>
            <div><dt>${msg('Versuche', { id: 'event.attempts' })}</dt><dd>${attemptCount}</dd></div>
          </dl>
        </section>
        <section class="card" aria-labelledby="told">
          <h2 id="told">${msg('Was Chargebee geschickt hat', { id: 'event.content' })}</h2>
          <pre tabindex="0" aria-labelledby="told"><code>${JSON.stringify(content, null, 2)}</code></pre>
        </section>
      </div>
    `;
  }

  #retry(attemptsBefore: number) {
    this.outcome = undefined;
    return this.#retrying.run(async () => {
      await retryEvent(this.eventId);
      for (let asked = 0; asked < askTimes && this.isConnected; asked += 1) {
        await new Promise((resolve) => setTimeout(resolve, askEveryMs));
        await this.#event.load();
        if ((this.#event.value?.attemptCount ?? 0) > attemptsBefore) return (this.outcome = 'done');
      }
      return (this.outcome = 'later');
    });
  }
}

customElements.define('event-page', EventPage);
