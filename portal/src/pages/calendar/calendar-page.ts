import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { AppointmentSettingsView, Calendar, DayPart, Wish } from '@meldewerk/contract/appointment';
import type { ReportFilter } from '@meldewerk/contract/report-filter';
import { ListenerController } from '@meldewerk/shell/listener-controller';
import { navigate } from '@meldewerk/shell/navigation';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { daySpan } from '../../appointment-words.ts';
import { fetchAppointmentSettings, fetchCalendar } from '../../data/appointments.ts';
import { setPageTitle } from '../../document-title.ts';
import { choose } from '../../preferences.ts';
import { filterSearch, readFilter } from '../../report-filter.ts';
import { dayOf } from '../../format.ts';
import { liveUpdates } from '../../live-updates.ts';
import { currentSession } from '../../session.ts';
import { ShortcutController } from '../../shortcuts.ts';
import { addDays, mondayOf, weekNumber } from '../../workshop-time.ts';
import { workflowChanges } from '../../workflow.ts';
import '../message-page.ts';
import { headStyles, layoutSwitch } from '../report-list/list-head.ts';
import type { FilterChangeEvent } from '../report-list/report-filters.ts';
import '../report-list/report-filters.ts';
import './calendar-day.ts';
import { calendarPageStyles } from './calendar-page-styles.ts';
import { calendarPath, readCalendarQuery, type CalendarView } from './calendar-query.ts';
import type { WeekLeftEvent } from './calendar-week.ts';
import './calendar-week.ts';
import type { PlacedEvent, Placing, PlacingEvent } from './placing.ts';
import './waiting-list.ts';

const settleMs = 300;
const minuteMs = 60_000;
const phone = matchMedia('(max-width: 48rem)');

/** Who comes in when, how full the half days are, and who still waits for a date. */
export class CalendarPage extends LitElement {
  static override properties = {
    search: { type: String }, calendar: { state: true }, settings: { state: true }, error: { state: true }, loading: { state: true }, placing: { state: true }, said: { state: true },
  };
  declare search: string;
  declare calendar: Calendar | undefined;
  declare settings: AppointmentSettingsView | undefined;
  declare error: unknown;
  declare loading: boolean;
  declare placing: Placing | null;
  /** What was sent, in words. */
  declare said: string;

