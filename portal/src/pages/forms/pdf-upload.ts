import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { formLimits } from '@meldewerk/contract/form';
import { errorText } from '@meldewerk/shell/error-text';
import { base } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing } from 'lit';
import { uploadFormPdf } from '../../data/forms.ts';
import { dropStyles, FileDropController } from '../../file-drop-controller.ts';
import { formatBytes } from '../../format.ts';
import { controlStyles } from './control-styles.ts';

/** Takes a PDF by drop or by choosing, and says plainly when it cannot be used. Fires `pdf-uploaded` with the upload. */
export class PdfUpload extends LitElement {
  static override properties = { compact: { type: Boolean }, share: { state: true }, fault: { state: true } };
  /** Only a button: there is a document already. */
  declare compact: boolean;
  /** How much has left, from 0 to 1; null when nothing is on its way. */
  declare share: number | null;
  declare fault: string;

  readonly #dropped = new FileDropController(this, (file) => void this.#upload(file));
  #sending: AbortController | undefined;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { compact: false, share: null, fault: '' });
  }

  static override styles = [
    base, controlStyles, dropStyles,
    css`
      .compact { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 1rem; }
      progress { width: min(20rem, 70vw); height: 0.6rem; accent-color: var(--wa-color-brand-50); }
      .going { display: grid; gap: 0.35rem; justify-items: center; }
      .fault { max-width: 34rem; text-align: start; }
    `,
  ];

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#sending?.abort();
  }

  override render() {
    const choose = html`<wa-button size=${this.compact ? 's' : 'm'} appearance=${this.compact ? 'outlined' : 'accent'} variant=${this.compact ? 'neutral' : 'brand'} ?disabled=${this.share !== null} @click=${() => this.renderRoot.querySelector('input')?.click()}>
      <wa-icon slot="start" name="upload"></wa-icon>${this.compact ? msg('Andere PDF-Datei', { id: 'pdfUpload.replace' }) : msg('PDF auswählen', { id: 'pdfUpload.choose' })}</wa-button>`;
    return html`
      <input type="file" accept="application/pdf,.pdf" hidden aria-label=${msg('PDF-Datei', { id: 'formChange.pdf' })} @change=${this.#dropped.chosen} />
      <div class="${this.compact ? 'compact' : 'drop'} ${this.#dropped.over ? 'over' : ''}" @dragover=${this.#dropped.dragOver} @dragleave=${this.#dropped.dragLeave} @drop=${this.#dropped.drop}>
        ${this.compact ? nothing : html`<wa-icon name="file"></wa-icon><p>${msg('Ziehen Sie die PDF-Datei hierher oder wählen Sie sie aus.', { id: 'pdfUpload.lead' })}</p>`}
        ${this.share === null ? choose : this.#going(this.share)}
        ${this.fault ? html`<p class="fault" role="alert"><wa-icon name="error"></wa-icon><span>${this.fault}</span></p>` : nothing}
        ${this.compact ? nothing : html`<p class="hint">${msg(str`Bis ${formatBytes(formLimits.maxPdfBytes)} und ${formLimits.maxPages} Seiten, ohne Passwort.`, { id: 'pdfUpload.limits' })}</p>`}
      </div>
    `;
  }

  #going(share: number) {
    return html`
      <div class="going">
        <label for="going">${share < 1 ? msg('Wird hochgeladen', { id: 'pdfUpload.going' }) : msg('Wird geprüft', { id: 'pdfUpload.checking' })}</label>
        <progress id="going" max="1" value=${share}></progress>
        <button class="text-button" @click=${() => this.#sending?.abort()}>${msg('Abbrechen', { id: 'dialog.cancel' })}</button>
      </div>
    `;
  }

  async #upload(file: File) {
    if (this.share !== null) return;
    this.fault = refusalOf(file) ?? '';
    if (this.fault) return;
    this.#sending = new AbortController();
    this.share = 0;
    try {
      const upload = await uploadFormPdf(file, (share) => (this.share = share), this.#sending.signal);
      this.dispatchEvent(new CustomEvent('pdf-uploaded', { detail: upload }));
    } catch (error) {
      if (!this.#sending.signal.aborted) this.fault = errorText(error);
    } finally {
      this.share = null;
    }
  }
}

/** What can be told without sending the file first. */
function refusalOf(file: File): string | null {
  if (file.type !== 'application/pdf' && !/\.pdf$/i.test(file.name)) return msg(str`„${file.name}“ ist keine PDF-Datei.`, { id: 'pdfUpload.notPdf' });
  if (file.size > formLimits.maxPdfBytes) return msg(str`Die Datei hat ${formatBytes(file.size)}. Möglich sind höchstens ${formatBytes(formLimits.maxPdfBytes)}.`, { id: 'pdfUpload.tooLarge' });
  return null;
}

customElements.define('pdf-upload', PdfUpload);
