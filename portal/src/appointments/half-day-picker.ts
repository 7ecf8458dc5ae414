import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { dayParts, type AppointmentSettingsView, type Calendar, type DayPart, type Wish } from '@meldewerk/contract/appointment';
import { base } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing } from 'lit';
import { closedText, dayAndMonth, daySpan, halfDayOf, longDay, partName, roomText, weekdayShort } from '../appointment-words.ts';
import { addDays, weekNumber } from '../workshop-time.ts';
import { loadBar, loadStyles } from './load-bar.ts';

export class HalfDayChosenEvent extends Event {
  readonly half: Wish;

  constructor(half: Wish) {
    super('half-day-chosen');
    this.half = half;
  }
}

export class WeekChosenEvent extends Event {
  readonly monday: string;

  constructor(monday: string) {
    super('week-chosen');
    this.monday = monday;
  }
}

/** One week in half days, with the room in each. Fires `half-day-chosen` and `week-chosen`. */
export class HalfDayPicker extends LitElement {
  static override properties = { monday: { type: String }, today: { type: String }, days: { attribute: false }, hours: { attribute: false }, chosen: { attribute: false }, wishes: { attribute: false }, notPossibleOn: { attribute: false } };
  declare monday: string;
  declare today: string;
  /** Undefined while they load. */
  declare days: Calendar['days'] | undefined;
  declare hours: AppointmentSettingsView;
  declare chosen: Wish[];
  /** The customer's, in their order. */
  declare wishes: Wish[];
  declare notPossibleOn: string[];

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { chosen: [], wishes: [], notPossibleOn: [] });
  }

  static override styles = [
    base, loadStyles,
    css`
      .week { display: flex; align-items: center; gap: 0.25rem; margin-bottom: 0.35rem; }
      .week strong { flex: 1; font-weight: 600; text-align: center; }
      .week button { display: grid; place-items: center; width: 2.25rem; height: 2.25rem; border: 1px solid var(--wa-color-surface-border); border-radius: 6px; background: var(--wa-color-surface-default); color: inherit; cursor: pointer; }
      .week button:disabled { opacity: 0.4; cursor: default; }
      table { width: 100%; border-collapse: separate; border-spacing: 0 3px; table-layout: fixed; }
      th { padding: 0.1rem 0.5rem 0.1rem 0; text-align: start; font-weight: 550; font-size: var(--wa-font-size-s); }
      thead th { color: var(--wa-color-text-quiet); font-weight: 500; }
      thead td { width: 6.2rem; }
      th small { display: block; color: var(--wa-color-warning-on-quiet); font-weight: 500; font-size: 0.72rem; line-height: 1.2; }
      .today { color: var(--wa-color-text-link); }
      td { padding: 0 0 0 4px; }
      td button { display: grid; gap: 0.2rem; width: 100%; min-height: 2.6rem; align-content: center; padding: 0.3rem 0.5rem; border: 1px solid var(--wa-color-surface-border); border-radius: 6px; background: var(--wa-color-surface-default); color: inherit; font: inherit; font-size: var(--wa-font-size-xs); line-height: 1.25; text-align: start; cursor: pointer; }
      td button:hover:not(:disabled) { border-color: var(--wa-color-neutral-border-loud); background: var(--wa-color-surface-lowered); }
      td button:disabled { border-style: dashed; color: var(--wa-color-text-quiet); background: none; cursor: default; }
      td button[aria-pressed='true'] { border-color: var(--wa-color-brand-50); box-shadow: inset 0 0 0 1px var(--wa-color-brand-50); background: var(--wa-color-brand-fill-quiet); }
      td button.closed { color: var(--wa-color-text-quiet); }
      .text { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 0.4rem; }
      .wish { flex: none; font-weight: 650; color: var(--wa-color-text-link); white-space: nowrap; }
    `,
  ];

  override render() {
    const { monday } = this;
    const sunday = addDays(monday, 6);
    return html`
      <div class="week">
        <button type="button" aria-label=${msg('Vorige Woche', { id: 'calendar.previousWeek' })} ?disabled=${monday <= this.today} @click=${() => this.#turn(-7)}><wa-icon name="chevron-left"></wa-icon></button>
        <strong aria-live="polite">${msg(str`KW ${weekNumber(monday)}`, { id: 'calendar.weekNumber' })} · ${daySpan(monday, sunday)}</strong>
        <button type="button" aria-label=${msg('Nächste Woche', { id: 'calendar.nextWeek' })} @click=${() => this.#turn(7)}><wa-icon name="chevron-right"></wa-icon></button>
      </div>
      <table aria-busy=${this.days ? 'false' : 'true'}>
        <thead><tr><td></td>${dayParts.map((part) => html`<th scope="col">${partName(part)}</th>`)}</tr></thead>
        <tbody>${Array.from({ length: 7 }, (_, index) => this.#day(addDays(monday, index)))}</tbody>
      </table>
    `;
  }

  #day(day: string) {
    const known = this.days?.find((candidate) => candidate.day === day);
    // A weekend on which the workshop is closed only takes room.
    if (known?.closed && !known.closed.label && !this.wishes.some((wish) => wish.day === day) && !this.chosen.some((half) => half.day === day) && weekdayIsWeekend(day)) return nothing;
    return html`<tr>
      <th scope="row"><span class=${day === this.today ? 'today' : ''}>${weekdayShort(day)} ${dayAndMonth(day)}</span>
        ${known?.closed ? html`<small>${closedText(known.closed)}</small>` : this.notPossibleOn.includes(day) ? html`<small>${msg('Kunde kann nicht', { id: 'appointment.notPossible' })}</small>` : nothing}</th>
      ${dayParts.map((part) => html`<td>${this.#half(day, part, known)}</td>`)}
    </tr>`;
  }

  #half(day: string, part: DayPart, known: Calendar['days'][number] | undefined) {
    const half = known && halfDayOf(known, part, this.hours);
    const wish = this.wishes.findIndex((candidate) => candidate.day === day && candidate.part === part);
    const pressed = this.chosen.some((candidate) => candidate.day === day && candidate.part === part);
    const text = half ? roomText(half) : '…';
    const wishText = msg(str`Wunsch ${wish + 1}`, { id: 'appointment.wishNumber' });
    return html`<button type="button" class=${half?.closed ? 'closed' : ''} aria-pressed=${pressed ? 'true' : 'false'} ?disabled=${!half || day < this.today}
      @click=${() => this.dispatchEvent(new HalfDayChosenEvent({ day, part }))}>
      <span class="visually-hidden">${longDay(day)}, ${partName(part)}, </span>
      <span class="text"><span>${text}</span>${wish >= 0 ? html`<span class="wish">${wishText}</span>` : nothing}</span>
      ${half ? loadBar(half) : nothing}
    </button>`;
  }

  #turn(days: number) {
    this.dispatchEvent(new WeekChosenEvent(addDays(this.monday, days)));
  }
}

function weekdayIsWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

customElements.define('half-day-picker', HalfDayPicker);

declare global {
  interface HTMLElementTagNameMap {
    'half-day-picker': HalfDayPicker;
  }
}
