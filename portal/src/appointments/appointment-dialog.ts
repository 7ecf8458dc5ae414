import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { AppointmentSettingsView, Calendar, Wish } from '@meldewerk/contract/appointment';
import type { ReportDetail } from '@meldewerk/contract/report';
import { errorText } from '@meldewerk/shell/error-text';
import { ProblemError } from '@meldewerk/shell/request';
import { html, LitElement, nothing } from 'lit';
import { halfDayOf, isFull, longDay, roomText, wishText } from '../appointment-words.ts';
import { confirmAppointment, fetchAppointmentSettings, fetchCalendar, proposeAppointments } from '../data/appointments.ts';
import { fetchReport } from '../data/reports.ts';
import { faultSentence } from './fault-sentence.ts';
import { dayOf } from '../format.ts';
import { currentSession } from '../session.ts';
import { addDays, clockAt, dayAt, firstFreeClock, instantAt, isOpenAt, mondayOf, partAt } from '../workshop-time.ts';
import { appointmentDialogStyles } from './appointment-dialog-styles.ts';
import type { HalfDayChosenEvent, WeekChosenEvent } from './half-day-picker.ts';
import './half-day-picker.ts';
import { onItsWayText, toldPreview, type Telling } from './told.ts';
import { isSameHalf, openWishes, turnText } from './turn-words.ts';

type Slot = { day: string; clock: string; minutes: number };
type Opening = {
  /** Known already, or only which one it is. */
  report: ReportDetail | string;
  /** `confirm`: this is the date, also to move one. `propose`: several for the customer to choose from. */
  mode: 'confirm' | 'propose';
  half?: Wish | undefined;
  /** Hears of success, with what was sent in words. */
  onDone: (said: string) => void;
};

const mostSlots = 5;

/** Finds a date for a report and says so to its customer. */
export function openAppointmentDialog(opening: Opening) {
  const dialog = document.createElement('appointment-dialog');
  Object.assign(dialog, { opening });
  document.body.append(dialog);
}

export class AppointmentDialog extends LitElement {
  static override properties = {
    opening: { attribute: false }, report: { state: true }, settings: { state: true }, monday: { state: true }, days: { state: true }, slots: { state: true },
    note: { state: true }, acknowledged: { state: true }, fault: { state: true }, meanwhile: { state: true }, refused: { state: true }, sending: { state: true },
  };
  declare opening: Opening;
  declare report: ReportDetail | undefined;
  declare settings: AppointmentSettingsView | undefined;
  declare monday: string;
  /** Of every week looked at. */
  declare days: Map<string, Calendar['days'][number]>;
  declare slots: Slot[];
  declare note: string;
  /** On a full or closed half day, knowingly. */
  declare acknowledged: boolean;
  declare fault: string;
  /** What has happened while the dialog was open. */
  declare meanwhile: string;
  /** Why the server did not take it: the half day has filled up since. */
  declare refused: string;
  declare sending: boolean;