  #shown = '';
  /** Where the keyboard goes on once its week is there. */
  #focusOn: Wish | undefined;
  #fetching: AbortController | undefined;
  #settle: ReturnType<typeof setTimeout> | undefined;
  #clock: ReturnType<typeof setInterval> | undefined;
  readonly #timeZone = currentSession().tenant.timeZone;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { search: '', loading: false, placing: null, said: '' });
    new ListenerController(this, liveUpdates, 'connected', () => this.#refreshSoon());
    new ListenerController(this, liveUpdates, 'report', () => this.#refreshSoon());
    new ListenerController(this, liveUpdates, 'settings', () => {
      this.settings = undefined;
      this.#refreshSoon();
    });
    new ListenerController(this, workflowChanges, 'change');
    new ListenerController(this, phone, 'change');
    new ShortcutController(this, {
      'ArrowLeft': () => this.#step(-1),
      'ArrowRight': () => this.#step(1),
      't': () => this.#goTo(this.#today),
      'd': () => this.#show('day'),
      'w': () => this.#show('week'),
      'Escape': () => (this.placing = null),
    });
  }

  static override styles = [calendarPageStyles, headStyles];

  override connectedCallback() {
    super.connectedCallback();
    // Midnight comes while the page is open.
    this.#clock = setInterval(() => this.requestUpdate(), minuteMs);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#fetching?.abort();
    clearTimeout(this.#settle);
    clearInterval(this.#clock);
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('search') && this.#wanted() !== this.#shown) void this.#load();
  }

  override updated() {
    const half = this.#focusOn;
    if (!half || !this.calendar?.days.some(({ day }) => day === half.day)) return;
    this.#focusOn = undefined;
    this.renderRoot.querySelector('calendar-week')?.focusHalf(half);
  }

  override render() {
    setPageTitle(msg('Kalender', { id: 'nav.calendar' }));
    if (this.error && !this.calendar) return html`<message-page kind="failed" .error=${this.error} .retry=${() => void this.#load()}></message-page>`;
    return html`
      ${this.#toolbar()}
      <p class="visually-hidden" role="status">${this.loading ? msg('Der Kalender wird geladen.', { id: 'calendar.loading' }) : this.said}</p>
      ${this.said ? html`<p class="said no-print"><wa-icon name="check"></wa-icon>${this.said}</p>` : nothing}
      ${this.placing && !this.placing.dragged ? html`<p class="banner no-print" role="status"><wa-icon name="calendar"></wa-icon><span>${msg(str`Wählen Sie einen halben Tag für ${this.placing.name}. Esc bricht ab.`, { id: 'calendar.placing' })}</span></p>` : nothing}
      ${this.error ? html`<p class="banner warn no-print" role="alert"><wa-icon name="warning"></wa-icon><span>${msg('Der Kalender lässt sich gerade nicht auffrischen; Sie sehen den letzten Stand.', { id: 'calendar.stale' })}</span></p>` : nothing}
      ${this.#content()}
    `;
  }

  #content() {
    const { calendar, settings } = this;
    const { view, day } = this.#query;
    if (!calendar || !settings) return html`<div class="skeleton"><i></i></div>`;
    const shared = { mayMove: currentSession().staff.role !== 'viewer', dayHref: (target: string) => calendarPath({ view: 'day', day: target }, this.search) };
    return html`
      <div class="layout ${this.loading ? 'loading' : ''}" aria-busy=${this.loading ? 'true' : 'false'} @placing=${this.#startPlacing} @placed=${(event: PlacedEvent) => void this.#place(event)}>
        <div class="main">
          ${calendar.waiting.length > 0 && !this.placing ? html`<button type="button" class="waiting-hint no-print" @click=${() => this.renderRoot.querySelector('waiting-list')?.scrollIntoView({ block: 'start' })}>${calendar.waiting.length === 1 ? msg('1 Kunde wartet auf einen Termin', { id: 'calendar.oneWaits' }) : msg(str`${calendar.waiting.length} Kunden warten auf einen Termin`, { id: 'calendar.someWait' })} ↓</button>` : nothing}
          ${view === 'day'
            ? html`<calendar-day .day=${day} .calendar=${calendar} .settings=${settings} .today=${this.#today} .timeZone=${this.#timeZone} .placing=${this.placing} .mayMove=${shared.mayMove} .dayHref=${shared.dayHref}></calendar-day>`
            : html`<calendar-week .calendar=${calendar} .settings=${settings} .today=${this.#today} .timeZone=${this.#timeZone} .placing=${this.placing} .mayMove=${shared.mayMove} .dayHref=${shared.dayHref} @week-left=${(event: WeekLeftEvent) => this.#leaveWeek(event.direction, event.part)}></calendar-week>`}
        </div>
        <waiting-list class="no-print" .waiting=${calendar.waiting} .timeZone=${this.#timeZone} .today=${this.#today} .placing=${this.placing} .mayMove=${shared.mayMove}></waiting-list>
      </div>
    `;
  }

  #toolbar() {
    const { view, day } = this.#query;
    const monday = mondayOf(day);
    const steps = view === 'week'
      ? [msg('Vorige Woche', { id: 'calendar.previousWeek' }), msg('Nächste Woche', { id: 'calendar.nextWeek' })] as const
      : [msg('Voriger Tag', { id: 'calendar.previousDay' }), msg('Nächster Tag', { id: 'calendar.nextDay' })] as const;
    return html`
      <div class="head no-print">
        <h1>${msg('Kalender', { id: 'nav.calendar' })}</h1>
        ${layoutSwitch('calendar', this.#filter, (layout) => layout !== 'calendar' && choose({ layout }))}
        <div class="end">
          <wa-button size="s" appearance="outlined" @click=${() => void this.#print()}><wa-icon slot="start" name="print"></wa-icon>${msg('Tag drucken', { id: 'calendar.print' })}</wa-button>
          <wa-button size="s" appearance="outlined" @click=${() => void this.#openFeed()}><wa-icon slot="start" name="smartphone"></wa-icon>${msg('In meinem Kalender', { id: 'feed.open' })}</wa-button>
        </div>
      </div>
      <report-filters class="no-print" .filter=${this.#filter} .without=${['from', 'to']} @filter-change=${this.#narrow}></report-filters>
      <div class="toolbar no-print">
        <div class="steps">
          <wa-button size="s" appearance="outlined" @click=${() => this.#step(-1)}><wa-icon name="chevron-left" label=${steps[0]}></wa-icon></wa-button>
          <wa-button size="s" appearance="outlined" @click=${() => this.#goTo(this.#today)}>${msg('Heute', { id: 'calendar.today' })}</wa-button>
          <wa-button size="s" appearance="outlined" @click=${() => this.#step(1)}><wa-icon name="chevron-right" label=${steps[1]}></wa-icon></wa-button>
        </div>
        <p class="span" aria-live="polite"><strong>${msg(str`KW ${weekNumber(day)}`, { id: 'calendar.weekNumber' })}</strong> <span class="dates">· ${daySpan(monday, addDays(monday, 6))}</span></p>
        <label class="jump"><span class="visually-hidden">${msg('Zu einem Datum springen', { id: 'calendar.jump' })}</span>
          <input type="date" .value=${day} @change=${(event: Event) => this.#jump((event.target as HTMLInputElement).value)} /></label>
        <div class="views" role="group" aria-label=${msg('Ansicht', { id: 'calendar.view' })}>
          ${(['week', 'day'] as const).map((name) => html`<button type="button" aria-pressed=${name === view ? 'true' : 'false'} @click=${() => this.#show(name)}>${name === 'week' ? msg('Woche', { id: 'calendar.week' }) : msg('Tag', { id: 'calendar.day' })}</button>`)}
        </div>
      </div>
    `;
  }

  /** A phone has room for one day. */
  get #query() {
    const query = readCalendarQuery(this.search, this.#today);
    return phone.matches ? { ...query, view: 'day' as const } : query;
  }

  /** The list's. Its days are those on which a report came in; the calendar has days of its own. */
  get #filter(): ReportFilter {
    const { from: _from, to: _to, ...filter } = readFilter(this.search);
    return filter;
  }

  /** What has to be read anew when it changes. */
  #wanted(): string {
    return mondayOf(this.#query.day) + filterSearch(this.#filter);
  }

  readonly #narrow = ({ filter, typing }: FilterChangeEvent) => {
    navigate(calendarPath(readCalendarQuery(this.search, this.#today), filterSearch(filter)), typing ? 'replace' : 'push');
  };

  get #today(): string {
    return dayOf(new Date(), this.#timeZone);
  }

  #step(direction: -1 | 1) {
    const { view, day } = this.#query;
    this.#goTo(addDays(day, direction * (view === 'week' ? 7 : 1)));
  }

  #jump(day: string) {
    if (day) this.#goTo(day);
  }

  #goTo(day: string) {
    const { view } = readCalendarQuery(this.search, this.#today);
    this.said = '';
    navigate(calendarPath({ view, day }, this.search));
  }

  #show(view: CalendarView) {
    navigate(calendarPath({ view, day: this.#query.day }, this.search));
  }

  /** By arrow key past the edge: the keyboard goes on in the next week. */
  #leaveWeek(direction: number, part: DayPart) {
    const day = addDays(mondayOf(this.#query.day), direction < 0 ? -1 : 7);
    this.#focusOn = { day, part };
    this.#goTo(day);
  }

  #loaded: Promise<void> = Promise.resolve();

  #load(): Promise<void> {
    this.#loaded = this.#read();
    return this.#loaded;
  }

  async #read() {
    this.#fetching?.abort();
    this.#fetching = new AbortController();
    const { signal } = this.#fetching;
    const wanted = this.#wanted();
    const monday = mondayOf(this.#query.day);
    this.loading = true;
    try {
      const [calendar, settings] = await Promise.all([fetchCalendar(monday, addDays(monday, 6), this.#filter, signal), this.settings ?? fetchAppointmentSettings()]);
      if (signal.aborted) return;
      Object.assign(this, { calendar, settings, error: undefined });
      this.#shown = wanted;
    } catch (error) {
      if (!signal.aborted) this.error = error;
    } finally {
      if (!signal.aborted) this.loading = false;
    }
  }

  /** Many changes in a row are read once. */
  #refreshSoon() {
    clearTimeout(this.#settle);
    this.#settle = setTimeout(() => void this.#load(), settleMs);
  }

  readonly #startPlacing = ({ placing }: PlacingEvent) => {
    this.placing = placing;
    // On a phone the half days are above the list.
    if (placing && phone.matches) window.scrollTo({ top: 0 });
  };

  async #place({ reportId, half }: PlacedEvent) {
    this.placing = null;
    const { openAppointmentDialog } = await import('../../appointments/appointment-dialog.ts');
    openAppointmentDialog({
      report: reportId, mode: 'confirm', half,
      onDone: (said) => {
        this.said = `${msg('Eingetragen.', { id: 'calendar.placed' })} ${said}`;
        void this.#load();
      },
    });
  }

  async #openFeed() {
    const { openFeedDialog } = await import('./feed-dialog.ts');
    openFeedDialog();
  }

  async #print() {
    if (this.#query.view !== 'day') this.#show('day');
    await this.updateComplete;
    await this.#loaded;
    await this.renderRoot.querySelector<LitElement>('calendar-day')?.updateComplete;
    window.print();
  }
}

customElements.define('calendar-page', CalendarPage);
