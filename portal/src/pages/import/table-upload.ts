import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { importLimits, type Import } from '@meldewerk/contract/import';
import { css, html, LitElement, nothing } from 'lit';
import { uploadTable } from '../../data/imports.ts';
import { errorText } from '../../error-text.ts';
import { base, card } from '../../styles/shared.ts';

/** Takes a table by drop or by choosing, and says plainly when it cannot be used. Fires `table-imported` with the import. */
export class TableUpload extends LitElement {
  static override properties = { over: { state: true }, busy: { state: true }, fault: { state: true } };
  declare over: boolean;
  declare busy: boolean;
  declare fault: string;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.over = false;
    this.busy = false;
    this.fault = '';
  }

  static override styles = [
    base, card,
    css`
      .drop { display: grid; justify-items: center; gap: 0.75rem; padding: clamp(2rem, 8vh, 4.5rem) 1.25rem; border: 2px dashed var(--wa-color-neutral-border-loud); border-radius: 10px; background: var(--wa-color-surface-default); text-align: center; }
      .drop.over { border-color: var(--wa-color-brand-50); background: color-mix(in oklab, var(--wa-color-brand-50) 8%, transparent); }
      .drop > wa-icon { font-size: 2rem; color: var(--wa-color-text-quiet); }
      .fault { display: flex; gap: 0.4rem; align-items: baseline; color: var(--wa-color-danger-on-quiet); }
      .hint { max-width: 38rem; font-size: var(--wa-font-size-s); }
    `,
  ];

  override render() {
    return html`
      <input type="file" hidden accept=".csv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" aria-label=${msg('Kundenliste', { id: 'import.file' })} @change=${this.#chosen} />
      <div class="drop ${this.over ? 'over' : ''}" @dragover=${this.#dragOver} @dragleave=${() => (this.over = false)} @drop=${this.#drop}>
        <wa-icon name="upload"></wa-icon>
        <p>${msg('Kundenliste hierher ziehen', { id: 'import.drop' })}</p>
        <wa-button variant="brand" ?loading=${this.busy} @click=${() => this.renderRoot.querySelector('input')?.click()}>${msg('Datei auswählen', { id: 'import.choose' })}</wa-button>
        <p class="quiet hint">${msg('CSV oder Excel (.xlsx), bis 5 MB und 1.000 Zeilen, Überschriften in der ersten Zeile. Nötig ist eine Handynummer oder E-Mail-Adresse; Name, Kennzeichen, Fahrzeug, Versicherung und Schadennummer werden erkannt.', { id: 'import.limits' })}</p>
        <p class="fault" role="alert">${this.fault ? html`<wa-icon name="error"></wa-icon>${this.fault}` : nothing}</p>
      </div>
    `;
  }

  #chosen(event: Event) {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = '';
    if (file) void this.#upload(file);
  }

  #dragOver(event: DragEvent) {
    event.preventDefault();
    this.over = true;
  }

  #drop(event: DragEvent) {
    event.preventDefault();
    this.over = false;
    const file = event.dataTransfer?.files[0];
    if (file && !this.busy) void this.#upload(file);
  }

  async #upload(file: File) {
    this.fault = '';
    if (file.size > importLimits.maxBytes) {
      this.fault = msg('Diese Datei ist größer als 5 MB. Bitte teilen Sie sie auf.', { id: 'import.tooLarge' });
      return;
    }
    this.busy = true;
    try {
      this.dispatchEvent(new CustomEvent<Import>('table-imported', { detail: await uploadTable(file) }));
    } catch (error) {
      this.fault = errorText(error);
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('table-upload', TableUpload);
