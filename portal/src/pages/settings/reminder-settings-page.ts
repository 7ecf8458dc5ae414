import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { reminderSettingsSchema, type ReminderKind, type ReminderSettings, type ReminderSettingsView } from '@meldewerk/contract/reminder';
import { errorText } from '@meldewerk/shell/error-text';
import { base, card } from '@meldewerk/shell/styles';
import { UnsavedController } from '@meldewerk/shell/unsaved-controller';
import { css, html, LitElement, nothing } from 'lit';
import * as v from 'valibot';
import { fetchReminderSettings, saveReminderSettings } from '../../data/reminders.ts';
import { setPageTitle } from '../../document-title.ts';
import { currentSession } from '../../session.ts';
import { controlStyles } from '../forms/control-styles.ts';
import '../message-page.ts';
import { mannersFields, reminderFields, reminderStyles } from './reminder-fields.ts';

/** When customers are reminded of the link they were sent. The admin changes it, everybody else reads. */
export class ReminderSettingsPage extends LitElement {
  static override properties = { view: { state: true }, draft: { state: true }, error: { state: true }, told: { state: true }, saving: { state: true } };
  declare view: ReminderSettingsView | undefined;
  declare draft: ReminderSettings | undefined;
  declare error: unknown;
  declare told: { ok: boolean; text: string } | undefined;
  declare saving: boolean;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.saving = false;
    new UnsavedController(this, () => (this.#isDirty() ? msg('Ihre Änderungen an den Erinnerungen sind noch nicht gespeichert.', { id: 'reminders.leaveText' }) : null));
  }

  static override styles = [
    base, card, controlStyles, reminderStyles,
    css`
      h1 { font-size: 1.35rem; margin-bottom: 0.2rem; }
      .lead { max-width: 46rem; margin-bottom: 1rem; }
      form { display: grid; gap: 1rem; max-width: 56rem; }
      .buttons { display: flex; flex-wrap: wrap; gap: 0.6rem 1rem; align-items: center; }
      .told { display: flex; gap: 0.4rem; align-items: baseline; }
      .skeleton i { display: block; height: 9rem; margin-bottom: 1rem; border-radius: 10px; background: var(--wa-color-surface-border); opacity: 0.6; }
    `,
  ];

  override connectedCallback() {
    super.connectedCallback();
    void this.#load();
  }

  override render() {
    setPageTitle(msg('Erinnerungen', { id: 'nav.reminders' }));
    if (this.error) return html`<message-page kind="failed" .error=${this.error} .retry=${() => void this.#load()}></message-page>`;
    const { view, draft } = this;
    if (!view || !draft) return html`<div class="skeleton" role="status"><span class="visually-hidden">${msg('Die Erinnerungen werden geladen.', { id: 'reminders.loading' })}</span><i></i><i></i></div>`;
    const mayEdit = currentSession().staff.role === 'admin';
    const change = (changed: ReminderSettings) => {
      this.draft = changed;
      this.told = undefined;
    };
    return html`
      <h1>${msg('Erinnerungen', { id: 'nav.reminders' })}</h1>
      <p class="quiet lead">${msg('Wer einen Link bekommen und die Meldung nicht abgeschickt hat, bekommt ihn noch einmal, auf demselben Weg. Nach dem Absenden, nach dem Zurückziehen und nach Ablauf des Links kommt nichts mehr; wer STOP antwortet, bekommt keine SMS.', { id: 'reminders.lead' })}</p>
      <form @submit=${this.#save} novalidate>
        ${view.examples.map(({ kind, sms }) => reminderFields({ kind, sms, settings: draft, mayEdit, change }))}
        ${mannersFields({ settings: draft, timeZone: view.timeZone, mayEdit, change })}
        <div class="buttons">
          ${mayEdit
            ? html`<wa-button type="submit" variant="brand" ?disabled=${!this.#isDirty()} ?loading=${this.saving}>${msg('Speichern', { id: 'reminders.save' })}</wa-button>`
            : html`<span class="quiet">${msg('Ändern kann die Erinnerungen die Leitung.', { id: 'reminders.readOnly' })}</span>`}
          <span role="status">${this.told ? html`<span class="told ${this.told.ok ? '' : 'fault'}"><wa-icon name=${this.told.ok ? 'check' : 'error'}></wa-icon>${this.told.text}</span>` : nothing}</span>
        </div>
      </form>
    `;
  }

  async #load() {
    this.error = undefined;
    try {
      this.#show(await fetchReminderSettings());
    } catch (error) {
      this.error = error;
    }
  }

  #show(view: ReminderSettingsView) {
    this.view = view;
    this.draft = structuredClone(view.settings);
  }

  async #save(event: SubmitEvent) {
    event.preventDefault();
    const parsed = v.safeParse(reminderSettingsSchema, this.draft);
    if (!parsed.success) {
      const path = v.getDotPath(parsed.issues[0])?.split('.');
      const kind = path?.[0] as ReminderKind | undefined;
      this.told = { ok: false, text: path?.[1] === 'afterHours' ? msg('Bitte geben Sie 1 bis 336 Stunden an.', { id: 'reminders.hoursWrong' }) : msg('Bitte prüfen Sie die Uhrzeiten und die Anzahl.', { id: 'reminders.timesWrong' }) };
      this.renderRoot.querySelector<HTMLElement>(path?.[1] === 'afterHours' ? `#hours-${kind}` : '#from')?.focus();
      return;
    }
    this.saving = true;
    try {
      this.#show(await saveReminderSettings(parsed.output));
      this.told = { ok: true, text: msg('Gespeichert. Das gilt ab sofort.', { id: 'reminders.saved' }) };
    } catch (error) {
      this.told = { ok: false, text: msg(str`Nicht gespeichert: ${errorText(error)}`, { id: 'reminders.notSaved' }) };
    } finally {
      this.saving = false;
    }
  }

  #isDirty(): boolean {
    return JSON.stringify(this.draft) !== JSON.stringify(this.view?.settings);
  }
}

customElements.define('reminder-settings-page', ReminderSettingsPage);
