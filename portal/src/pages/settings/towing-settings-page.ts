import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { towingPhoneSchema, type TowingSettingsView } from '@meldewerk/contract/towing';
import { errorText } from '@meldewerk/shell/error-text';
import { base, card } from '@meldewerk/shell/styles';
import { UnsavedController } from '@meldewerk/shell/unsaved-controller';
import { css, html, LitElement, nothing } from 'lit';
import * as v from 'valibot';
import { fetchTowing, saveTowing } from '../../data/towing.ts';
import { setPageTitle } from '../../document-title.ts';
import { currentSession } from '../../session.ts';
import { controlStyles } from '../forms/control-styles.ts';
import '../message-page.ts';

/** Whom customers call when their vehicle must not be driven on. The admin changes it, everybody else reads. */
export class TowingSettingsPage extends LitElement {
  static override properties = { view: { state: true }, typed: { state: true }, error: { state: true }, fault: { state: true }, saved: { state: true }, saving: { state: true } };
  declare view: TowingSettingsView | undefined;
  declare typed: string;
  declare error: unknown;
  declare fault: string | null;
  declare saved: boolean;
  declare saving: boolean;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.typed = '';
    this.fault = null;
    this.saved = false;
    this.saving = false;
    new UnsavedController(this, () => (this.#isDirty() ? msg('Die Abschleppnummer ist noch nicht gespeichert.', { id: 'towing.leaveText' }) : null));
  }

  static override styles = [
    base, card, controlStyles,
    css`
      h1 { font-size: 1.35rem; margin-bottom: 0.2rem; }
      .lead { max-width: 46rem; margin-bottom: 1rem; }
      form { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(19rem, 100%), 1fr)); gap: 1rem; max-width: 56rem; align-items: start; }
      form .card { padding: 1rem 1.15rem; }
      form .field input { max-width: 20rem; }
      .buttons { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 0.6rem 1rem; align-items: center; }
      .told { display: flex; gap: 0.4rem; align-items: baseline; }
      figure { margin: 0; padding: 1rem; border: 1.5px solid var(--wa-color-danger-border-loud); border-inline-start-width: 6px; border-radius: 12px; background: var(--wa-color-danger-fill-quiet); }
      figure strong { display: block; color: var(--wa-color-danger-on-quiet); font-size: 1.05rem; }
      figure .call { display: block; margin-top: 0.8rem; padding: 0.7rem 1rem; border-radius: 10px; background: var(--wa-color-danger-fill-loud); color: var(--wa-color-danger-on-loud); font-weight: 600; text-align: center; }
      figcaption { margin-bottom: 0.6rem; font-size: var(--wa-font-size-xs); color: var(--wa-color-text-quiet); }
      .skeleton i { display: block; height: 9rem; border-radius: 10px; background: var(--wa-color-surface-border); opacity: 0.6; }
    `,
  ];

  override connectedCallback() {
    super.connectedCallback();
    void this.#load();
  }

  override render() {
    setPageTitle(msg('Abschleppen', { id: 'nav.towing' }));
    if (this.error) return html`<message-page kind="failed" .error=${this.error} .retry=${() => void this.#load()}></message-page>`;
    const { view } = this;
    if (!view) return html`<div class="skeleton" role="status"><span class="visually-hidden">${msg('Die Nummer wird geladen.', { id: 'towing.loading' })}</span><i></i></div>`;
    const mayEdit = currentSession().staff.role === 'admin';
    const own = this.typed.trim();
    return html`
      <h1>${msg('Abschleppen', { id: 'nav.towing' })}</h1>
      <p class="quiet lead">${msg('Nach einem Unfall oder einer Panne fragt die Meldung zuerst, ob jemand verletzt ist und ob das Fahrzeug noch fahren darf. Spricht etwas dagegen, steht diese Nummer groß auf dem Handy des Kunden.', { id: 'towing.lead' })}</p>
      <form @submit=${this.#save} novalidate>
        <div class="card field">
          <label for="phone">${msg('Nummer fürs Abschleppen', { id: 'towing.phone' })}</label>
          <input id="phone" type="tel" autocomplete="off" maxlength="25" .value=${this.typed} ?disabled=${!mayEdit} aria-invalid=${this.fault ? 'true' : nothing} aria-describedby=${this.fault ? 'hint fault' : 'hint'}
            @input=${(input: Event) => this.#type((input.target as HTMLInputElement).value)}>
          <span class="hint" id="hint">${msg(str`Leer lassen, wenn dafür Ihre eigene Nummer gilt: ${view.workshopPhone}`, { id: 'towing.hint' })}</span>
          ${this.fault ? html`<span class="fault" id="fault"><wa-icon name="error"></wa-icon>${this.fault}</span>` : nothing}
        </div>
        <figure>
          <figcaption>${msg('So sieht es der Kunde', { id: 'towing.preview' })}</figcaption>
          <strong>${msg('Bitte fahren Sie nicht weiter', { id: 'towing.previewHeading' })}</strong>
          <span class="call">${own ? msg('Abschleppdienst anrufen', { id: 'towing.previewTowing' }) : msg('Werkstatt anrufen', { id: 'towing.previewWorkshop' })} ${own || view.workshopPhone}</span>
        </figure>
        <div class="buttons">
          ${mayEdit
            ? html`<wa-button type="submit" variant="brand" ?disabled=${!this.#isDirty()} ?loading=${this.saving}>${msg('Speichern', { id: 'towing.save' })}</wa-button>`
            : html`<span class="quiet">${msg('Ändern kann das die Leitung.', { id: 'towing.readOnly' })}</span>`}
          <span role="status">${this.saved ? html`<span class="told"><wa-icon name="check"></wa-icon>${msg('Gespeichert. Das gilt ab sofort.', { id: 'towing.saved' })}</span>` : nothing}</span>
        </div>
      </form>
    `;
  }

  #type(typed: string) {
    this.typed = typed;
    this.fault = null;
    this.saved = false;
  }

  async #load() {
    this.error = undefined;
    try {
      this.#show(await fetchTowing());
    } catch (error) {
      this.error = error;
    }
  }

  #show(view: TowingSettingsView) {
    this.view = view;
    this.typed = view.towingPhone ?? '';
  }

  async #save(event: SubmitEvent) {
    event.preventDefault();
    const towingPhone = this.typed.trim() || null;
    if (!v.is(towingPhoneSchema, towingPhone)) return this.#refuse(msg('Bitte geben Sie eine Telefonnummer an, zum Beispiel 0721 123456.', { id: 'towing.wrong' }));
    this.saving = true;
    try {
      this.#show(await saveTowing({ towingPhone }));
      this.saved = true;
    } catch (error) {
      this.#refuse(msg(str`Nicht gespeichert: ${errorText(error)}`, { id: 'towing.notSaved' }));
    } finally {
      this.saving = false;
    }
  }

  #refuse(sentence: string) {
    this.fault = sentence;
    this.renderRoot.querySelector<HTMLElement>('#phone')?.focus();
  }

  #isDirty(): boolean {
    return this.view !== undefined && this.typed.trim() !== (this.view.towingPhone ?? '');
  }
}

customElements.define('towing-settings-page', TowingSettingsPage);
