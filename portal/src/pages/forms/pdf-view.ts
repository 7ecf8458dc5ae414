import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { base } from '@meldewerk/shell/styles';
import { css, html, LitElement, type PropertyValues } from 'lit';
import { closePdf, openPdf, type PDFDocumentProxy } from './pdf-document.ts';
import './pdf-page.ts';

/** A whole PDF to be read, page below page. */
export class PdfView extends LitElement {
  static override properties = { source: { attribute: false }, pdf: { state: true }, failed: { state: true } };
  /** An address of ours, or the file itself. */
  declare source: string | Blob;
  declare pdf: PDFDocumentProxy | undefined;
  declare failed: boolean;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.failed = false;
  }

  static override styles = [
    base,
    css`
      .pages { display: grid; gap: 0.75rem; padding: 0.75rem; background: var(--wa-color-surface-lowered); border-radius: 6px; }
      p { padding: 2rem 1rem; text-align: center; }
    `,
  ];

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('source')) void this.#open();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    if (this.pdf) void closePdf(this.pdf);
  }

  override render() {
    if (this.failed) return html`<p role="alert">${msg('Das Dokument konnte nicht angezeigt werden. Laden Sie es stattdessen herunter.', { id: 'pdfView.failed' })}</p>`;
    const { pdf } = this;
    if (!pdf) return html`<p class="quiet" role="status">${msg('Das Dokument wird geladen.', { id: 'pdfView.loading' })}</p>`;
    return html`<div class="pages">${Array.from({ length: pdf.numPages }, (_, index) => html`<pdf-page .pdf=${pdf} .number=${index + 1}></pdf-page>`)}</div>`;
  }

  async #open() {
    try {
      this.pdf = await openPdf(this.source);
    } catch {
      this.failed = true;
    }
  }
}

customElements.define('pdf-view', PdfView);
