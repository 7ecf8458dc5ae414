import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { templatePlaceholders, type ResponseTemplate, type TemplatePlaceholder } from '@meldewerk/contract/response-template';
import { errorText } from '@meldewerk/shell/error-text';
import { ProblemError } from '@meldewerk/shell/request';
import { base } from '@meldewerk/shell/styles';
import { UnsavedController } from '@meldewerk/shell/unsaved-controller';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { saveTemplate } from '../../data/messages.ts';
import { placeholderLabel } from '../forms/form-labels.ts';
import { controlStyles } from '../forms/control-styles.ts';

/** One template: its title, its words, and what can be put in between. Fires `template-saved` with the template, and `template-left`. */
export class TemplateEditor extends LitElement {
  static override properties = { template: { attribute: false }, titleText: { state: true }, body: { state: true }, faults: { state: true }, saving: { state: true } };
  declare template: ResponseTemplate;
  declare titleText: string;
  declare body: string;
  declare faults: string[];
  declare saving: boolean;

  readonly #unsaved = new UnsavedController(this, () => (this.#isDirty() ? msg('Ihre Änderungen an der Vorlage sind noch nicht gespeichert.', { id: 'templates.leaveText' }) : null));

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { titleText: '', body: '', faults: [], saving: false });
  }

  static override styles = [
    base, controlStyles,
    css`
      form { display: grid; gap: 0.8rem; }
      textarea { min-height: 12rem; field-sizing: content; max-height: 32rem; }
      details { font-size: var(--wa-font-size-s); }
      summary { min-height: 2rem; cursor: pointer; color: var(--wa-color-text-link); }
      .places { display: flex; flex-wrap: wrap; gap: 0.35rem; margin-top: 0.4rem; }
      .places button { min-height: 1.9rem; padding: 0.15rem 0.65rem; border: 1px solid var(--wa-color-neutral-border-loud); border-radius: 999px; background: var(--wa-color-surface-default); color: inherit; font: inherit; cursor: pointer; }
      .places button:hover { background: var(--wa-color-surface-lowered); }
      .buttons { display: flex; flex-wrap: wrap; gap: 0.5rem; }
    `,
  ];

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('template')) Object.assign(this, { titleText: this.template.title, body: this.template.body });
  }

  override firstUpdated() {
    this.renderRoot.querySelector('input')?.focus();
  }

  override render() {
    return html`
      <form @submit=${this.#save} novalidate>
        <div class="field"><label for="title">${msg('Titel', { id: 'templates.title' })}</label>
          <input id="title" maxlength="80" required .value=${this.titleText} @input=${(event: Event) => (this.titleText = (event.target as HTMLInputElement).value)} /></div>
        <div class="field"><label for="text">${msg('Text', { id: 'templates.text' })}</label>
          <textarea id="text" maxlength="5000" required .value=${this.body} aria-invalid=${this.faults.length > 0} aria-describedby="faults" @input=${(event: Event) => (this.body = (event.target as HTMLTextAreaElement).value)}></textarea></div>
        <div id="faults" role="alert">${this.faults.map((fault) => html`<p class="fault"><wa-icon name="error"></wa-icon>${fault}</p>`)}</div>
        <details>
          <summary>${msg('Platzhalter einfügen', { id: 'templates.places' })}</summary>
          <div class="places">${templatePlaceholders.map((name) => html`<button type="button" title="{{${name}}}" @click=${() => this.#insert(name)}>${labelOf(name)}</button>`)}</div>
        </details>
        <div class="buttons">
          <wa-button type="submit" size="s" variant="brand" ?loading=${this.saving} ?disabled=${!this.titleText.trim() || !this.body.trim()}>${msg('Speichern', { id: 'templates.save' })}</wa-button>
          <wa-button type="button" size="s" appearance="outlined" @click=${() => void this.#leave()}>${msg('Abbrechen', { id: 'dialog.cancel' })}</wa-button>
          ${this.template.isSample ? html`<span class="hint">${msg('Mit dem Speichern wird aus dem Muster Ihre eigene Vorlage.', { id: 'templates.sampleHint' })}</span>` : nothing}
        </div>
      </form>
    `;
  }

  #insert(name: TemplatePlaceholder) {
    const field = this.renderRoot.querySelector('textarea');
    if (!field) return;
    field.setRangeText(`{{${name}}}`, field.selectionStart, field.selectionEnd, 'end');
    this.body = field.value;
    field.focus();
  }

  readonly #save = async (event: Event) => {
    event.preventDefault();
    if (this.saving) return;
    Object.assign(this, { saving: true, faults: [] });
    try {
      const saved = await saveTemplate(this.template.id, { title: this.titleText, body: this.body });
      this.#unsaved.letGo();
      this.dispatchEvent(new CustomEvent('template-saved', { detail: saved }));
    } catch (error) {
      const issues = error instanceof ProblemError ? error.problem.issues : undefined;
      this.faults = issues?.map(({ message }) => message) ?? [errorText(error)];
    } finally {
      this.saving = false;
    }
  };

  async #leave() {
    if (await this.#unsaved.mayLeave()) this.dispatchEvent(new Event('template-left'));
  }

  #isDirty(): boolean {
    return this.titleText !== this.template.title || this.body !== this.template.body;
  }
}

function labelOf(name: TemplatePlaceholder): string {
  return name === 'termin' ? msg('Termin', { id: 'templates.appointment' }) : placeholderLabel(name);
}

customElements.define('template-editor', TemplateEditor);
