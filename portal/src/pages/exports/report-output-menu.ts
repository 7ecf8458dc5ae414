import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/divider/divider.js';
import '@awesome.me/webawesome/dist/components/dropdown-item/dropdown-item.js';
import '@awesome.me/webawesome/dist/components/dropdown/dropdown.js';
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import type { ReportDetail } from '@meldewerk/contract/report';
import { tell } from '@meldewerk/shell/confirm';
import { errorText } from '@meldewerk/shell/error-text';
import { base } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing } from 'lit';
import { fetchReportFile, type ReportFile } from '../../data/exports.ts';
import { photosArchiveUrl } from '../../data/reports.ts';
import { currentLanguage } from '../../locale.ts';
import { saveAs } from './save-as.ts';

type Choice = 'dossier' | 'dossier-with-notes' | 'excel' | 'ksr' | 'photos' | 'print';

/** All ways a report leaves the house, in one menu. */
export class ReportOutputMenu extends LitElement {
  static override properties = { report: { attribute: false }, busy: { state: true } };
  declare report: Pick<ReportDetail, 'id' | 'photos'>;
  declare busy: boolean;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.busy = false;
  }

  static override styles = [base, css`:host { display: inline-block; } @media print { :host { display: none; } }`];

  override render() {
    return html`
      <wa-dropdown placement="bottom-end" @wa-select=${this.#choose}>
        <wa-button slot="trigger" size="s" appearance="outlined" with-caret ?loading=${this.busy}><wa-icon slot="start" name="download"></wa-icon>${msg('Ausgeben', { id: 'exports.menu' })}</wa-button>
        <wa-dropdown-item value="dossier"><wa-icon slot="icon" name="file"></wa-icon>${msg('PDF-Akte', { id: 'exports.dossier' })}</wa-dropdown-item>
        <wa-dropdown-item value="dossier-with-notes"><wa-icon slot="icon" name="lock"></wa-icon>${msg('PDF-Akte mit internen Notizen', { id: 'exports.dossierWithNotes' })}</wa-dropdown-item>
        <wa-divider></wa-divider>
        <wa-dropdown-item value="excel"><wa-icon slot="icon" name="table"></wa-icon>${msg('Excel', { id: 'exports.excel' })}</wa-dropdown-item>
        <wa-dropdown-item value="ksr"><wa-icon slot="icon" name="table"></wa-icon>${msg('Excel (KSR)', { id: 'exports.ksr' })}</wa-dropdown-item>
        <wa-divider></wa-divider>
        ${this.report.photos.length > 0 ? html`<wa-dropdown-item value="photos"><wa-icon slot="icon" name="image"></wa-icon>${msg('Fotos als ZIP', { id: 'exports.photos' })}</wa-dropdown-item>` : nothing}
        <wa-dropdown-item value="print"><wa-icon slot="icon" name="print"></wa-icon>${msg('Drucken', { id: 'exports.print' })}</wa-dropdown-item>
      </wa-dropdown>
      <span class="visually-hidden" role="status">${this.busy ? msg('Die Datei wird erstellt.', { id: 'exports.beingMade' }) : nothing}</span>
    `;
  }

  #choose(event: CustomEvent<{ item: { value: Choice } }>) {
    const { value } = event.detail.item;
    if (value === 'dossier') return void this.#fetch('dossier.pdf');
    if (value === 'dossier-with-notes') return void this.#fetch('dossier.pdf', true);
    if (value === 'excel') return void this.#fetch('report.xlsx');
    if (value === 'ksr') return void this.#fetch('ksr.xlsx');
    // The archive can be large: the browser takes it as it comes.
    if (value === 'photos') return saveAs(photosArchiveUrl(this.report.id), '');
    // The menu has to be gone before the page is printed.
    requestAnimationFrame(() => requestAnimationFrame(() => window.print()));
  }

  async #fetch(file: ReportFile, notes = false) {
    if (this.busy) return;
    this.busy = true;
    try {
      const { blob, fileName } = await fetchReportFile(this.report.id, file, { notes, language: currentLanguage() });
      const url = URL.createObjectURL(blob);
      saveAs(url, fileName);
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
    } catch (error) {
      void tell({ title: msg('Die Datei konnte nicht erstellt werden', { id: 'exports.failedTitle' }), text: errorText(error) });
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('report-output-menu', ReportOutputMenu);
