import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { languages, type Language } from '@meldewerk/contract/language';
import { languageNames } from '@meldewerk/contract/language-names';
import { errorText } from '@meldewerk/shell/error-text';
import { base, card } from '@meldewerk/shell/styles';
import { UnsavedController } from '@meldewerk/shell/unsaved-controller';
import { css, html, LitElement, nothing } from 'lit';
import { fetchLanguages, saveLanguages } from '../../data/languages.ts';
import { setPageTitle } from '../../document-title.ts';
import { customerLanguageName } from '../../labels.ts';
import { currentSession } from '../../session.ts';
import '../message-page.ts';

/** Which languages customers can report in. The admin changes it, everybody else reads. */
export class LanguageSettingsPage extends LitElement {
  static override properties = { kept: { state: true }, offered: { state: true }, error: { state: true }, fault: { state: true }, saved: { state: true }, saving: { state: true } };
  declare kept: Language[] | undefined;
  declare offered: Language[];
  declare error: unknown;
  declare fault: string | null;
  declare saved: boolean;
  declare saving: boolean;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.offered = [];
    this.fault = null;
    this.saved = false;
    this.saving = false;
    new UnsavedController(this, () => (this.#isDirty() ? msg('Die Sprachen sind noch nicht gespeichert.', { id: 'languages.leaveText' }) : null));
  }

  static override styles = [
    base, card,
    css`
      h1 { font-size: 1.35rem; margin-bottom: 0.2rem; }
      .lead { max-width: 46rem; margin-bottom: 1rem; }
      form { display: grid; gap: 1rem; max-width: 46rem; }
      fieldset.card { margin: 0; padding: 1rem 1.15rem; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(13rem, 100%), 1fr)); gap: 0.4rem 1rem; }
      fieldset legend { float: inline-start; grid-column: 1 / -1; width: 100%; padding: 0; font-weight: 600; }
      label { display: flex; align-items: center; gap: 0.7rem; min-height: 2.75rem; cursor: pointer; }
      label:has(:disabled) { cursor: default; }
      input { width: 1.2rem; height: 1.2rem; flex: none; accent-color: var(--wa-color-brand-fill-loud); }
      .name { display: grid; line-height: 1.3; }
      .buttons { display: flex; flex-wrap: wrap; gap: 0.6rem 1rem; align-items: center; }
      .told { display: flex; gap: 0.4rem; align-items: baseline; }
      .skeleton i { display: block; height: 9rem; border-radius: 10px; background: var(--wa-color-surface-border); opacity: 0.6; }
    `,
  ];

  override connectedCallback() {
    super.connectedCallback();
    void this.#load();
  }

  override render() {
    setPageTitle(msg('Sprachen', { id: 'nav.languages' }));
    if (this.error) return html`<message-page kind="failed" .error=${this.error} .retry=${() => void this.#load()}></message-page>`;
    if (!this.kept) return html`<div class="skeleton" role="status"><span class="visually-hidden">${msg('Die Sprachen werden geladen.', { id: 'languages.loading' })}</span><i></i></div>`;
    const mayEdit = currentSession().staff.role === 'admin';
    return html`
      <h1>${msg('Sprachen', { id: 'nav.languages' })}</h1>
      <p class="quiet lead">${msg('In diesen Sprachen können Ihre Kunden melden; auch Nachrichten und Statusseite sprechen sie. Bei Ihnen stehen die Antworten immer auf Deutsch. Was der Kunde frei schreibt, bleibt, wie er es geschrieben hat.', { id: 'languages.lead' })}</p>
      <form @submit=${this.#save}>
        <fieldset class="card" ?disabled=${!mayEdit}>
          <legend>${msg('Für Kunden', { id: 'languages.legend' })}</legend>
          ${languages.map((language) => this.#renderLanguage(language, mayEdit))}
        </fieldset>
        <div class="buttons">
          ${mayEdit
            ? html`<wa-button type="submit" variant="brand" ?disabled=${!this.#isDirty()} ?loading=${this.saving}>${msg('Speichern', { id: 'languages.save' })}</wa-button>`
            : html`<span class="quiet">${msg('Ändern kann das die Leitung.', { id: 'languages.readOnly' })}</span>`}
          <span role="status">${this.saved ? html`<span class="told"><wa-icon name="check"></wa-icon>${msg('Gespeichert. Das gilt ab sofort.', { id: 'languages.saved' })}</span>` : nothing}</span>
          <span role="alert">${this.fault ?? nothing}</span>
        </div>
      </form>
    `;
  }

  #renderLanguage(language: Language, mayEdit: boolean) {
    const always = language === 'de';
    return html`<label>
      <input type="checkbox" .checked=${this.offered.includes(language)} ?disabled=${always || !mayEdit} @change=${(change: Event) => this.#offer(language, (change.target as HTMLInputElement).checked)}>
      <span class="name"><span>${customerLanguageName(language)}</span><span class="quiet" lang=${language}>${always ? msg('immer dabei', { id: 'languages.always' }) : languageNames[language]}</span></span>
    </label>`;
  }

  #offer(language: Language, offered: boolean) {
    this.offered = languages.filter((known) => (known === language ? offered : this.offered.includes(known)));
    this.saved = false;
    this.fault = null;
  }

  async #load() {
    this.error = undefined;
    try {
      this.#show((await fetchLanguages()).languages);
    } catch (error) {
      this.error = error;
    }
  }

  #show(offered: Language[]) {
    this.kept = offered;
    this.offered = offered;
  }

  async #save(event: SubmitEvent) {
    event.preventDefault();
    this.saving = true;
    try {
      this.#show((await saveLanguages({ languages: this.offered })).languages);
      this.saved = true;
    } catch (error) {
      this.fault = msg(str`Nicht gespeichert: ${errorText(error)}`, { id: 'languages.notSaved' });
    } finally {
      this.saving = false;
    }
  }

  #isDirty(): boolean {
    return this.kept !== undefined && this.offered.join() !== languages.filter((language) => this.kept?.includes(language)).join();
  }
}

customElements.define('language-settings-page', LanguageSettingsPage);
