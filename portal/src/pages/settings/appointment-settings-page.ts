import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { appointmentSettingsInputSchema, type AppointmentDays, type AppointmentSettingsInput, type AppointmentSettingsView } from '@meldewerk/contract/appointment';
import { weekdays } from '@meldewerk/contract/tenant';
import { errorText } from '@meldewerk/shell/error-text';
import { base, card } from '@meldewerk/shell/styles';
import { UnsavedController } from '@meldewerk/shell/unsaved-controller';
import { css, html, LitElement, nothing } from 'lit';
import * as v from 'valibot';
import { fetchAppointmentDays, fetchAppointmentSettings, previewAppointmentDays, saveAppointmentSettings } from '../../data/appointments.ts';
import { setPageTitle } from '../../document-title.ts';
import { dayOf } from '../../format.ts';
import { currentSession } from '../../session.ts';
import { addDays } from '../../workshop-time.ts';
import { controlStyles } from '../forms/control-styles.ts';
import '../message-page.ts';
import { closureFields, openingHoursFields, wishFields } from './appointment-fields.ts';
import { appointmentPreview, previewStyles } from './appointment-preview.ts';

const previewDays = 27;
const typingPauseMs = 400;

/** When the workshop takes vehicles in, and what customers can choose of it. The admin changes it, everybody else reads. */
export class AppointmentSettingsPage extends LitElement {
  static override properties = { view: { state: true }, draft: { state: true }, choosable: { state: true }, error: { state: true }, told: { state: true }, faults: { state: true }, isBehind: { state: true }, saving: { state: true } };
  declare view: AppointmentSettingsView | undefined;
  declare draft: AppointmentSettingsInput | undefined;
  declare choosable: AppointmentDays | undefined;
  declare error: unknown;
  declare told: { ok: boolean; text: string } | undefined;
  /** Dotted paths of what is wrong. */
  declare faults: ReadonlySet<string>;
  /** The preview does not show what is typed. */
  declare isBehind: boolean;
  declare saving: boolean;

  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { faults: new Set(), isBehind: false, saving: false });
    new UnsavedController(this, () => (this.#isDirty() ? msg('Ihre Änderungen an den Terminen sind noch nicht gespeichert.', { id: 'appointmentSettings.leaveText' }) : null));
  }

  static override styles = [
    base, card, controlStyles, previewStyles,
    css`
      h1 { font-size: 1.35rem; margin-bottom: 0.2rem; }
      h2 { font-size: 1rem; }
      .lead { max-width: 46rem; margin-bottom: 1rem; }
      .layout { display: grid; grid-template-columns: minmax(0, 44rem) minmax(0, 1fr); gap: 1rem; align-items: start; }
      form { display: grid; gap: 1rem; }
      fieldset.card { display: grid; gap: 0.75rem; padding: 1.1rem 1.25rem; border: 1px solid var(--wa-color-surface-border); }
      .grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 12rem), 1fr)); gap: 0.75rem 1rem; align-items: end; }
      .hours { gap: 0.35rem !important; }
      .day { display: grid; grid-template-columns: 6.5rem minmax(0, 1fr) auto; gap: 0.3rem 0.75rem; align-items: center; min-height: 2.9rem; padding-top: 0.3rem; border-top: 1px solid var(--wa-color-surface-border); }
      .day .name { font-weight: 550; }
      .spans { display: flex; flex-wrap: wrap; gap: 0.3rem 1rem; align-items: center; }
      .span { display: inline-flex; gap: 0.3rem; align-items: center; }
      .span input { width: 8rem !important; min-height: 2.3rem !important; }
      .day-actions { display: flex; flex-wrap: wrap; gap: 0.2rem 0.9rem; justify-content: flex-end; max-width: 11rem; }
      .remove { display: grid; place-items: center; width: 2rem; height: 2.3rem; padding: 0; border: 0; border-radius: 6px; background: none; color: var(--wa-color-text-quiet); cursor: pointer; }
      .remove:disabled { visibility: hidden; }
      .remove:hover { background: var(--wa-color-surface-lowered); color: inherit; }
      .state { max-width: 20rem; }
      .closure { display: grid; grid-template-columns: minmax(0, 1fr) 9.5rem 9.5rem auto; gap: 0.5rem; align-items: end; }
      .closure input { min-width: 0; }
      .closure .remove { height: 2.5rem; }
      aside { position: sticky; inset-block-start: calc(var(--topbar-height) + 1rem); display: grid; gap: 0.75rem; padding: 1.1rem 1.25rem; }
      .buttons { display: flex; flex-wrap: wrap; gap: 0.6rem 1rem; align-items: center; }
      .told { display: flex; gap: 0.4rem; align-items: baseline; }
      .skeleton i { display: block; height: 12rem; margin-bottom: 1rem; border-radius: 10px; background: var(--wa-color-surface-border); opacity: 0.6; }
      @media (max-width: 68rem) { .layout { grid-template-columns: minmax(0, 1fr); } aside { position: static; } }
      @media (max-width: 40rem) {
        .day { grid-template-columns: minmax(0, 1fr) auto; }
        .spans { grid-column: 1 / -1; grid-row: 2; }
        .span { width: 100%; }
        .span input { flex: 1; min-width: 0; padding-inline: 0.4rem !important; }
        .closure { grid-template-columns: repeat(2, minmax(0, 1fr)) auto; }
        .closure .field:first-child { grid-column: 1 / -1; }
      }
    `,
  ];

  override connectedCallback() {
    super.connectedCallback();
    void this.#load();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#pause);
  }

  override render() {
    setPageTitle(msg('Termine', { id: 'nav.appointments' }));
    if (this.error) return html`<message-page kind="failed" .error=${this.error} .retry=${() => void this.#load()}></message-page>`;
    const { view, draft } = this;
    if (!view || !draft) return html`<div class="skeleton" role="status"><span class="visually-hidden">${msg('Die Einstellungen werden geladen.', { id: 'appointmentSettings.loading' })}</span><i></i><i></i></div>`;
    const mayEdit = currentSession().staff.role === 'admin';
    const editing = { input: draft, mayEdit, faults: this.faults, change: (changed: AppointmentSettingsInput) => this.#change(changed) };
    return html`
      <h1>${msg('Termine', { id: 'nav.appointments' })}</h1>
      <p class="quiet lead">${msg(str`Wann Fahrzeuge hereinkommen und was Kunden sich wünschen können. Alle Uhrzeiten sind die Ihres Betriebs (${view.timeZone}).`, { id: 'appointmentSettings.intro' })}</p>
      <div class="layout">
        <form @submit=${this.#save} novalidate>
          ${wishFields(editing)}
          ${openingHoursFields(editing)}
          ${closureFields(editing)}
          <div class="buttons">
            ${mayEdit
              ? html`<wa-button type="submit" variant="brand" ?disabled=${!this.#isDirty()} ?loading=${this.saving}>${msg('Speichern', { id: 'reminders.save' })}</wa-button>`
              : html`<span class="quiet">${msg('Ändern kann die Termine die Leitung.', { id: 'appointmentSettings.readOnly' })}</span>`}
            <span role="status">${this.told ? html`<span class="told ${this.told.ok ? '' : 'fault'}"><wa-icon name=${this.told.ok ? 'check' : 'error'}></wa-icon>${this.told.text}</span>` : nothing}</span>
          </div>
        </form>
        <aside class="card" aria-labelledby="preview">
          <h2 id="preview">${msg('So können Kunden wählen', { id: 'appointmentPreview.title' })}</h2>
          ${this.choosable ? appointmentPreview(this.choosable, this.isBehind) : html`<p class="quiet" role="status">${msg('Einen Moment …', { id: 'appointmentDialog.loading' })}</p>`}
        </aside>
      </div>
    `;
  }

  async #load() {
    this.error = undefined;
    try {
      this.#show(await fetchAppointmentSettings());
    } catch (error) {
      this.error = error;
    }
  }

  #show(view: AppointmentSettingsView) {
    this.view = view;
    this.draft = structuredClone(inputOf(view));
    clearTimeout(this.#pause);
    void this.#readPreview(view.timeZone);
  }

  #change(changed: AppointmentSettingsInput) {
    Object.assign(this, { draft: changed, told: undefined, faults: new Set(), isBehind: true });
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#previewDraft(changed), typingPauseMs);
  }

  async #readPreview(timeZone: string) {
    const today = dayOf(new Date(), timeZone);
    this.choosable = await fetchAppointmentDays(today, addDays(today, previewDays)).catch(() => undefined);
    this.isBehind = false;
  }

  /** What cannot be saved yet has no preview; the last one stays and says that it is behind. */
  async #previewDraft(draft: AppointmentSettingsInput) {
    const parsed = v.safeParse(appointmentSettingsInputSchema, draft);
    if (!parsed.success || hoursFaults(draft.openingHours).length > 0) return;
    const choosable = await previewAppointmentDays(parsed.output).catch(() => undefined);
    if (choosable && draft === this.draft) Object.assign(this, { choosable, isBehind: false });
  }

  async #save(event: SubmitEvent) {
    event.preventDefault();
    const { draft } = this;
    if (!draft || this.saving) return;
    const sorted = { ...draft, openingHours: sortedHours(draft.openingHours) };
    const parsed = v.safeParse(appointmentSettingsInputSchema, sorted);
    const faults = [...(parsed.success ? [] : parsed.issues.map((issue) => v.getDotPath(issue) ?? '')), ...hoursFaults(sorted.openingHours)];
    if (faults.length > 0 || !parsed.success) return this.#refuse(sorted, faults);
    this.saving = true;
    try {
      this.#show(await saveAppointmentSettings(parsed.output));
      this.told = { ok: true, text: msg('Gespeichert. Das gilt ab sofort.', { id: 'reminders.saved' }) };
    } catch (error) {
      this.told = { ok: false, text: msg(str`Nicht gespeichert: ${errorText(error)}`, { id: 'reminders.notSaved' }) };
    } finally {
      this.saving = false;
    }
  }

  #refuse(draft: AppointmentSettingsInput, faults: string[]) {
    const paths = faults.map((path) => path.replace(/\.(from|to)$/, (end) => (path.startsWith('openingHours') ? '' : end)));
    const ofHours = faults[0]?.startsWith('openingHours');
    const ofClosure = faults[0]?.startsWith('settings.closures');
    Object.assign(this, {
      draft, faults: new Set(paths),
      told: {
        ok: false,
        text: ofHours ? msg('Bitte prüfen Sie die Öffnungszeiten: Jede Zeit endet nach ihrem Beginn, und keine überschneidet sich mit einer anderen.', { id: 'appointmentSettings.hoursWrong' })
          : ofClosure ? msg('Bitte geben Sie zu jeder Schließzeit Anlass, ersten und letzten Tag an.', { id: 'appointmentSettings.closureWrong' })
            : msg('Bitte prüfen Sie die markierten Zahlen.', { id: 'appointmentSettings.numbersWrong' }),
      },
    });
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }

  #isDirty(): boolean {
    return this.view !== undefined && JSON.stringify(this.draft) !== JSON.stringify(inputOf(this.view));
  }
}

function inputOf({ settings, openingHours }: AppointmentSettingsView): AppointmentSettingsInput {
  return { settings, openingHours };
}

function sortedHours(openingHours: AppointmentSettingsInput['openingHours']): AppointmentSettingsInput['openingHours'] {
  const sorted = { ...openingHours };
  for (const day of weekdays) sorted[day] = openingHours[day].toSorted((a, b) => a.from.localeCompare(b.from));
  return sorted;
}

function hoursFaults(openingHours: AppointmentSettingsInput['openingHours']): string[] {
  return weekdays.flatMap((day) => openingHours[day].flatMap((span, at, spans) => {
    const overlaps = (spans[at - 1]?.to ?? '') > span.from;
    return span.from >= span.to || overlaps ? [`openingHours.${day}.${at}`] : [];
  }));
}

customElements.define('appointment-settings-page', AppointmentSettingsPage);
