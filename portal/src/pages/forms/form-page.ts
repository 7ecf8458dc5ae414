import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { FormDetail, FormVersionInput } from '@meldewerk/contract/form';
import type { Issue } from '@meldewerk/contract/problem';
import { errorText, hasStatus } from '@meldewerk/shell/error-text';
import { navigate } from '@meldewerk/shell/navigation';
import { ProblemError } from '@meldewerk/shell/request';
import { base, card } from '@meldewerk/shell/styles';
import { UnsavedController } from '@meldewerk/shell/unsaved-controller';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { fetchForm, saveForm } from '../../data/forms.ts';
import { setPageTitle } from '../../document-title.ts';
import { paths } from '../../router.ts';
import { currentSession } from '../../session.ts';
import '../message-page.ts';
import { changesBetween, draftOf, type FormChange } from './form-draft.ts';
import { formMarks, markStyles } from './form-marks.ts';
import type { FormSettings } from './form-settings.ts';
import './form-settings.ts';
import { blankForm, newFormSource } from './new-form.ts';
import { saveBar, saveBarStyles } from './save-bar.ts';

/** One form, to be read by everybody and changed by the management; every save is a new version. */
export class FormPage extends LitElement {
  static override properties = {
    formId: { type: String }, stored: { state: true }, draft: { state: true }, error: { state: true }, issues: { state: true }, saving: { state: true }, told: { state: true },
  };
  declare formId: string;
  declare stored: FormDetail | undefined;
  declare draft: FormVersionInput | undefined;
  declare error: unknown;
  declare issues: Issue[];
  declare saving: boolean;
  declare told: { ok: boolean; text: string } | undefined;

