import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { AppointmentDays, AppointmentRound, AppointmentState } from '@meldewerk/contract/appointment';
import type { StatusPage } from '@meldewerk/contract/status-page';
import type { Site } from '@meldewerk/contract/tenant';
import { ProblemError } from '../api.ts';
import { renderWishExtras, renderWishForm } from '../appointments/wish-form.ts';
import { wishFormStyles } from '../appointments/wish-form-styles.ts';
import { wishWords } from '../appointments/wish-words.ts';
import { noWishes, wishesToSend, type TypedWishes, type WishDays } from '../appointments/wishes.ts';
import { currentLanguage } from '../language.ts';
import { saveFile } from '../signing/save-document.ts';
import { renderAgreed } from './agreed-services.ts';
import { renderRounds, tookBackProposal } from './appointment-history.ts';
import { statusAppointmentStyles } from './status-appointments-styles.ts';
import { sectionStyles } from './section-styles.ts';
import type { StatusApi } from './status-api.ts';
import { timeWords } from './time-words.ts';

/** `sure`: a proposed time, asked once more before it counts. */
type Mode = { kind: 'look' } | { kind: 'sure'; startsAt: string } | { kind: 'decline' } | { kind: 'wishes' };

/** The date: what stands, what the workshop proposes, what the customer would like, and how it went so far. */
export class StatusAppointments extends LitElement {
  static override styles = [sectionStyles, wishFormStyles, statusAppointmentStyles];
  static override properties = { page: { attribute: false }, api: { attribute: false }, site: { attribute: false }, mode: { state: true }, typed: { state: true }, days: { state: true }, busy: { state: true }, fault: { state: true }, said: { state: true } };
  declare page: StatusPage;
  declare api: StatusApi;
  declare site: Site;
  declare mode: Mode;
  declare typed: TypedWishes;
  declare days: WishDays;
  declare busy: boolean;
  /** What went wrong, and at which wish. */
  declare fault: { sentence: string; wishes: Record<number, string> } | null;
  /** What the customer has just done. */
  declare said: string | null;
  #spoken = '';
  #focus: string | null = null;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { mode: { kind: 'look' }, typed: noWishes, days: [], busy: false, fault: null, said: null });
  }

  protected override updated(): void {
    const target = this.#focus && this.renderRoot.querySelector<HTMLElement>(this.#focus);
    if (!target) return;
    this.#focus = null;
    target.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    const state = this.page.appointments;
    if (!state || !(state.rounds.length > 0 || state.agreedServices || this.site.asksForWishes)) return nothing;
    const asked = state.turn === 'customer';
    return html`<section class="card ${asked ? 'due' : ''}" aria-labelledby="appointment-heading">
      <h2 id="appointment-heading" tabindex="-1">${asked ? msg('Die Werkstatt schlägt einen Termin vor', { id: 'date.proposed' }) : msg('Ihr Termin', { id: 'date.heading' })}</h2>
      <div role="status">${this.said ? html`<p class="note good">${this.said}</p>` : nothing}</div>
      ${state.confirmed ? this.#renderConfirmed(state.confirmed) : nothing}
      ${this.#renderMode(state)}
      <div role="alert">${this.fault ? html`<p class="wrong">${this.fault.sentence}</p>` : nothing}</div>
      ${state.agreedServices ? renderAgreed(state.agreedServices) : nothing}
      ${state.rounds.length > 0 ? renderRounds(state.rounds, this.site.timeZone) : nothing}
      <div class="unseen" aria-live="polite">${this.#spoken}</div>
    </section>`;
  }

  #renderConfirmed({ startsAt, note }: NonNullable<AppointmentState['confirmed']>): TemplateResult {
    const { street, postalCode, city } = this.site.address;
    return html`<div class="stands">
      <p class="when">${timeWords(startsAt, this.site.timeZone)}</p>
      <p class="soft"><bdi>${this.site.name}, ${street}, ${postalCode} ${city}</bdi></p>
      ${note ? html`<p class="words">${note}</p>` : nothing}
      <div class="buttons"><button type="button" class="button" @click=${() => void this.#saveFile()}>${msg('In den Kalender', { id: 'date.toCalendar' })}</button></div>
    </div>`;
  }

  #renderMode(state: AppointmentState): TemplateResult | typeof nothing {
    const { mode } = this;
    if (mode.kind === 'wishes') return this.#renderWishes(state);
    if (state.turn === 'customer' && mode.kind === 'sure') return this.#renderSure(state, mode.startsAt);
    if (state.turn === 'customer' && mode.kind === 'decline') return this.#renderDecline(state);
    if (state.turn === 'customer') return this.#renderProposal(state.rounds.at(-1));
    return this.#renderWaiting(state);
  }

  #renderProposal(round: AppointmentRound | undefined): TemplateResult | typeof nothing {
    if (!round) return nothing;
    return html`${round.note ? html`<p class="words">${round.note}</p>` : nothing}
      ${this.page.appointments?.confirmed ? html`<p class="soft">${msg('Bis Sie zusagen, gilt der Termin oben.', { id: 'date.untilThen' })}</p>` : nothing}
      <ul class="slots">
        ${round.slots.map(({ startsAt }) => html`<li><span>${timeWords(startsAt, this.site.timeZone)}</span>${Date.parse(startsAt) <= Date.now()
          ? html`<span class="soft">${msg('vorbei', { id: 'date.over' })}</span>`
          : html`<button type="button" class="button primary" @click=${() => this.#enter({ kind: 'sure', startsAt })}>${msg('Zusagen', { id: 'date.accept' })}<span class="unseen">: ${timeWords(startsAt, this.site.timeZone)}</span></button>`}</li>`)}
      </ul>
      <div class="buttons">
        <button type="button" class="button" @click=${() => this.#openWishes()}>${msg('Andere Wünsche nennen', { id: 'date.otherWishes' })}</button>
        <button type="button" class="button" @click=${() => this.#enter({ kind: 'decline' })}>${round.slots.length === 1 ? msg('Passt nicht', { id: 'date.declineOne' }) : msg('Keiner passt', { id: 'date.decline' })}</button>
      </div>`;
  }

  #renderSure({ rounds }: AppointmentState, startsAt: string): TemplateResult {
    return html`<div class="panel">
      <h3 id="panel-heading" tabindex="-1">${msg('Diesen Termin zusagen?', { id: 'date.sure' })}</h3>
      <p class="when">${timeWords(startsAt, this.site.timeZone)}</p>
      <div class="buttons">
        ${this.#renderSend(msg('Ja, verbindlich zusagen', { id: 'date.yes' }), () => ({ answer: 'accepted', seenRound: rounds.length, startsAt }), msg('Danke, der Termin steht.', { id: 'date.accepted' }))}
        ${this.#renderBack()}
      </div>
    </div>`;
  }

  #renderDecline({ rounds }: AppointmentState): TemplateResult {
    return html`<div class="panel">
      <h3 id="panel-heading" tabindex="-1">${msg('Kein Vorschlag passt?', { id: 'date.declineHeading' })}</h3>
      <div class="field"><label for="decline-note">${msg('Möchten Sie etwas dazu sagen? (freiwillig)', { id: 'date.declineNote' })}</label><textarea id="decline-note" rows="2" maxlength="500"></textarea></div>
      <div class="buttons">
        ${this.#renderSend(
          msg('Vorschläge ablehnen', { id: 'date.declineSend' }),
          () => {
            const note = this.renderRoot.querySelector<HTMLTextAreaElement>('#decline-note')?.value.trim();
            return { answer: 'declined', seenRound: rounds.length, ...(note && { note }) };
          },
          msg('Die Werkstatt weiß Bescheid und meldet sich.', { id: 'date.declined' }),
        )}
        <button type="button" class="button" @click=${() => this.#openWishes()}>${msg('Lieber andere Wünsche nennen', { id: 'date.ratherWishes' })}</button>
        ${this.#renderBack()}
      </div>
    </div>`;
  }

  #renderWishes({ rounds }: AppointmentState): TemplateResult {
    const change = (typed: TypedWishes) => {
      this.typed = typed;
      this.fault = null;
    };
    return html`<div class="panel">
      <h3 id="panel-heading" tabindex="-1">${msg('Wann passt es Ihnen?', { id: 'wishes.heading' })}</h3>
      ${this.days.length > 0
        ? renderWishForm({ typed: this.typed, days: this.days, language: currentLanguage(), change, faultAt: (index) => this.fault?.wishes[index], announce: (sentence) => this.#say(sentence), idOf: (index) => `wish-${index}` })
        : html`<p class="soft" role="status">${this.busy ? msg('Wird geladen …', { id: 'frame.loading' }) : msg('Der Kalender lässt sich gerade nicht laden. Schreiben Sie einfach dazu, wann es Ihnen passt.', { id: 'date.noCalendar' })}</p>`}
      ${renderWishExtras({ typed: this.typed, change }, { services: false })}
      <div class="buttons">
        ${this.#renderSend(
          msg('Wünsche senden', { id: 'date.sendWishes' }),
          () => {
            const sent = wishesToSend(this.typed);
            if (!sent) this.fault = { sentence: msg('Bitte wählen Sie mindestens einen Wunschtermin, oder schreiben Sie dazu, wann es geht.', { id: 'date.nothingWished' }), wishes: {} };
            return sent && { answer: 'wishes', seenRound: rounds.length, wishes: sent.wishes, notPossibleOn: sent.notPossibleOn ?? [], ...(sent.note && { note: sent.note }) };
          },
          msg('Ihre Wünsche sind bei der Werkstatt.', { id: 'date.wished' }),
        )}
        ${this.#renderBack()}
      </div>
    </div>`;
  }

  #renderWaiting({ turn, rounds, confirmed }: AppointmentState): TemplateResult {
    const wished = rounds.findLast(({ kind }) => kind === 'wishes');
    const last = rounds.at(-1);
    const tookBack = last?.kind === 'cancelled' && tookBackProposal(last, rounds);
    return html`${turn === 'staff' && (last?.kind === 'wishes' || tookBack) && wished
        ? html`<p>${msg('Ihre Wünsche liegen der Werkstatt vor:', { id: 'date.waiting' })}</p><ol class="wished">${wished.wishes.map((wish) => html`<li>${wishWords(wish, currentLanguage())}</li>`)}</ol>`
        : turn === 'staff' ? html`<p>${msg('Die Werkstatt meldet sich mit neuen Vorschlägen.', { id: 'date.waitingProposal' })}</p>`
          : confirmed ? nothing
            : html`<p>${last?.kind === 'cancelled' && !tookBack ? msg('Der Termin ist abgesagt. Die Werkstatt meldet sich mit einem neuen.', { id: 'date.cancelled' }) : msg('Noch ist kein Termin vereinbart.', { id: 'date.none' })}</p>`}
      ${this.site.asksForWishes ? html`<div class="buttons"><button type="button" class="button ${confirmed || turn ? 'quiet' : ''}" @click=${() => this.#openWishes()}>${confirmed ? msg('Einen anderen Termin wünschen', { id: 'date.moveWish' }) : turn === 'staff' ? msg('Andere Wünsche nennen', { id: 'date.otherWishes' }) : msg('Wunschtermine nennen', { id: 'date.wish' })}</button></div>` : nothing}`;
  }

  #renderSend(label: string, answer: () => object | null, done: string): TemplateResult {
    return html`<button type="button" class="button primary" aria-disabled=${this.busy ? 'true' : 'false'} @click=${() => void this.#send(answer(), done)}>${this.busy ? msg('Wird gesendet …', { id: 'send.sending' }) : label}</button>`;
  }

  #renderBack(): TemplateResult {
    return html`<button type="button" class="button quiet" @click=${() => this.#enter({ kind: 'look' })}>${msg('Zurück', { id: 'frame.back' })}</button>`;
  }

  #enter(mode: Mode): void {
    Object.assign(this, { mode, fault: null, said: null });
    this.#focus = mode.kind === 'look' ? '#appointment-heading' : '#panel-heading';
  }

  #openWishes(): void {
    this.#enter({ kind: 'wishes' });
    void this.#bringDays();
  }

  async #bringDays(): Promise<void> {
    this.busy = true;
    const answer = await fetch('/api/appointment-days', { headers: { 'Accept-Language': currentLanguage() }, credentials: 'omit', cache: 'no-cache' }).then((response) => (response.ok ? (response.json() as Promise<AppointmentDays>) : null)).catch(() => null);
    this.days = answer?.days ?? [];
    this.busy = false;
  }

  async #send(answer: object | null, done: string): Promise<void> {
    if (this.busy || !answer) return;
    this.busy = true;
    this.fault = null;
    try {
      const appointments = await this.api.send<AppointmentState>('POST', '/appointment-answers', answer);
      this.page = { ...this.page, appointments };
      Object.assign(this, { mode: { kind: 'look' }, typed: noWishes, said: done });
      this.#focus = '#appointment-heading';
      this.#stale();
    } catch (error) {
      this.#fail(error);
    } finally {
      this.busy = false;
    }
  }

  #fail(error: unknown): void {
    if (!(error instanceof ProblemError)) {
      this.fault = { sentence: msg('Das hat gerade nicht geklappt. Bitte prüfen Sie Ihr Internet, und versuchen Sie es noch einmal.', { id: 'date.unreachable' }), wishes: {} };
      return;
    }
    const { code, issues = [], detail } = error.problem;
    if (code === 'changedMeanwhile') {
      this.mode = { kind: 'look' };
      this.fault = { sentence: msg('Die Werkstatt hat inzwischen etwas geändert. Hier sehen Sie, was jetzt gilt.', { id: 'date.changedMeanwhile' }), wishes: {} };
      return this.#stale();
    }
    const wishes = Object.fromEntries(issues.flatMap(({ path, message }) => (path.startsWith('wishes.') ? [[Number(path.slice(7)), message]] : [])));
    this.fault = { sentence: issues[0]?.message ?? detail, wishes };
    if (Object.keys(wishes).length > 0) void this.#bringDays();
  }

  async #saveFile(): Promise<void> {
    try {
      saveFile(await this.api.file('/appointment.ics'), 'text/calendar', msg('Werkstatttermin.ics', { id: 'date.fileName' }));
    } catch (error) {
      this.#fail(error);
    }
  }

  #say(sentence: string): void {
    this.#spoken = sentence;
    this.requestUpdate();
  }

  #stale(): void {
    this.dispatchEvent(new CustomEvent('status-stale', { bubbles: true, composed: true }));
  }
}

if (!customElements.get('status-appointments')) customElements.define('status-appointments', StatusAppointments);