  #appointments: Calendar['appointments'] = [];
  readonly #timeZone = currentSession().tenant.timeZone;
  readonly #today = dayOf(new Date(), currentSession().tenant.timeZone);

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { monday: mondayOf(this.#today), days: new Map(), slots: [], note: '', acknowledged: false, fault: '', meanwhile: '', refused: '', sending: false });
  }

  static override styles = appointmentDialogStyles;

  override connectedCallback() {
    super.connectedCallback();
    void this.#prepare();
  }

  override render() {
    const ready = this.report && this.settings;
    return html`
      <wa-dialog label=${this.#title()} open @wa-after-hide=${this.#closed}>
        ${ready ? this.#body(ready) : html`<p class="loading" role="status">${this.fault ? html`<span class="fault">${this.fault}</span>` : msg('Einen Moment …', { id: 'appointmentDialog.loading' })}</p>`}
        <wa-button slot="footer" appearance="outlined" data-dialog="close">${msg('Abbrechen', { id: 'dialog.cancel' })}</wa-button>
        <wa-button slot="footer" variant="brand" ?loading=${this.sending} ?disabled=${!ready || this.slots.length === 0 || !this.slots.every(isWhole) || (this.#isDoubtful() && !this.acknowledged)} @click=${() => void this.#send()}>${this.#action()}</wa-button>
      </wa-dialog>
    `;
  }

  #body(settings: AppointmentSettingsView) {
    const { report } = this;
    if (!report) return nothing;
    const wishes = openWishes(report.appointments);
    const picker = html`<half-day-picker .monday=${this.monday} .today=${this.#today} .days=${this.#daysOfWeek()} .hours=${settings} .chosen=${this.slots.map((slot) => halfOf(slot, settings))}
      .wishes=${wishes?.wishes ?? []} .notPossibleOn=${wishes?.notPossibleOn ?? []} @half-day-chosen=${this.#choose} @week-chosen=${(event: WeekChosenEvent) => void this.#turnTo(event.monday)}></half-day-picker>`;
    const name = `${report.reporter.firstName} ${report.reporter.lastName}`.trim() || (report.reporter.company ?? '');
    return html`
      <div class="body">
        <p class="who quiet">${[report.vehicle.licensePlate, name].filter(Boolean).join(' · ')}</p>
        ${this.meanwhile ? html`<p class="callout" role="alert"><wa-icon name="warning"></wa-icon><span>${this.meanwhile}</span></p>` : nothing}
        ${this.opening.mode === 'propose' || !this.opening.half
          ? picker
          : html`<details><summary>${msg('Anderen Tag wählen', { id: 'appointmentDialog.otherDay' })}</summary>${picker}</details>`}
        ${this.slots.length > 0
          ? html`<ul class="slots">${this.slots.map((slot, index) => this.#slot(slot, index))}</ul>`
          : html`<p class="quiet">${this.opening.mode === 'propose' ? msg('Wählen Sie bis zu fünf halbe Tage.', { id: 'appointmentDialog.chooseSome' }) : msg('Wählen Sie einen halben Tag.', { id: 'appointmentDialog.choose' })}</p>`}
        ${this.#doubtCallout()}
        <div class="field"><label for="note">${msg('Nachricht dazu (freiwillig)', { id: 'appointmentDialog.note' })}</label>
          <textarea id="note" rows="2" maxlength="500" .value=${this.note} @input=${(event: Event) => (this.note = (event.target as HTMLTextAreaElement).value)}></textarea></div>
        ${this.slots.length > 0 && this.slots.every(isWhole) ? toldPreview(report, this.#telling()) : nothing}
        ${this.fault ? html`<p class="fault" role="alert"><wa-icon name="error"></wa-icon>${this.fault}</p>` : nothing}
      </div>
    `;
  }

  #slot(slot: Slot, index: number) {
    const day = this.days.get(slot.day);
    const half = day && this.settings && halfDayOf(day, halfOf(slot, this.settings).part, this.settings);
    const change = (changes: Partial<Slot>) => Object.assign(this, { slots: this.slots.map((candidate, at) => (at === index ? { ...candidate, ...changes } : candidate)), acknowledged: false, refused: '' });
    const durations = [...new Set([15, 30, 45, 60, 90, 120, 240, slot.minutes])].sort((a, b) => a - b);
    return html`<li>
      <span class="when"><strong>${longDay(slot.day)}</strong>${half ? html`<span class=${half.closed || isFull(half) ? 'full' : 'quiet'}>${roomText(half)}</span>` : nothing}</span>
      <div class="field"><label for="clock-${index}">${msg('Uhrzeit', { id: 'appointmentDialog.clock' })}</label>
        <input id="clock-${index}" type="time" step="300" required .value=${slot.clock} @input=${(event: Event) => change({ clock: (event.target as HTMLInputElement).value })} /></div>
      <div class="field"><label for="minutes-${index}">${msg('Dauer', { id: 'appointmentDialog.duration' })}</label>
        <select id="minutes-${index}" @change=${(event: Event) => change({ minutes: Number((event.target as HTMLSelectElement).value) })}>
          ${durations.map((minutes) => html`<option value=${minutes} ?selected=${minutes === slot.minutes}>${durationText(minutes)}</option>`)}
        </select></div>
      ${this.opening.mode === 'propose' ? html`<button type="button" class="remove" aria-label=${msg(str`${longDay(slot.day)} entfernen`, { id: 'appointmentDialog.remove' })} @click=${() => (this.slots = this.slots.filter((_, at) => at !== index))}><wa-icon name="trash"></wa-icon></button>` : nothing}
    </li>`;
  }

  #doubtCallout() {
    if (!this.#isDoubtful()) return nothing;
    const doubts = this.#doubts().map(({ half, text }) => `${wishText(half)}: ${text}.`);
    return html`<div class="callout"><wa-icon name="warning"></wa-icon>
      <p>${doubts.join(' ') || this.refused}</p>
      <label class="choice"><input type="checkbox" .checked=${this.acknowledged} @change=${(event: Event) => (this.acknowledged = (event.target as HTMLInputElement).checked)} /><span>${msg('Trotzdem so eintragen', { id: 'appointmentDialog.acknowledge' })}</span></label>
    </div>`;
  }

  #isDoubtful(): boolean {
    return this.refused !== '' || this.#doubts().length > 0;
  }

  /** What is closed or full without this report, or at a time when nobody is there. */
  #doubts(): { half: Wish; text: string }[] {
    const { settings } = this;
    if (!settings) return [];
    const standing = this.report?.appointments.confirmed;
    const own = standing ? halfOf({ day: dayAt(standing.startsAt, this.#timeZone), clock: clockAt(standing.startsAt, this.#timeZone), minutes: 0 }, settings) : undefined;
    return this.slots.flatMap((slot) => {
      const day = this.days.get(slot.day);
      const half = halfOf(slot, settings);
      const room = day && halfDayOf(day, half.part, settings);
      if (!room) return [];
      const without = own && isSameHalf(own, half) ? { ...room, used: room.used - 1 } : room;
      if (without.closed || isFull(without)) return [{ half, text: roomText(without) }];
      return isWhole(slot) && !isOpenAt(slot.day, slot.clock, settings.openingHours) ? [{ half, text: msg(str`${slot.clock} Uhr liegt außerhalb der Öffnungszeiten`, { id: 'appointmentDialog.outsideHours' }) }] : [];
    });
  }

  #telling(): Telling {
    const starts = this.slots.map((slot) => ({ startsAt: instantAt(slot.day, slot.clock, this.#timeZone).toISOString() })).sort((a, b) => a.startsAt.localeCompare(b.startsAt));
    return this.opening.mode === 'propose' ? { kind: 'proposal', slots: starts, note: this.note } : { kind: 'confirmed', startsAt: starts[0]?.startsAt ?? '', note: this.note };
  }

  async #prepare() {
    const { report, half } = this.opening;
    try {
      const [known, settings] = await Promise.all([typeof report === 'string' ? fetchReport(report) : report, fetchAppointmentSettings()]);
      const wish = openWishes(known.appointments)?.wishes[0];
      const first = half?.day ?? wish?.day ?? (known.appointments.confirmed ? dayAt(known.appointments.confirmed.startsAt, this.#timeZone) : addDays(this.#today, 1));
      await this.#turnTo(mondayOf(first < this.#today ? this.#today : first));
      Object.assign(this, { report: known, settings });
      if (!half) return;
      this.#add(half);
      // The time is all that is left to say.
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('#clock-0')?.focus();
    } catch (error) {
      this.fault = errorText(error);
    }
  }

  async #turnTo(monday: string) {
    this.monday = monday;
    if (this.days.has(monday)) return;
    const { days, appointments } = await fetchCalendar(monday, addDays(monday, 6));
    this.#appointments = [...this.#appointments, ...appointments];
    this.days = new Map([...this.days, ...days.map((day) => [day.day, day] as const)]);
  }

  #daysOfWeek(): Calendar['days'] | undefined {
    const days = Array.from({ length: 7 }, (_, index) => this.days.get(addDays(this.monday, index))).filter((day) => day !== undefined);
    return days.length > 0 ? days : undefined;
  }

  readonly #choose = ({ half }: HalfDayChosenEvent) => {
    const { settings } = this;
    if (!settings) return;
    const chosen = this.slots.find((slot) => isSameHalf(halfOf(slot, settings), half));
    Object.assign(this, { acknowledged: false, refused: '', fault: '' });
    if (this.opening.mode === 'confirm') this.slots = [];
    else if (chosen) return void (this.slots = this.slots.filter((slot) => slot !== chosen));
    if (this.slots.length >= mostSlots) return void (this.fault = msg('Mehr als fünf Vorschläge auf einmal gehen nicht.', { id: 'appointmentDialog.enough' }));
    this.#add(half);
  };

  #add({ day, part }: Wish) {
    const { settings } = this;
    if (!settings) return;
    const others = this.#appointments.filter(({ reportId, startsAt }) => reportId !== this.report?.id && dayAt(startsAt, this.#timeZone) === day);
    const taken = others.map(({ startsAt, endsAt }) => ({ from: clockAt(startsAt, this.#timeZone), to: clockAt(endsAt, this.#timeZone) }));
    const { afternoonFrom, durationMinutes } = settings.settings;
    const clock = firstFreeClock(day, part, taken, { openingHours: settings.openingHours, afternoonFrom, durationMinutes });
    this.slots = [...this.slots, { day, clock, minutes: durationMinutes }].sort((a, b) => (a.day + a.clock).localeCompare(b.day + b.clock));
  }

  async #send() {
    const { report } = this;
    if (!report || this.sending) return;
    this.sending = true;
    this.fault = '';
    const seenRound = report.appointments.rounds.at(-1)?.number ?? 0;
    const slots = this.slots.map((slot) => ({ startsAt: instantAt(slot.day, slot.clock, this.#timeZone).toISOString(), durationMinutes: slot.minutes }));
    const shared = { seenRound, note: this.note.trim() || undefined, acknowledged: this.acknowledged };
    try {
      if (this.opening.mode === 'propose') await proposeAppointments(report.id, { ...shared, slots });
      else if (slots[0]) await confirmAppointment(report.id, { ...shared, ...slots[0] });
      this.opening.onDone(onItsWayText(report, this.#telling()));
      this.#hide();
    } catch (error) {
      await this.#failed(error, report.id);
    } finally {
      this.sending = false;
    }
  }

  /** What somebody else did meanwhile is read and shown before anything is sent again. */
  async #failed(error: unknown, reportId: string) {
    const code = error instanceof ProblemError ? error.problem.code : null;
    if (code !== 'changedMeanwhile' && code !== 'appointmentNotFitting') return void (this.fault = faultSentence(error));
    this.days = new Map();
    this.#appointments = [];
    const fresh = await fetchReport(reportId).catch(() => undefined);
    await Promise.all([...new Set([this.monday, ...this.slots.map(({ day }) => mondayOf(day))])].map((monday) => this.#turnTo(monday))).catch(() => undefined);
    if (fresh) this.report = fresh;
    this.acknowledged = false;
    if (code === 'appointmentNotFitting' || !fresh) this.refused = faultSentence(error);
    else this.meanwhile = msg(str`Inzwischen hat sich etwas geändert: ${turnText(fresh.appointments)} Es ist noch nichts gesendet. Prüfen Sie, ob Ihr Termin noch passt, und senden Sie dann noch einmal.`, { id: 'appointmentDialog.changedMeanwhile' });
  }

  #title(): string {
    if (this.opening.mode === 'propose') return msg('Termine vorschlagen', { id: 'appointmentDialog.propose' });
    if (this.report?.appointments.confirmed) return msg('Termin verschieben', { id: 'appointmentDialog.move' });
    return this.opening.half ? msg('Termin bestätigen', { id: 'appointmentDialog.confirm' }) : msg('Termin eintragen', { id: 'appointmentDialog.enter' });
  }

  #action(): string {
    if (this.opening.mode === 'propose') return this.slots.length === 1 ? msg('Vorschlag senden', { id: 'appointmentDialog.sendOne' }) : msg('Vorschläge senden', { id: 'appointmentDialog.send' });
    return this.#title();
  }

  #hide() {
    const dialog = this.renderRoot.querySelector('wa-dialog');
    if (dialog) dialog.open = false;
  }

  #closed(event: Event) {
    if (event.target === this.renderRoot.querySelector('wa-dialog')) this.remove();
  }
}

function halfOf(slot: Slot, { settings }: AppointmentSettingsView): Wish {
  return { day: slot.day, part: partAt(slot.clock, settings.afternoonFrom) };
}

function isWhole({ clock }: Slot): boolean {
  return clock !== '';
}

function durationText(minutes: number): string {
  if (minutes < 60) return msg(str`${minutes} Min.`, { id: 'appointmentDialog.minutes' });
  const hours = String(Math.round((minutes / 60) * 10) / 10).replace('.', ',');
  return msg(str`${hours} Std.`, { id: 'appointmentDialog.hours' });
}

customElements.define('appointment-dialog', AppointmentDialog);

declare global {
  interface HTMLElementTagNameMap {
    'appointment-dialog': AppointmentDialog;
  }
}
