import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { formLimits } from '@meldewerk/contract/form';
import type { Issue } from '@meldewerk/contract/problem';
import { base, card } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing } from 'lit';
import { formatNumber } from '../../format.ts';
import { controlStyles } from './control-styles.ts';
import { formChange } from './form-draft.ts';
import { unknownPlaceholders } from './form-text.ts';
import './placeholder-menu.ts';
import { formTextPreview, previewStyles } from './text-preview.ts';

/** A form written here: the text on one side, how it will look on the other. Fires `form-change`. */
export class TextFormEditor extends LitElement {
  static override properties = { text: { type: String }, issues: { attribute: false }, readOnly: { type: Boolean } };
  declare text: string;
  declare issues: Issue[];
  declare readOnly: boolean;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.issues = [];
  }

  static override styles = [
    base, card, controlStyles, previewStyles,
    css`
      .sides { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 1rem; align-items: stretch; }
      .sides.one { grid-template-columns: minmax(0, 46rem); }
      .side { display: grid; grid-template-rows: auto minmax(0, 1fr); align-content: start; gap: 0.5rem; min-width: 0; }
      .head { position: relative; display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.4rem 1rem; min-height: 2.25rem; }
      h2 { font-size: 0.95rem; }
      .tools { display: flex; flex-wrap: wrap; gap: 0.4rem; }
      textarea { min-height: 28rem; height: 100%; font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace; font-size: 0.9rem; }
      .below { display: grid; gap: 0.3rem; margin-top: 0.5rem; }
      @media (max-width: 55rem) { .sides { grid-template-columns: minmax(0, 1fr); } textarea { min-height: 18rem; } }
    `,
  ];

  override render() {
    const preview = html`
      <section class="side" aria-labelledby="preview-title">
        <div class="head"><h2 id="preview-title">${msg('So sieht es aus', { id: 'textForm.preview' })}</h2></div>
        <div class="paper">${formTextPreview(this.text)}</div>
      </section>`;
    if (this.readOnly) return html`<div class="sides one">${preview}</div>`;
    return html`
      <div class="sides">
        <div class="side">
          <div class="head">
            <h2><label for="text">${msg('Text', { id: 'forms.text' })}</label></h2>
            <div class="tools">
              <wa-button size="s" appearance="outlined" @click=${() => this.#startLine('# ')}>${msg('Überschrift', { id: 'textForm.heading' })}</wa-button>
              <wa-button size="s" appearance="outlined" @click=${() => this.#startLine('- ')}>${msg('Aufzählung', { id: 'textForm.list' })}</wa-button>
              <placeholder-menu @placeholder-chosen=${(event: CustomEvent<string>) => this.#insert(`{{${event.detail}}}`)}></placeholder-menu>
            </div>
          </div>
          <textarea id="text" spellcheck="true" lang="de" maxlength=${formLimits.maxTextLength} aria-describedby="text-below" aria-invalid=${this.#faults().length > 0 ? 'true' : 'false'} .value=${this.text} @input=${(event: Event) => this.#change((event.target as HTMLTextAreaElement).value)}></textarea>
        </div>
        ${preview}
      </div>
      <div class="below" id="text-below">
        ${this.#faults().map((fault) => html`<p class="fault" role="status">${fault}</p>`)}
        <p class="hint">${msg('Eine leere Zeile beginnt einen neuen Absatz, „# “ eine Überschrift, „- “ einen Punkt. Die Unterschriften stehen von selbst am Ende.', { id: 'textForm.hint' })}
          ${this.text.length > formLimits.maxTextLength * 0.8 ? msg(str`${formatNumber(this.text.length)} von ${formatNumber(formLimits.maxTextLength)} Zeichen`, { id: 'textForm.length' }) : nothing}</p>
      </div>
    `;
  }

  #faults(): string[] {
    const unknown = unknownPlaceholders(this.text).map((name) => msg(str`Den Platzhalter {{${name}}} gibt es nicht.`, { id: 'textForm.unknown' }));
    // The server names the lines as well; its sentences stand until the text is changed.
    const told = this.issues.filter(({ path }) => path.startsWith('content')).map(({ message }) => message);
    return told.length > 0 ? told : unknown;
  }

  #startLine(start: string) {
    const area = this.renderRoot.querySelector('textarea');
    if (!area) return;
    const from = this.text.lastIndexOf('\n', area.selectionStart - 1) + 1;
    area.setSelectionRange(from, from);
    this.#insert(start);
  }

  /** Where the caret is, and as the browser would type it: so it can be undone as typing can. */
  #insert(words: string) {
    const area = this.renderRoot.querySelector('textarea');
    if (!area) return;
    area.focus();
    // Deprecated, and still the only way into the text field's own undo.
    if (!document.execCommand('insertText', false, words)) area.setRangeText(words, area.selectionStart, area.selectionEnd, 'end');
    this.#change(area.value);
  }

  #change(text: string) {
    this.text = text;
    this.dispatchEvent(formChange({ content: { source: 'text', text } }));
  }
}

customElements.define('text-form-editor', TextFormEditor);
