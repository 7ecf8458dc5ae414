import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { importLimits, type Import } from '@meldewerk/contract/import';
import { errorText } from '@meldewerk/shell/error-text';
import { base } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing } from 'lit';
import { uploadTable } from '../../data/imports.ts';
import { dropStyles, FileDropController } from '../../file-drop-controller.ts';

/** Takes a table by drop or by choosing, and says plainly when it cannot be used. Fires `table-imported` with the import. */
export class TableUpload extends LitElement {
  static override properties = { busy: { state: true }, fault: { state: true } };
  declare busy: boolean;
  declare fault: string;

  readonly #dropped = new FileDropController(this, (file) => void this.#upload(file));

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.busy = false;
    this.fault = '';
  }

  static override styles = [
    base, dropStyles,
    css`
      .fault { display: flex; gap: 0.4rem; align-items: baseline; color: var(--wa-color-danger-on-quiet); }
      .hint { max-width: 38rem; font-size: var(--wa-font-size-s); }
    `,
  ];

  override render() {
    return html`
      <input type="file" hidden accept=".csv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" aria-label=${msg('Kundenliste', { id: 'import.file' })} @change=${this.#dropped.chosen} />
      <div class="drop ${this.#dropped.over ? 'over' : ''}" @dragover=${this.#dropped.dragOver} @dragleave=${this.#dropped.dragLeave} @drop=${this.#dropped.drop}>
        <wa-icon name="upload"></wa-icon>
        <p>${msg('Kundenliste hierher ziehen', { id: 'import.drop' })}</p>
        <wa-button variant="brand" ?loading=${this.busy} @click=${() => this.renderRoot.querySelector('input')?.click()}>${msg('Datei auswählen', { id: 'import.choose' })}</wa-button>
        <p class="quiet hint">${msg('CSV oder Excel (.xlsx), bis 5 MB und 1.000 Zeilen, Überschriften in der ersten Zeile. Nötig ist eine Handynummer oder E-Mail-Adresse; Name, Kennzeichen, Fahrzeug, Versicherung und Schadennummer werden erkannt.', { id: 'import.limits' })}</p>
        <p class="fault" role="alert">${this.fault ? html`<wa-icon name="error"></wa-icon>${this.fault}` : nothing}</p>
      </div>
    `;
  }

  async #upload(file: File) {
    if (this.busy) return;
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
