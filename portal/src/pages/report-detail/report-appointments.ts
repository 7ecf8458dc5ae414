import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { AppointmentRound, Calendar, Wish } from '@meldewerk/contract/appointment';
import { isClosed } from '@meldewerk/contract/handling';
import type { ReportDetail } from '@meldewerk/contract/report';
import { tell } from '@meldewerk/shell/confirm';
import { errorText } from '@meldewerk/shell/error-text';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { halfDayOf, isFull, longDay, longMoment, reasonText, roomText, shortDay, timeSpan, wishedServiceTexts, wishText } from '../../appointment-words.ts';
import { addressOf, agreedServiceList, isUnmet, withWished } from '../../appointments/agreed-services.ts';
import { loadBar } from '../../appointments/load-bar.ts';
import { openProposal, openWishes, turnText } from '../../appointments/turn-words.ts';
import { fetchCalendar, saveAgreedServices } from '../../data/appointments.ts';
import { dayOf, formatMomentWithin } from '../../format.ts';
import { paths } from '../../router.ts';
import { currentSession } from '../../session.ts';
import { addDays, dayAt, mondayOf } from '../../workshop-time.ts';
import { appointmentRounds } from './appointment-rounds.ts';
import { reportAppointmentStyles } from './report-appointments-styles.ts';

type RoundWish = AppointmentRound['wishes'][number];

