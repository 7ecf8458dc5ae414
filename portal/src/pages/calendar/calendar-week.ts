import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { dayParts, type AppointmentSettingsView, type Calendar, type DayPart, type Wish } from '@meldewerk/contract/appointment';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { closedText, dayAndMonth, halfDayOf, longDay, partName, roomText, weekdayShort } from '../../appointment-words.ts';
import { loadBar } from '../../appointments/load-bar.ts';
import { clockAt, dayAt, partAt } from '../../workshop-time.ts';
import { weekEntry, type Entry } from './calendar-entry.ts';
import { calendarWeekStyles } from './calendar-week-styles.ts';
import { PlacedEvent, wishNumber, type Placing } from './placing.ts';

export class WeekLeftEvent extends Event {
  /** -1 into the week before, 1 into the next. */
  readonly direction: number;
  readonly part: DayPart;

  constructor(direction: number, part: DayPart) {
    super('week-left');
    this.direction = direction;
    this.part = part;
  }
}

/**
 * A week as a grid of half days: who comes in and how full it is. Arrow keys go from one half day to the next, Enter goes in
 * or puts there what is being placed. Fires `placed`, and `week-left` past its edges.
 */
export class CalendarWeek extends LitElement {
  static override properties = {
    calendar: { attribute: false }, settings: { attribute: false }, today: { type: String }, timeZone: { type: String }, placing: { attribute: false }, mayMove: { type: Boolean }, dayHref: { attribute: false },
    at: { state: true }, over: { state: true },
  };
  declare calendar: Calendar;
  declare settings: AppointmentSettingsView;
  declare today: string;
  declare timeZone: string;
  declare placing: Placing | null;
  declare mayMove: boolean;
  declare dayHref: (day: string) => string;
  /** Where the keyboard is. */
  declare at: Wish | undefined;
  /** What is being dragged across. */
  declare over: string;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.over = '';
  }

  static override styles = calendarWeekStyles;

  override willUpdate(changed: PropertyValues<this>) {
    const { days } = this.calendar;
    if (!changed.has('calendar') || days.some(({ day }) => day === this.at?.day)) return;
    // The same weekday of another week, or today.
    const before = days.find(({ day }) => this.at && weekdayShort(day) === weekdayShort(this.at.day));
    const start = before ?? days.find(({ day }) => day === this.today) ?? days[0];
    if (start) this.at = { day: start.day, part: this.at?.part ?? 'morning' };
  }

  override render() {
    const { days } = this.calendar;
    return html`
      <div role="grid" class=${days.map((day) => (isUnused(day) ? 'n' : 'w')).join('')} aria-label=${msg('Woche in halben Tagen', { id: 'calendar.grid' })} aria-readonly="true" @keydown=${this.#press}>
        <div role="row" class="row head">
          <span role="columnheader" class="corner"><span class="visually-hidden">${msg('Tageszeit', { id: 'calendar.dayPart' })}</span></span>
          ${days.map((day) => html`<span role="columnheader" class="day ${day.day === this.today ? 'today' : ''} ${day.closed ? 'shut' : ''}" aria-current=${day.day === this.today ? 'date' : nothing}>
            <a href=${this.dayHref(day.day)}><span class="visually-hidden">${longDay(day.day)}</span><strong aria-hidden="true">${weekdayShort(day.day)}</strong> <span class="numbers" aria-hidden="true">${dayAndMonth(day.day)}</span></a>
            ${day.closed && !isUnused(day) ? html`<small>${closedText(day.closed)}</small>` : nothing}
          </span>`)}
        </div>
        ${dayParts.map((part) => html`<div role="row" class="row">
          <span role="rowheader" class="part">${partName(part)}</span>
          ${days.map((day) => this.#cell(day, part))}
        </div>`)}
      </div>
    `;
  }

  #cell(day: Calendar['days'][number], part: DayPart) {
    const half = halfDayOf(day, part, this.settings);
    const here = { day: day.day, part };
    const key = keyOf(here);
    const active = this.at?.day === day.day && this.at.part === part;
    const entries = this.#entries(here);
    const wish = wishNumber(this.placing, here);
    const target = this.placing !== null && day.day >= this.today;
    const shown = half.closed?.label ? '' : roomText(half);
    const roomIsShown = !(half.closed && (!shown || (day.closed && day.used.morning + day.used.afternoon === 0)));
    return html`<div role="gridcell" id=${key} class="cell ${half.closed ? 'shut' : ''} ${day.day === this.today ? 'today' : ''} ${target ? 'target' : ''} ${wish > 0 ? 'wished' : ''} ${this.over === key ? 'over' : ''}"
      tabindex=${active ? 0 : -1}
      @focus=${() => (this.at = here)} @dragover=${(event: DragEvent) => this.#dragOver(event, here)} @dragleave=${() => (this.over = '')} @drop=${(event: DragEvent) => this.#drop(event, here)}>
      <span class="visually-hidden">${longDay(day.day)}, ${partName(part)}, ${[roomIsShown ? null : roomText(half), appointmentCount(entries.length)].filter(Boolean).join(', ')}</span>
      ${!roomIsShown ? nothing : html`<span class="room"><span class="small ${half.capacity !== null && half.used >= half.capacity && !half.closed ? 'full' : 'quiet'}">${shown}</span>${loadBar(half)}</span>`}
      ${wish > 0 ? html`<span class="wish">${wishText(wish)}</span>` : nothing}
      ${entries.map((entry) => weekEntry(entry, { timeZone: this.timeZone, mayMove: this.mayMove, tabindex: active ? 0 : -1 }))}
      ${target && !this.placing?.dragged ? html`<button type="button" class="here" tabindex=${active ? 0 : -1} aria-label=${msg(str`Hier eintragen: ${longDay(day.day)}, ${partName(part)}`, { id: 'calendar.placeHereLabel' })} @click=${() => this.#place(here)}>${isUnused(day) ? html`<wa-icon name="plus"></wa-icon>` : msg('Hier eintragen', { id: 'calendar.placeHere' })}</button>` : nothing}
    </div>`;
  }

  #entries({ day, part }: Wish): Entry[] {
    const { afternoonFrom } = this.settings.settings;
    return this.calendar.appointments.filter(({ startsAt }) => dayAt(startsAt, this.timeZone) === day && partAt(clockAt(startsAt, this.timeZone), afternoonFrom) === part);
  }

  readonly #press = (event: KeyboardEvent) => {
    const { at } = this;
    if (!at || event.ctrlKey || event.metaKey || event.altKey) return;
    const inCell = event.composedPath()[0] instanceof Element && (event.composedPath()[0] as Element).matches('[role="gridcell"]');
    if (event.key === 'Enter' && inCell) {
      event.preventDefault();
      return this.placing ? this.#place(at) : this.#cellOf(at)?.querySelector<HTMLElement>('a, button')?.focus();
    }
    if (event.key === 'Escape' && !inCell) {
      event.preventDefault();
      return this.#cellOf(at)?.focus();
    }
    const index = this.calendar.days.findIndex(({ day }) => day === at.day);
    const steps: Record<string, [days: number, part: DayPart]> = { ArrowLeft: [-1, at.part], ArrowRight: [1, at.part], ArrowUp: [0, 'morning'], ArrowDown: [0, 'afternoon'], Home: [-index, at.part], End: [6 - index, at.part] };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const next = this.calendar.days[index + step[0]];
    if (!next) return void this.dispatchEvent(new WeekLeftEvent(step[0], at.part));
    this.focusHalf({ day: next.day, part: step[1] });
  };

  /** Takes the keyboard to a half day that is shown. */
  focusHalf(half: Wish) {
    this.at = half;
    void this.updateComplete.then(() => this.#cellOf(half)?.focus());
  }

  #cellOf(half: Wish): HTMLElement | null {
    return this.renderRoot.querySelector(`#${keyOf(half)}`);
  }

  #dragOver(event: DragEvent, here: Wish) {
    if (!this.placing || here.day < this.today) return;
    event.preventDefault();
    this.over = keyOf(here);
  }

  #drop(event: DragEvent, here: Wish) {
    event.preventDefault();
    this.over = '';
    this.#place(here);
  }

  #place(half: Wish) {
    if (this.placing && half.day >= this.today) this.dispatchEvent(new PlacedEvent(this.placing.reportId, half));
  }
}

/** Nobody comes on a day on which the workshop is closed anyway: it takes less room. */
function isUnused({ closed, used }: Calendar['days'][number]): boolean {
  return closed !== null && closed.label === null && used.morning + used.afternoon === 0;
}

function keyOf({ day, part }: Wish): string {
  return `h-${day}-${part}`;
}

export function wishText(number: number): string {
  return msg(str`Wunsch ${number}`, { id: 'appointment.wishNumber' });
}

function appointmentCount(count: number): string {
  if (count === 0) return msg('kein Termin', { id: 'calendar.noAppointment' });
  return count === 1 ? msg('1 Termin', { id: 'calendar.oneAppointment' }) : msg(str`${count} Termine`, { id: 'calendar.appointments' });
}

customElements.define('calendar-week', CalendarWeek);

declare global {
  interface HTMLElementTagNameMap {
    'calendar-week': CalendarWeek;
  }
}
