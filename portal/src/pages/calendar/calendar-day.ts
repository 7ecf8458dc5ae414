import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { dayParts, type AppointmentSettingsView, type Calendar, type DayPart } from '@meldewerk/contract/appointment';
import { base, card } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing } from 'lit';
import { closedText, halfDayOf, longDay, partName, roomText, weekdayShort } from '../../appointment-words.ts';
import { loadBar, loadStyles } from '../../appointments/load-bar.ts';
import { currentSession } from '../../session.ts';
import { plate, status } from '../../styles/shared.ts';
import { clockAt, dayAt, partAt } from '../../workshop-time.ts';
import { dayEntry, entryStyles } from './calendar-entry.ts';
import { wishText } from './calendar-week.ts';
import { PlacedEvent, wishNumber, type Placing } from './placing.ts';

/** What comes in on one day, with the days of its week to go to; also what is printed of it. Fires `placed`. */
export class CalendarDay extends LitElement {
  static override properties = {
    day: { type: String }, calendar: { attribute: false }, settings: { attribute: false }, today: { type: String }, timeZone: { type: String }, placing: { attribute: false }, mayMove: { type: Boolean }, dayHref: { attribute: false }, over: { state: true },
  };
  declare day: string;
  declare calendar: Calendar;
  declare settings: AppointmentSettingsView;
  declare today: string;
  declare timeZone: string;
  declare placing: Placing | null;
  declare mayMove: boolean;
  declare dayHref: (day: string) => string;
  declare over: DayPart | '';

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.over = '';
  }

  static override styles = [
    base, card, plate, status, loadStyles, entryStyles,
    css`
      .strip { display: grid; grid-template-columns: repeat(7, minmax(0, 1fr)); gap: 0.25rem; margin-bottom: 1rem; }
      .strip a { display: grid; gap: 0.25rem; justify-items: center; padding: 0.4rem 0.2rem; border: 1px solid transparent; border-radius: 8px; color: inherit; font-size: var(--wa-font-size-xs); line-height: 1.3; text-decoration: none; }
      .strip a[aria-current] { border-color: var(--wa-color-brand-50); background: var(--wa-color-surface-default); }
      .strip .shut { color: var(--wa-color-text-quiet); }
      .strip .today strong { color: var(--wa-color-text-link); }
      .strip strong { font-size: 1rem; font-weight: 650; }
      .strip .load { width: 80%; }
      h2 { display: flex; flex-wrap: wrap; gap: 0.2rem 0.75rem; align-items: baseline; margin-bottom: 0.75rem; font-size: 1.15rem; }
      h2 .is-closed { color: var(--wa-color-warning-on-quiet); font-size: var(--wa-font-size-s); font-weight: 550; }
      section { margin-bottom: 1rem; padding: 0.85rem 1rem; }
      section.over { background: var(--wa-color-brand-fill-quiet); }
      section.wished { box-shadow: inset 0 0 0 2px var(--wa-color-brand-50); }
      .head { display: grid; grid-template-columns: auto minmax(0, 1fr) minmax(5rem, 12rem); gap: 0.75rem; align-items: center; }
      h3 { font-size: 0.95rem; }
      .head .quiet { font-size: var(--wa-font-size-s); }
      .none { padding-top: 0.6rem; }
      .row { display: grid; grid-template-columns: 6.2rem minmax(0, 1.25fr) minmax(0, 1fr) minmax(0, 1.15fr); gap: 0.2rem 1rem; align-items: center; padding: 0.65rem 0.25rem; border-top: 1px solid var(--wa-color-surface-border); color: inherit; text-decoration: none; }
      .row:hover { background: var(--wa-color-surface-lowered); }
      ul { margin-top: 0.6rem; }
      .when strong { font-size: 1.05rem; font-weight: 650; }
      .who { display: flex; flex-wrap: wrap; gap: 0.2rem 0.7rem; align-items: center; overflow-wrap: anywhere; }
      .who strong { font-weight: 600; }
      .car { overflow-wrap: anywhere; font-size: var(--wa-font-size-s); }
      .more { display: flex; flex-wrap: wrap; gap: 0.2rem 0.7rem; justify-content: flex-end; align-items: center; font-size: var(--wa-font-size-s); }
      .tick { display: none; }
      .here { width: 100%; min-height: 2.5rem; margin-top: 0.6rem; border: 1px dashed var(--wa-color-brand-50); border-radius: 6px; background: none; color: var(--wa-color-text-link); font: inherit; font-weight: 600; cursor: pointer; }
      .sheet { display: none; }
      @media (min-width: 48.01rem) { .strip { display: none; } }
      @media (max-width: 48rem) {
        .row { grid-template-columns: 3.6rem minmax(0, 1fr); }
        .when .quiet { display: block; font-size: var(--wa-font-size-xs); }
        .when { grid-row: 1 / 4; align-self: start; }
        .more { justify-content: flex-start; }
        .head { grid-template-columns: auto minmax(0, 1fr) 5rem; }
      }
      @media print {
        .strip, .here, .load, .head .quiet { display: none; }
        .sheet { display: block; margin-bottom: 0.3rem; font-size: 10pt; }
        h2 { font-size: 16pt; margin-bottom: 0.4cm; }
        section.card { border: 0; border-radius: 0; box-shadow: none; padding: 0; margin-bottom: 0.5cm; break-inside: avoid-page; }
        .row { grid-template-columns: 2.5cm 6cm minmax(0, 1fr) 5cm 0.6cm; gap: 0 0.3cm; padding: 0.14cm 0; font-size: 10pt; break-inside: avoid; }
        .row > * { grid-row: auto; }
        .more { justify-content: flex-start; font-size: 9pt; }
        .mark { border: 1px solid #999; }
        .tick { display: block; width: 0.45cm; height: 0.45cm; border: 1px solid #000; border-radius: 2px; }
      }
    `,
  ];

  override render() {
    const known = this.calendar.days.find(({ day }) => day === this.day);
    return html`
      <nav class="strip" aria-label=${msg('Tage dieser Woche', { id: 'calendar.days' })}>${this.calendar.days.map((day) => this.#stripDay(day))}</nav>
      <p class="sheet">${currentSession().tenant.name} · ${msg('Was hereinkommt', { id: 'calendar.comesIn' })}</p>
      <h2>${longDay(this.day)}${known?.closed ? html`<span class="is-closed">${closedText(known.closed)}</span>` : nothing}</h2>
      ${known ? dayParts.map((part) => this.#half(known, part)) : nothing}
    `;
  }

  #stripDay(day: Calendar['days'][number]) {
    const { used, capacity } = day;
    const whole = { closed: day.closed, used: used.morning + used.afternoon, capacity: capacity.morning === null || capacity.afternoon === null ? null : capacity.morning + capacity.afternoon };
    return html`<a class="${day.closed ? 'shut' : ''} ${day.day === this.today ? 'today' : ''}" href=${this.dayHref(day.day)} aria-current=${day.day === this.day ? 'date' : nothing}>
      <span class="visually-hidden">${longDay(day.day)}, ${roomText(whole)}</span><span aria-hidden="true">${weekdayShort(day.day)}</span><strong class="numbers" aria-hidden="true">${Number(day.day.slice(8))}</strong>${loadBar(whole)}
    </a>`;
  }

  #half(known: Calendar['days'][number], part: DayPart) {
    const half = halfDayOf(known, part, this.settings);
    const { afternoonFrom } = this.settings.settings;
    const entries = this.calendar.appointments.filter(({ startsAt }) => dayAt(startsAt, this.timeZone) === this.day && partAt(clockAt(startsAt, this.timeZone), afternoonFrom) === part);
    const wish = wishNumber(this.placing, { day: this.day, part });
    const target = this.placing !== null && this.day >= this.today;
    return html`<section class="card ${this.over === part ? 'over' : ''} ${wish > 0 ? 'wished' : ''}" aria-labelledby=${part} @dragover=${(event: DragEvent) => this.#dragOver(event, part)} @dragleave=${() => (this.over = '')} @drop=${(event: DragEvent) => this.#drop(event, part)}>
      <div class="head"><h3 id=${part}>${partName(part)}</h3><span class="quiet">${roomText(half)}${wish > 0 ? ` · ${wishText(wish)}` : ''}</span>${loadBar(half)}</div>
      ${entries.length > 0 ? html`<ul>${entries.map((entry) => dayEntry(entry, { timeZone: this.timeZone, mayMove: this.mayMove }))}</ul>` : half.closed ? nothing : html`<p class="quiet none">${msg('Kein Termin.', { id: 'calendar.nothing' })}</p>`}
      ${target && !this.placing?.dragged ? html`<button type="button" class="here" @click=${() => this.#place(part)}>${msg('Hier eintragen', { id: 'calendar.placeHere' })}<span class="visually-hidden">: ${partName(part)}</span></button>` : nothing}
    </section>`;
  }

  #dragOver(event: DragEvent, part: DayPart) {
    if (!this.placing || this.day < this.today) return;
    event.preventDefault();
    this.over = part;
  }

  #drop(event: DragEvent, part: DayPart) {
    event.preventDefault();
    this.over = '';
    this.#place(part);
  }

  #place(part: DayPart) {
    if (this.placing && this.day >= this.today) this.dispatchEvent(new PlacedEvent(this.placing.reportId, { day: this.day, part }));
  }
}

customElements.define('calendar-day', CalendarDay);
