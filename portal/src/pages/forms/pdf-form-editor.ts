import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { formLimits, type FormContent, type FormField } from '@meldewerk/contract/form';
import type { Issue } from '@meldewerk/contract/problem';
import { confirmAction } from '@meldewerk/shell/confirm';
import { errorText } from '@meldewerk/shell/error-text';
import { ListenerController } from '@meldewerk/shell/listener-controller';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { type FormUpload, uploadedPdfUrl } from '../../data/forms.ts';
import { ChangeHistory } from './change-history.ts';
import { formChange } from './form-draft.ts';
import { besideOthers } from './field-geometry.ts';
import type { FieldLayer } from './field-layer.ts';
import './field-layer.ts';
import './field-panel.ts';
import { copyOf, fieldCaption, fieldTools, newField, toolIcons, toolLabel, type FieldTool } from './field-tools.ts';
import { closePdf, openPdf, type PDFDocumentProxy } from './pdf-document.ts';
import { editorStyles } from './pdf-form-editor-styles.ts';
import './pdf-page.ts';
import './pdf-upload.ts';

type PdfContent = Extract<FormContent, { source: 'pdf' }>;

/** Fields placed on an uploaded PDF, by mouse, finger or keyboard. Fires `form-change`. */
export class PdfFormEditor extends LitElement {
  static override properties = {
    content: { attribute: false }, issues: { attribute: false }, readOnly: { type: Boolean }, untitled: { type: Boolean },
    pdf: { state: true }, error: { state: true }, tool: { state: true }, selected: { state: true }, told: { state: true },
  };
  declare content: PdfContent;
  declare issues: Issue[];
  declare readOnly: boolean;
  /** A new form takes its title from the file. */
  declare untitled: boolean;
  declare pdf: PDFDocumentProxy | undefined;
  declare error: unknown;
  declare tool: FieldTool | null;
  declare selected: string | null;
  declare told: string;

