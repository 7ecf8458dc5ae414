import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { Calendar } from '@meldewerk/contract/appointment';
import { base, card } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { wishText } from '../../appointment-words.ts';
import { formatMomentWithin } from '../../format.ts';
import { paths } from '../../router.ts';
import { plate } from '../../styles/shared.ts';
import { PlacedEvent, PlacingEvent, type Placing } from './placing.ts';

type Waiting = Calendar['waiting'][number];

/** Reports whose customer waits for an answer; each is put on a half day by its wish, by press and choice, or by drag. */
export class WaitingList extends LitElement {
  static override properties = { waiting: { attribute: false }, timeZone: { type: String }, today: { type: String }, placing: { attribute: false }, mayMove: { type: Boolean } };
  declare waiting: Waiting[];
  declare timeZone: string;
  declare today: string;
  declare placing: Placing | null;
  declare mayMove: boolean;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  static override styles = [
    base, card, plate,
    css`
      section { padding: 0.85rem 1rem 0.5rem; }
      h2 { font-size: 0.95rem; margin-bottom: 0.25rem; }
      .count { color: var(--wa-color-text-quiet); font-weight: 400; }
      li { display: grid; gap: 0.35rem; padding: 0.7rem 0; border-top: 1px solid var(--wa-color-surface-border); }
      li.placing { box-shadow: inset 3px 0 0 var(--wa-color-brand-50); padding-inline-start: 0.75rem; }
      li[draggable='true'] { cursor: grab; }
      .who { display: grid; gap: 0.15rem; justify-items: start; }
      .who a { color: inherit; font-weight: 600; text-decoration: none; overflow-wrap: anywhere; }
      .who a:hover { text-decoration: underline; }
      .small { font-size: var(--wa-font-size-xs); }
      .wishes { display: flex; flex-wrap: wrap; gap: 0.3rem; }
      .wishes button { min-height: 1.85rem; padding: 0.1rem 0.55rem; border: 1px solid var(--wa-color-neutral-border-loud); border-radius: 999px; background: none; color: inherit; font: inherit; font-size: var(--wa-font-size-xs); cursor: pointer; }
      .wishes button:hover:not(:disabled) { background: var(--wa-color-surface-lowered); }
      .wishes button:disabled { border-style: dashed; color: var(--wa-color-text-quiet); cursor: default; }
      .wishes .over { text-decoration: line-through; }
      .wishes b { font-weight: 650; }
      .empty { padding: 0.5rem 0 0.4rem; }
    `,
  ];

  override render() {
    const { waiting } = this;
    return html`<section class="card" aria-labelledby="waiting">
      <h2 id="waiting">${msg('Warten auf einen Termin', { id: 'calendar.waiting' })} <span class="count">${waiting.length || nothing}</span></h2>
      ${waiting.length === 0
        ? html`<p class="quiet empty">${msg('Niemand wartet. Neue Wünsche erscheinen hier.', { id: 'calendar.nobodyWaits' })}</p>`
        : html`<ol>${repeat(waiting, ({ reportId }) => reportId, (entry) => this.#entry(entry))}</ol>`}
    </section>`;
  }

  #entry(entry: Waiting) {
    const { reportId, licensePlate, customerName, wishes, since } = entry;
    const placing = this.placing?.reportId === reportId;
    return html`<li class=${placing ? 'placing' : ''} draggable=${this.mayMove ? 'true' : 'false'} @dragstart=${(event: DragEvent) => this.#drag(event, entry)} @dragend=${() => this.#let(null)}>
      <div class="who">
        <span class="plate"><span>${licensePlate || entry.reference}</span></span>
        <a href=${paths.report(reportId)} draggable="false">${customerName || entry.reference}</a>
        <span class="quiet small">${msg(str`wartet seit ${formatMomentWithin(since, this.timeZone)}`, { id: 'calendar.waitsSince' })}</span>
      </div>
      ${wishes.length > 0
        ? html`<div class="wishes">${wishes.map((wish, index) => html`<button type="button" class=${wish.day < this.today ? 'over' : ''} ?disabled=${!this.mayMove || wish.day < this.today} @click=${() => this.dispatchEvent(new PlacedEvent(reportId, wish))}><b>${index + 1}.</b> ${wishText(wish)}<span class="visually-hidden"> ${msg('bestätigen', { id: 'calendar.confirmWish' })}</span></button>`)}</div>`
        : html`<p class="quiet small">${msg('Kein Wunsch offen', { id: 'calendar.noWish' })}</p>`}
      ${this.mayMove ? html`<div><wa-button size="s" appearance="plain" aria-pressed=${placing ? 'true' : 'false'} @click=${() => this.#let(placing ? null : this.#placingOf(entry, false))}>
        <wa-icon slot="start" name=${placing ? 'xmark' : 'calendar'}></wa-icon>${placing ? msg('Doch nicht', { id: 'calendar.letGo' }) : msg('Im Kalender eintragen', { id: 'calendar.place' })}<span class="visually-hidden"> ${licensePlate}</span></wa-button></div>` : nothing}
    </li>`;
  }

  #drag(event: DragEvent, entry: Waiting) {
    event.dataTransfer?.setData('text/plain', entry.licensePlate);
    // Chrome ends a drag whose surroundings change within the event.
    setTimeout(() => this.#let(this.#placingOf(entry, true)));
  }

  #placingOf({ reportId, licensePlate, customerName, wishes }: Waiting, dragged: boolean): Placing {
    return { reportId, name: licensePlate || customerName, wishes, dragged };
  }

  #let(placing: Placing | null) {
    this.dispatchEvent(new PlacingEvent(placing));
  }
}

customElements.define('waiting-list', WaitingList);
