import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { FormSummary } from '@meldewerk/contract/form';
import { confirmAction, tell } from '@meldewerk/shell/confirm';
import { errorText } from '@meldewerk/shell/error-text';
import { base, card } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing } from 'lit';
import { bringFormBack, fetchForms, retireForm } from '../../data/forms.ts';
import { setPageTitle } from '../../document-title.ts';
import { currentSession } from '../../session.ts';
import '../message-page.ts';
import { markStyles } from './form-marks.ts';
import { formRows, formRowStyles } from './form-rows.ts';
import { openNewForm } from './new-form.ts';

/** The workshop's library of forms: what customers can be given to sign. */
export class FormListPage extends LitElement {
  static override properties = { forms: { state: true }, error: { state: true }, retiredNow: { state: true }, busy: { state: true } };
  declare forms: FormSummary[] | undefined;
  declare error: unknown;
  /** The form just taken out, for as long as that can be taken back with one press. */
  declare retiredNow: FormSummary | undefined;
  declare busy: string | undefined;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  static override styles = [
    base, card, markStyles, formRowStyles,
    css`
      header { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.75rem 1.5rem; margin-bottom: 1rem; }
      h1 { font-size: 1.35rem; }
      .lead { max-width: 46rem; margin-top: 0.2rem; }
      .actions { display: flex; flex-wrap: wrap; gap: 0.6rem; }
      .undo { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem 1rem; margin-bottom: 1rem; padding: 0.5rem 1rem; }
      h2 { margin: 1.75rem 0 0.6rem; font-size: 1rem; }
      .state { display: grid; justify-items: center; gap: 0.75rem; padding: 3.5rem 1.25rem; text-align: center; }
      .state wa-icon { font-size: 2rem; color: var(--wa-color-text-quiet); }
      .state p { max-width: 32rem; }
      .state h2 { margin: 0; }
      .skeleton i { display: block; height: 4.25rem; margin-bottom: 0.6rem; border-radius: 10px; background: var(--wa-color-surface-border); opacity: 0.6; }
    `,
  ];

  override connectedCallback() {
    super.connectedCallback();
    void this.#load();
  }

  override render() {
    setPageTitle(msg('Formulare', { id: 'nav.forms' }));
    if (this.error) return html`<message-page kind="failed" .error=${this.error} .retry=${() => void this.#load()}></message-page>`;
    const mayEdit = currentSession().staff.role === 'admin';
    return html`
      <header>
        <div>
          <h1>${msg('Formulare', { id: 'nav.forms' })}</h1>
          <p class="quiet lead">${msg('Was Ihre Kunden mit der Meldung lesen und unterschreiben. Angehängt werden die Formulare beim Vorbereiten einer Meldung.', { id: 'forms.lead' })}</p>
        </div>
        ${mayEdit
          ? html`<div class="actions">
              <wa-button appearance="outlined" @click=${() => openNewForm('pdf')}><wa-icon slot="start" name="upload"></wa-icon>${msg('PDF hochladen', { id: 'forms.newPdf' })}</wa-button>
              <wa-button variant="brand" @click=${() => openNewForm('text')}><wa-icon slot="start" name="plus"></wa-icon>${msg('Formular schreiben', { id: 'forms.newText' })}</wa-button>
            </div>`
          : html`<p class="quiet">${msg('Ändern kann Formulare die Leitung.', { id: 'forms.readOnly' })}</p>`}
      </header>
      ${this.retiredNow ? this.#undo(this.retiredNow) : nothing}
      ${this.#library(mayEdit)}
    `;
  }

  #library(mayEdit: boolean) {
    if (!this.forms) return html`<div class="skeleton" role="status"><span class="visually-hidden">${msg('Die Formulare werden geladen.', { id: 'forms.loading' })}</span><i></i><i></i><i></i><i></i></div>`;
    const inUse = this.forms.filter(({ retired }) => !retired);
    const retired = this.forms.filter((form) => form.retired);
    const rows = { mayEdit, busy: this.busy, onRetire: (form: FormSummary) => void this.#retire(form), onBringBack: (form: FormSummary) => void this.#bringBack(form) };
    return html`
      ${inUse.length > 0 ? formRows(msg('Formulare in Gebrauch', { id: 'forms.inUse' }), inUse, rows) : this.#none(mayEdit)}
      ${retired.length > 0
        ? html`<h2>${msg('Zurückgezogen', { id: 'formMark.retired' })}</h2>${formRows(msg('Zurückgezogene Formulare', { id: 'forms.retired' }), retired, rows)}`
        : nothing}
    `;
  }

  #none(mayEdit: boolean) {
    return html`
      <section class="state card">
        <wa-icon name="file"></wa-icon>
        <h2>${msg('Noch keine Formulare', { id: 'forms.none' })}</h2>
        <p class="quiet">${mayEdit
          ? msg('Laden Sie ein Formular als PDF hoch und setzen Sie die Felder darauf, oder schreiben Sie eines hier.', { id: 'forms.noneHint' })
          : msg('Die Leitung Ihrer Werkstatt kann hier Formulare anlegen.', { id: 'forms.noneReadOnly' })}</p>
      </section>
    `;
  }

  #undo(form: FormSummary) {
    return html`
      <div class="undo card" role="status">
        <span>${msg(str`„${form.title}“ ist zurückgezogen.`, { id: 'forms.retiredNow' })}</span>
        <wa-button size="s" appearance="outlined" @click=${() => void this.#bringBack(form)}>${msg('Rückgängig', { id: 'forms.undo' })}</wa-button>
      </div>
    `;
  }

  async #load() {
    this.error = undefined;
    try {
      this.forms = await fetchForms();
    } catch (error) {
      this.error = error;
    }
  }

  async #retire(form: FormSummary) {
    const sure = await confirmAction({
      title: msg(str`„${form.title}“ zurückziehen?`, { id: 'forms.retireTitle' }),
      text: msg('Das Formular kann dann nicht mehr angehängt werden. Wo es schon an einer Meldung hängt oder unterschrieben ist, bleibt es. Sie können es jederzeit zurückholen.', { id: 'forms.retireText' }),
      action: msg('Zurückziehen', { id: 'forms.retire' }),
    });
    if (sure && (await this.#change(form, () => retireForm(form.id)))) this.retiredNow = form;
  }

  async #bringBack(form: FormSummary) {
    if (await this.#change(form, () => bringFormBack(form.id))) this.retiredNow = undefined;
  }

  async #change(form: FormSummary, change: () => Promise<void>): Promise<boolean> {
    this.busy = form.id;
    try {
      await change();
      this.forms = await fetchForms();
      return true;
    } catch (error) {
      await tell({ title: msg('Das hat nicht geklappt', { id: 'failed.title' }), text: errorText(error) });
      return false;
    } finally {
      this.busy = undefined;
    }
  }
}

customElements.define('form-list-page', FormListPage);