/** When the vehicle comes in: whose turn it is, what the customer wishes, and what staff do about it. Fires `report-stale`. */
export class ReportAppointments extends LitElement {
  static override properties = { report: { attribute: false }, timeZone: { type: String }, days: { state: true }, busy: { state: true }, said: { state: true } };
  declare report: ReportDetail;
  declare timeZone: string;
  /** The days of the wishes, as they look now. */
  declare days: Map<string, Calendar['days'][number]>;
  declare busy: boolean;
  /** What an action has done, in words. */
  declare said: string;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { days: new Map(), busy: false, said: '' });
  }

  static override styles = reportAppointmentStyles;

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('report')) void this.#readDays();
    if (changed.get('report') && changed.get('report')?.id !== this.report.id) this.said = '';
  }

  /** The mails about a date lead here. */
  override firstUpdated() {
    if (location.hash === '#appointments') this.scrollIntoView({ block: 'start', behavior: 'instant' });
  }

  override render() {
    const { appointments, handling } = this.report;
    const wishes = openWishes(appointments);
    const mayAct = currentSession().staff.role !== 'viewer' && !isClosed(handling.status);
    const last = appointments.rounds.at(-1);
    return html`
      <section class="card ${appointments.turn === 'staff' ? 'ours' : ''}" aria-labelledby="appointments">
        <div class="head">
          <h2 id="appointments"><wa-icon name="calendar"></wa-icon>${msg('Termin', { id: 'purpose.appointment' })}</h2>
          <p class="turn"><strong>${turnText(appointments)}</strong>${last && appointments.turn ? html` <span class="quiet small">${msg(str`seit ${formatMomentWithin(last.at, this.timeZone)}`, { id: 'appointment.since' })}</span>` : nothing}</p>
        </div>
        ${this.#date(mayAct)}
        ${this.#proposal()}
        ${wishes ? this.#wishes(wishes, mayAct) : nothing}
        ${this.#actions(mayAct)}
        <p class="said small" role="status">${this.said}</p>
        ${this.#beside(wishes, mayAct)}
        ${appointmentRounds(appointments, this.timeZone)}
      </section>
    `;
  }

  /** The date that stands. */
  #date(mayAct: boolean) {
    const { confirmed } = this.report.appointments;
    if (!confirmed) return nothing;
    const day = dayAt(confirmed.startsAt, this.timeZone);
    return html`<div class="date">
      <p><strong>${longDay(day)}, ${timeSpan(confirmed.startsAt, confirmed.endsAt, this.timeZone)}</strong><a class="small no-print" href=${paths.calendarOn(day)}>${msg('Im Kalender ansehen', { id: 'appointment.inCalendar' })}</a></p>
      ${mayAct ? html`<div class="actions no-print">
        <wa-button size="s" appearance="outlined" @click=${() => void this.#open('confirm')}><wa-icon slot="start" name="pencil"></wa-icon>${msg('Verschieben', { id: 'appointment.move' })}</wa-button>
        <wa-button size="s" appearance="outlined" @click=${() => void this.#cancel()}><wa-icon slot="start" name="ban"></wa-icon>${msg('Absagen', { id: 'appointment.cancel' })}</wa-button>
      </div>` : nothing}
    </div>`;
  }

  #proposal() {
    const proposal = openProposal(this.report.appointments);
    if (!proposal) return nothing;
    return html`<div>
      <h3>${msg('Vorgeschlagen', { id: 'appointment.proposed' })}</h3>
      <ul class="slots-said">${proposal.slots.map(({ startsAt }) => html`<li><wa-icon name="clock"></wa-icon>${longMoment(startsAt, this.timeZone)}</li>`)}</ul>
    </div>`;
  }

  #wishes({ wishes, notPossibleOn, note }: AppointmentRound, mayAct: boolean) {
    const best = wishes.find((wish) => this.#fits(wish));
    return html`<div>
      ${wishes.length > 0 ? html`<h3>${msg('Wünsche des Kunden, der liebste zuerst', { id: 'appointment.wishes' })}</h3>
      <ol class="wishes">${wishes.map((wish, index) => this.#wish(wish, index, { mayAct, best: wish === best }))}</ol>` : nothing}
      ${notPossibleOn.length > 0 ? html`<p class="small">${msg(str`Nicht möglich: ${notPossibleOn.map(shortDay).join('; ')}`, { id: 'appointment.notPossibleOn' })}</p>` : nothing}
      ${note ? html`<p class="quote">„${note}“</p>` : nothing}
    </div>`;
  }

  #wish(wish: RoundWish, index: number, { mayAct, best }: { mayAct: boolean; best: boolean }) {
    const day = this.days.get(wish.day);
    const half = day && halfDayOf(day, wish.part);
    const over = wish.day < dayOf(new Date(), this.timeZone);
    const fits = this.#fits(wish);
    const gone = over ? msg('vorbei', { id: 'appointment.over' }) : half && !wish.reason ? roomText(half) : reasonText(wish.reason ?? 'full');
    return html`<li>
      <span class="rank numbers">${index + 1}</span>
      <span>${wishText(wish)}</span>
      <span class="room">${fits ? html`<span class="quiet">${half ? roomText(half) : ''}</span>` : html`<span class="gone">${msg(str`passt nicht mehr: ${gone}`, { id: 'appointment.gone' })}</span>`}${half ? loadBar(half) : nothing}</span>
      ${mayAct && !over ? html`<wa-button class="no-print" size="s" variant=${fits ? 'brand' : 'neutral'} appearance=${best ? 'accent' : 'outlined'} @click=${() => void this.#open('confirm', wish)}>${msg('Bestätigen', { id: 'appointment.confirm' })} …<span class="visually-hidden"> ${wishText(wish)}</span></wa-button>` : nothing}
    </li>`;
  }

  /** The server says it of a wish that waits for us; the calendar says it anew. */
  #fits(wish: RoundWish): boolean {
    const day = this.days.get(wish.day);
    const half = day && halfDayOf(day, wish.part);
    return !wish.reason && wish.day >= dayOf(new Date(), this.timeZone) && !half?.closed && !(half && isFull(half));
  }

  #actions(mayAct: boolean) {
    if (!mayAct) return nothing;
    const { appointments: { confirmed, turn }, handling, submittedAt } = this.report;
    // Who cannot answer is not asked.
    const mayPropose = submittedAt !== null && handling.internalSince === null;
    return html`<div class="actions no-print">
      ${mayPropose ? html`<wa-button size="s" appearance="outlined" @click=${() => void this.#open('propose')}><wa-icon slot="start" name="send"></wa-icon>${turn === 'customer' || confirmed ? msg('Andere Zeiten vorschlagen …', { id: 'appointment.proposeOthers' }) : msg('Zeiten vorschlagen …', { id: 'appointment.propose' })}</wa-button>` : nothing}
      ${turn === 'customer' && !confirmed ? html`<wa-button size="s" appearance="outlined" @click=${() => void this.#cancel()}><wa-icon slot="start" name="undo"></wa-icon>${msg('Vorschlag zurücknehmen', { id: 'appointment.takeBack' })}</wa-button>` : nothing}
      ${confirmed ? nothing : html`<wa-button size="s" appearance="outlined" @click=${() => void this.#open('confirm')}><wa-icon slot="start" name="phone"></wa-icon>${msg('Am Telefon vereinbart …', { id: 'appointment.byPhone' })}</wa-button>`}
    </div>`;
  }

  /** What goes with the date: these are the promises that break. */
  #beside(wishes: AppointmentRound | undefined, mayAct: boolean) {
    const { agreedServices, rounds } = this.report.appointments;
    const asked = wishes?.services ?? rounds.findLast(({ services }) => services !== null)?.services ?? null;
    const wished = wishedServiceTexts(asked);
    if (wished.length === 0 && !agreedServices && !mayAct) return nothing;
    return html`<div class="beside">
      ${wished.length > 0 ? html`<div>
        <h3>${msg('Der Kunde wünscht', { id: 'services.wished' })}</h3>
        <p>${wished.join(', ')}</p>
        ${mayAct && asked && isUnmet(agreedServices, asked) ? html`<wa-button class="no-print" size="s" appearance="outlined" ?loading=${this.busy} @click=${() => void this.#takeOver(asked)}><wa-icon slot="start" name="check"></wa-icon>${msg('Zusagen', { id: 'services.takeOver' })}</wa-button>` : nothing}
      </div>` : nothing}
      <div>
        <h3>${msg('Neben dem Termin vereinbart', { id: 'services.title' })}</h3>
        ${agreedServices ? agreedServiceList(agreedServices) : html`<p class="quiet">${msg('Noch nichts vereinbart: Abholung, Ersatzwagen, Grenzen der Deckung.', { id: 'services.none' })}</p>`}
        ${mayAct ? html`<wa-button class="no-print" size="s" appearance="outlined" @click=${() => void this.#agree()}><wa-icon slot="start" name="pencil"></wa-icon>${agreedServices ? msg('Ändern', { id: 'services.change' }) : msg('Eintragen', { id: 'services.enter' })}<span class="visually-hidden"> ${msg('Neben dem Termin vereinbart', { id: 'services.title' })}</span></wa-button>` : nothing}
      </div>
    </div>`;
  }

  async #open(mode: 'confirm' | 'propose', half?: Wish) {
    const { openAppointmentDialog } = await import('../../appointments/appointment-dialog.ts');
    openAppointmentDialog({ report: this.report, mode, half: half && { day: half.day, part: half.part }, onDone: (said) => this.#done(said) });
  }

  async #cancel() {
    const { openCancelDialog } = await import('../../appointments/cancel-dialog.ts');
    openCancelDialog({ report: this.report, onDone: (said) => this.#done(said), onChangedMeanwhile: () => this.#stale() });
  }

  async #agree() {
    const { openServicesDialog } = await import('../../appointments/services-dialog.ts');
    openServicesDialog({ report: this.report, onDone: () => this.#done(msg('Gespeichert.', { id: 'services.saved' })), onChangedMeanwhile: () => this.#stale() });
  }

  async #takeOver(asked: NonNullable<AppointmentRound['services']>) {
    if (this.busy) return;
    this.busy = true;
    const { appointments, id } = this.report;
    try {
      await saveAgreedServices(id, { seenVersion: appointments.agreedVersion, services: withWished(appointments.agreedServices, asked, addressOf(this.report)) });
      this.#done(msg('Zugesagt und beim Termin vermerkt.', { id: 'services.takenOver' }));
    } catch (error) {
      await tell({ title: msg('Das hat nicht geklappt', { id: 'failed.title' }), text: errorText(error) });
      this.#stale();
    } finally {
      this.busy = false;
    }
  }

  /** A wish is judged by what its day looks like now; without an answer it is by what the server said of it. */
  async #readDays() {
    const wishes = openWishes(this.report.appointments)?.wishes ?? [];
    const mondays = [...new Set(wishes.map(({ day }) => mondayOf(day)))];
    const weeks = await Promise.all(mondays.map((monday) => fetchCalendar(monday, addDays(monday, 6)))).catch(() => []);
    this.days = new Map(weeks.flatMap(({ days }) => days).map((day) => [day.day, day]));
  }

  #done(said: string) {
    this.said = said;
    this.#stale();
  }

  #stale() {
    this.dispatchEvent(new Event('report-stale', { bubbles: true, composed: true }));
  }
}

customElements.define('report-appointments', ReportAppointments);
