import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { eventStates, type EventPage as Found, type EventQuery, type EventRow } from '@meldewerk/contract/operator';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { ActionController } from '../../../browser/action-controller.ts';
import { failureCallout } from '../../../browser/callouts.ts';
import { LoadController } from '../../../browser/load-controller.ts';
import { fetchEvents } from '../../data/events.ts';
import { formatTime } from '../../format.ts';
import { setPageTitle } from '../../page-title.ts';
import { paths } from '../../router.ts';
import { consoleStyles } from '../../styles/console.ts';
import { eventMark, eventStateWord, eventTypeWord } from '../../words.ts';
import { loaded } from '../loaded.ts';
import { newEffectWords } from './effect-words.ts';
import './reconciliation-section.ts';

/** What Chargebee told, and what it did. */
export class EventsPage extends LitElement {
  static override properties = { search: { type: String }, more: { state: true }, next: { state: true } };
  declare search: string;
  /** What was loaded after the first page; `next` is undefined while that is all. */
  declare more: EventRow[];
  declare next: string | null | undefined;

  readonly #first = new LoadController<Found>(this, () => fetchEvents(this.#query));
  readonly #loadingMore = new ActionController(this);

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.more = [];
  }

  static override styles = [
    consoleStyles,
    css`
      .filters { margin-bottom: 1.1rem; }
      td strong { font-weight: 600; }
      .effects { display: grid; gap: 0.1rem; }
      .time { white-space: nowrap; }
      reconciliation-section { margin-top: 1.1rem; }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('search') || !this.hasUpdated) return;
    this.#loadAnew();
  }

  override render() {
    setPageTitle(msg('Ereignisse', { id: 'events.title' }));
    const { state: chosen, tenantId } = this.#query;
    const filter = (state: EventRow['state'] | undefined, label: string) => html`<a href=${addressOf(state, tenantId)} aria-current=${chosen === state ? 'true' : 'false'}>${label}</a>`;
    return html`
      ${tenantId ? html`<a class="back" href=${paths.workshop(tenantId)}><wa-icon name="arrow-left"></wa-icon>${msg('Zur Werkstatt', { id: 'created.open' })}</a>` : nothing}
      <div class="head">
        <h1>${tenantId ? msg('Ereignisse der Werkstatt', { id: 'events.ofWorkshop' }) : msg('Ereignisse', { id: 'events.title' })}</h1>
        <p class="lead quiet">${msg('Was Chargebee gemeldet hat und was daraus wurde. Jedes wird gespeichert, bevor es angewendet wird.', { id: 'events.lead' })}</p>
      </div>
      <nav class="filters" aria-label=${msg('Nach Stand', { id: 'workshops.byState' })}>
        ${filter(undefined, msg('Alle', { id: 'filter.all' }))}${eventStates.map((state) => filter(state, eventStateWord(state)))}
        ${tenantId ? html`<a href=${addressOf(chosen, undefined)}>${msg('Alle Werkstätten', { id: 'events.allWorkshops' })}</a>` : nothing}
      </nav>
      ${loaded(this.#first, (first) => this.#list(first))}
      ${tenantId ? nothing : html`<reconciliation-section @reconciled=${() => this.#loadAnew()}></reconciliation-section>`}
    `;
  }

  #list(first: Found) {
    const all = [...first.events, ...this.more];
    const next = this.next === undefined ? first.next : this.next;
    if (all.length === 0) return html`<section class="card empty"><wa-icon name="inbox"></wa-icon><h2>${msg('Keine Ereignisse', { id: 'events.none' })}</h2><p class="quiet">${msg('Hier steht, was Chargebee meldet, sobald es etwas gibt.', { id: 'events.noneText' })}</p></section>`;
    return html`
      <section class="card flush">${table(all)}</section>
      ${failureCallout(this.#loadingMore.failure)}
      ${next ? html`<div class="buttons"><wa-button appearance="outlined" ?loading=${this.#loadingMore.running} @click=${() => this.#loadMore(next)}>${msg('Mehr laden', { id: 'list.more' })}</wa-button></div>` : nothing}
    `;
  }

  #loadAnew() {
    this.more = [];
    this.next = undefined;
    void this.#first.load();
  }

  #loadMore(before: string) {
    return this.#loadingMore.run(async () => {
      const { events, next } = await fetchEvents({ ...this.#query, before });
      this.more = [...this.more, ...events];
      this.next = next;
    });
  }

  get #query(): EventQuery {
    const asked = new URLSearchParams(this.search);
    return { state: eventStates.find((state) => state === asked.get('state')), tenantId: asked.get('workshop') ?? undefined };
  }
}

function table(events: EventRow[]) {
  const labels = { workshop: msg('Werkstatt', { id: 'workshops.workshop' }), time: msg('Zeit', { id: 'records.time' }) };
  return html`<table class="cards" role="table">
    <caption class="visually-hidden">${msg('Ereignisse', { id: 'events.title' })}</caption>
    <thead role="rowgroup"><tr role="row">
      <th role="columnheader" scope="col">${labels.time}</th>
      <th role="columnheader" scope="col">${msg('Was', { id: 'events.what' })}</th>
      <th role="columnheader" scope="col">${labels.workshop}</th>
      <th role="columnheader" scope="col">${msg('Daraus wurde', { id: 'events.effect' })}</th>
    </tr></thead>
    <tbody role="rowgroup">${events.map((event) => {
      const word = eventTypeWord(event.type);
      return html`<tr role="row">
        <td role="cell" class="time numbers">${formatTime(event.occurredAt)}</td>
        <td role="cell"><a href=${paths.event(event.id)}><strong>${word ?? event.type}</strong></a>${word ? html`<span class="quiet"><code>${event.type}</code></span>` : nothing}</td>
        <td role="cell" data-label=${labels.workshop} class=${event.workshop ? '' : 'none'}>${event.workshop ? html`<a href=${paths.workshop(event.workshop.tenantId)}>${event.workshop.name}</a>` : '–'}</td>
        <td role="cell">${eventMark(event.state)}<span class="effects quiet">${newEffectWords(event).map((words) => html`<span>${words}</span>`)}</span>${event.failureCode ? html`<code>${event.failureCode}</code>` : nothing}</td>
      </tr>`;
    })}</tbody>
  </table>`;
}

function addressOf(state: EventRow['state'] | undefined, tenantId: string | undefined): string {
  const query = new URLSearchParams({ ...(state && { state }), ...(tenantId && { workshop: tenantId }) }).toString();
  return query ? `${paths.events}?${query}` : paths.events;
}

customElements.define('events-page', EventsPage);