  #shown = '';
  readonly #history = new ChangeHistory<FormField[]>();

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { issues: [], tool: null, selected: null, told: '' });
    new ListenerController(this, window, 'keydown', (event) => this.#shortcut(event as KeyboardEvent));
  }

  static override styles = editorStyles;

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('content') && this.content.documentId !== this.#shown) void this.#open();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    if (this.pdf) void closePdf(this.pdf);
  }

  override render() {
    if (!this.content.documentId) return html`<section class="card"><pdf-upload @pdf-uploaded=${this.#uploaded}></pdf-upload></section>`;
    return html`
      <div class="editor">
        <section class="card work" aria-label=${msg('Seiten', { id: 'pdfEditor.pages' })}>
          ${this.readOnly ? nothing : this.#toolbar()}
          ${this.#pages()}
        </section>
        <field-panel class="card" .fields=${this.content.fields} .pageCount=${this.pdf?.numPages ?? 1} .selected=${this.selected} .issues=${this.issues} .readOnly=${this.readOnly}
          @field-selected=${(event: CustomEvent<string>) => void this.#show(event.detail)} @field-changed=${(event: CustomEvent<FormField>) => this.#replace(event.detail)}
          @field-removed=${(event: CustomEvent<string>) => this.#remove(event.detail)} @field-duplicated=${(event: CustomEvent<string>) => this.#duplicate(event.detail)}></field-panel>
      </div>
      <span class="visually-hidden" role="status">${this.told}</span>
    `;
  }

  #toolbar() {
    return html`
      <div class="toolbar" role="toolbar" aria-label=${msg('Felder setzen', { id: 'pdfEditor.tools' })}>
        <div class="tools">
          ${fieldTools.map((tool) => html`
            <button class="tool ${tool}" aria-pressed=${this.tool === tool ? 'true' : 'false'} @click=${(event: MouseEvent) => this.#chooseTool(tool, event)}><wa-icon name=${toolIcons[tool]}></wa-icon>${toolLabel(tool)}</button>`)}
        </div>
        <div class="steps">
          <button class="tool" ?disabled=${!this.#history.canUndo} @click=${() => this.#goBack()}><wa-icon name="undo" label=${msg('Rückgängig', { id: 'forms.undo' })}></wa-icon></button>
          <button class="tool" ?disabled=${!this.#history.canRedo} @click=${() => this.#goForth()}><wa-icon name="redo" label=${msg('Wiederholen', { id: 'pdfEditor.redo' })}></wa-icon></button>
          <pdf-upload compact @pdf-uploaded=${this.#uploaded}></pdf-upload>
        </div>
      </div>
      <p class="hint">${this.tool
        ? msg(str`„${toolLabel(this.tool)}“: Ziehen Sie auf der Seite ein Feld auf. Esc beendet.`, { id: 'pdfEditor.drawHint' })
        : msg('Wählen Sie eine Art und ziehen Sie das Feld auf der Seite auf. Mit der Eingabetaste setzt die Schaltfläche das Feld gleich auf die Seite; Pfeiltasten bewegen es.', { id: 'pdfEditor.hint' })}</p>
    `;
  }

  #pages() {
    const { pdf } = this;
    if (this.error) return html`<div class="state" role="alert"><p>${errorText(this.error)}</p><wa-button appearance="outlined" @click=${() => void this.#open()}>${msg('Erneut versuchen', { id: 'message.retry' })}</wa-button></div>`;
    if (!pdf) return html`<p class="state quiet" role="status">${msg('Das Dokument wird geladen.', { id: 'pdfView.loading' })}</p>`;
    const faulty = new Set(this.content.fields.filter((_, index) => this.issues.some(({ path }) => path.startsWith(`content.fields.${index}.`) || path === `content.fields.${index}`)).map(({ id }) => id));
    return html`
      <div class="pages">
        ${Array.from({ length: pdf.numPages }, (_, index) => index + 1).map((page) => html`
          <pdf-page .pdf=${pdf} .number=${page}>
            <field-layer .fields=${this.content.fields.filter((field) => field.page === page)} .page=${page} .tool=${this.tool} .selected=${this.selected} .faulty=${faulty} .readOnly=${this.readOnly}
              @field-placed=${(event: CustomEvent<FormField>) => this.#add(event.detail)} @field-changed=${(event: CustomEvent<FormField>) => this.#replace(event.detail)}
              @field-selected=${(event: CustomEvent<string | null>) => (this.selected = event.detail)} @field-removed=${(event: CustomEvent<string>) => this.#remove(event.detail)}
              @field-duplicated=${(event: CustomEvent<string>) => this.#duplicate(event.detail)}></field-layer>
          </pdf-page>`)}
      </div>
    `;
  }

  async #open() {
    const { documentId } = this.content;
    this.#shown = documentId;
    if (this.pdf) void closePdf(this.pdf);
    Object.assign(this, { pdf: undefined, error: undefined });
    if (!documentId) return;
    try {
      const pdf = await openPdf(uploadedPdfUrl(documentId));
      if (documentId === this.content.documentId) this.pdf = pdf;
    } catch (error) {
      this.error = error;
    }
  }

  async #uploaded(event: CustomEvent<FormUpload>) {
    const { documentId, pageCount, suggestedTitle } = event.detail;
    const { fields } = this.content;
    const kept = fields.filter(({ page }) => page <= pageCount);
    if (kept.length < fields.length) {
      const sure = await confirmAction({
        title: msg('Felder gehen verloren', { id: 'pdfEditor.lostTitle' }),
        text: msg(str`Die neue Datei hat weniger Seiten. ${fields.length - kept.length} Felder liegen auf Seiten, die es nicht mehr gibt.`, { id: 'pdfEditor.lostText' }),
        action: msg('Neue Datei verwenden', { id: 'pdfEditor.lostAction' }),
      });
      if (!sure) return;
    }
    this.dispatchEvent(formChange({ content: { source: 'pdf', documentId, fields: kept }, ...(this.untitled && suggestedTitle ? { title: suggestedTitle } : {}) }));
  }

  /** By mouse the tool waits for a drag; a key has no place to drag to, so the field is put onto the page at once. */
  #chooseTool(tool: FieldTool, event: MouseEvent) {
    if (event.detail > 0) {
      this.tool = this.tool === tool ? null : tool;
      return;
    }
    const { page, y } = this.#pageInSight();
    const field = newField(tool, page, { x: 0.35, y, width: 0, height: 0 });
    this.#add({ ...field, ...besideOthers(field, this.content.fields.filter((other) => other.page === page)) });
    void this.#show(this.selected ?? '');
  }

  #pageInSight(): { page: number; y: number } {
    const middle = window.innerHeight / 2;
    const places = [...this.renderRoot.querySelectorAll('pdf-page')].map((element) => element.getBoundingClientRect());
    const index = Math.max(0, places.findIndex(({ bottom }) => bottom > middle));
    const place = places[index];
    return { page: index + 1, y: place ? Math.min(Math.max((middle - place.top) / place.height, 0.1), 0.9) : 0.5 };
  }

  #add(field: FormField) {
    if (this.content.fields.length >= formLimits.maxFields) {
      this.told = msg(str`Mehr als ${formLimits.maxFields} Felder sind nicht möglich.`, { id: 'pdfEditor.tooMany' });
      return;
    }
    this.#commit([...this.content.fields, field]);
    Object.assign(this, { selected: field.id, tool: null, told: msg(str`${fieldCaption(field)} gesetzt.`, { id: 'pdfEditor.placed' }) });
    if (field.signer === 'workshop') this.dispatchEvent(formChange({ needsWorkshopSignature: true }));
  }

  #replace(field: FormField) {
    this.#commit(this.content.fields.map((candidate) => (candidate.id === field.id ? field : candidate)));
  }

  #duplicate(id: string) {
    const field = this.content.fields.find((candidate) => candidate.id === id);
    if (field) this.#add(copyOf(field));
    void this.#show(this.selected ?? '');
  }

  #remove(id: string) {
    const field = this.content.fields.find((candidate) => candidate.id === id);
    this.#commit(this.content.fields.filter((candidate) => candidate.id !== id));
    Object.assign(this, { selected: null, told: field ? msg(str`${fieldCaption(field)} gelöscht.`, { id: 'pdfEditor.removed' }) : '' });
  }

  #commit(fields: FormField[]) {
    this.#history.note(this.content.fields);
    this.#set(fields);
  }

  #goBack() {
    const before = this.#history.undo(this.content.fields);
    if (before) this.#set(before);
  }

  #goForth() {
    const after = this.#history.redo(this.content.fields);
    if (after) this.#set(after);
  }

  /** At once, not only when the page above has rendered: keys may come faster. */
  #set(fields: FormField[]) {
    this.content = { ...this.content, fields };
    this.dispatchEvent(formChange({ content: this.content }));
  }

  async #show(id: string) {
    this.selected = id;
    await this.updateComplete;
    const field = this.content.fields.find((candidate) => candidate.id === id);
    const page = this.renderRoot.querySelectorAll('pdf-page')[(field?.page ?? 1) - 1];
    const layer = page?.querySelector<FieldLayer>('field-layer');
    await layer?.updateComplete;
    layer?.focus();
  }

  #shortcut(event: KeyboardEvent) {
    if (this.readOnly) return;
    const origin = event.composedPath()[0];
    const typing = origin instanceof HTMLInputElement || origin instanceof HTMLTextAreaElement || origin instanceof HTMLSelectElement;
    if (event.key === 'Escape' && this.tool) this.tool = null;
    if (typing || !(event.ctrlKey || event.metaKey)) return;
    const key = event.key.toLowerCase();
    if (key === 'z' && !event.shiftKey) this.#goBack();
    else if (key === 'y' || key === 'z') this.#goForth();
    else return;
    event.preventDefault();
  }
}

customElements.define('pdf-form-editor', PdfFormEditor);