  #unsaved = new UnsavedController(this, () => {
    const changes = this.#changes();
    return changes.length > 0 ? msg(str`Noch nicht gespeichert: ${changes.join(', ')}.`, { id: 'formPage.leaveText' }) : null;
  });

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { issues: [], saving: false });
  }

  static override styles = [
    base, card, markStyles, saveBarStyles,
    css`
      .back { display: inline-flex; align-items: center; gap: 0.4rem; margin-bottom: 0.6rem; min-height: 2rem; color: var(--wa-color-text-quiet); text-decoration: none; }
      header { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem 1rem; margin-bottom: 1rem; }
      h1 { font-size: 1.35rem; overflow-wrap: anywhere; }
      .sample { display: flex; gap: 0.6rem; align-items: baseline; margin-bottom: 1rem; padding: 0.7rem 1rem; border: 1px solid var(--wa-color-warning-border-quiet); border-radius: 10px; background: var(--wa-color-warning-fill-quiet); color: var(--wa-color-warning-on-quiet); }
      .part { margin-bottom: 1rem; padding: 1rem 1.15rem 1.1rem; }
      .skeleton i { display: block; height: 11rem; margin-bottom: 1rem; border-radius: 10px; background: var(--wa-color-surface-border); opacity: 0.6; }
    `,
  ];

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('formId')) void this.#open();
  }

  override render() {
    if (this.error) return this.#failure();
    const { draft } = this;
    if (!draft) return html`<div class="skeleton" role="status"><span class="visually-hidden">${msg('Das Formular wird geladen.', { id: 'formPage.loading' })}</span><i></i><i></i></div>`;
    const readOnly = currentSession().staff.role !== 'admin';
    const title = draft.title || msg('Neues Formular', { id: 'formPage.new' });
    setPageTitle(title);
    return html`
      <a class="back" href=${paths.forms}><wa-icon name="arrow-left"></wa-icon>${msg('Formulare', { id: 'nav.forms' })}</a>
      <header>
        <h1>${title}</h1>
        ${this.stored ? html`<span class="quiet">${msg(str`Fassung ${this.stored.version}`, { id: 'formPage.version' })}</span>${formMarks(this.stored)}` : nothing}
      </header>
      ${this.stored?.isSample ? html`<p class="sample"><wa-icon name="info"></wa-icon><span>${msg('Das ist ein Muster von uns und keine Rechtsberatung. Prüfen Sie den Text, bevor Sie ihn verwenden; mit dem ersten Speichern ist es Ihr eigenes Formular.', { id: 'formPage.sample' })}</span></p>` : nothing}
      <div @form-change=${this.#change}>
        <section class="part card" aria-label=${msg('Einstellungen des Formulars', { id: 'formSettings.legend' })}><form-settings .draft=${draft} .issues=${this.issues} .readOnly=${readOnly}></form-settings></section>
        ${this.#content(draft, readOnly)}
      </div>
      ${saveBar({ draft, formId: this.formId, readOnly, isNew: !this.stored, changes: this.#changes(), saving: this.saving, told: this.told, onSave: () => void this.#save(), onProblem: (error) => this.#tellProblem(error) })}
    `;
  }

  #content({ content }: FormVersionInput, readOnly: boolean) {
    if (content.source === 'text') {
      void import('./text-form-editor.ts');
      return html`<section class="part card" aria-label=${msg('Inhalt', { id: 'formPage.content' })}><text-form-editor .text=${content.text} .issues=${this.issues} .readOnly=${readOnly}></text-form-editor></section>`;
    }
    void import('./pdf-form-editor.ts');
    return html`<pdf-form-editor .content=${content} .issues=${this.issues} .readOnly=${readOnly} .untitled=${!this.draft?.title}></pdf-form-editor>`;
  }

  #failure() {
    if (hasStatus(this.error, 404)) return html`<message-page kind="not-found"></message-page>`;
    return html`<message-page kind="failed" .error=${this.error} .retry=${() => void this.#open()}></message-page>`;
  }

  async #open() {
    Object.assign(this, { stored: undefined, draft: undefined, error: undefined, issues: [], told: undefined });
    const source = newFormSource(location.search);
    if (source) {
      this.draft = blankForm(source);
      return;
    }
    const id = this.formId;
    try {
      const stored = await fetchForm(id);
      if (id === this.formId) Object.assign(this, { stored, draft: draftOf(stored) });
    } catch (error) {
      this.error = error;
    }
  }

  #change(event: FormChange) {
    if (!this.draft) return;
    const changed = Object.keys(event.detail);
    this.draft = { ...this.draft, ...event.detail };
    this.issues = this.issues.filter(({ path }) => !changed.some((name) => path === name || path.startsWith(`${name}.`)));
    this.told = undefined;
  }

  #changes(): string[] {
    if (!this.draft) return [];
    return changesBetween(this.stored ? draftOf(this.stored) : blankForm(this.draft.content.source), this.draft);
  }

  async #save() {
    if (!this.draft || this.saving) return;
    const changes = this.#changes();
    const isNew = !this.stored;
    Object.assign(this, { saving: true, issues: [], told: undefined });
    try {
      const stored = await saveForm(this.formId, this.draft);
      Object.assign(this, { stored, draft: draftOf(stored) });
      const text = isNew ? msg('Gespeichert. Das Formular steht jetzt in der Bibliothek.', { id: 'formPage.savedNew' }) : msg(str`Gespeichert als Fassung ${stored.version}. Geändert: ${changes.join(', ')}.`, { id: 'formPage.saved' });
      this.told = { ok: true, text };
      this.#unsaved.letGo();
      if (isNew) navigate(paths.form(this.formId), 'replace');
    } catch (error) {
      this.#tellProblem(error);
    } finally {
      this.saving = false;
    }
  }

  #tellProblem(error: unknown) {
    this.issues = error instanceof ProblemError ? (error.problem.issues ?? []) : [];
    this.told = { ok: false, text: errorText(error) };
    void this.updateComplete.then(() => this.renderRoot.querySelector<FormSettings>('form-settings')?.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }
}

customElements.define('form-page', FormPage);
