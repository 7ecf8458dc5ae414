import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { ksrColumnsSchema, type KsrColumn, type KsrPreview } from '@meldewerk/contract/ksr';
import type { ReportSummary } from '@meldewerk/contract/report';
import { errorText } from '@meldewerk/shell/error-text';
import { base } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import * as v from 'valibot';
import { previewKsrColumns } from '../../data/exports.ts';
import { fetchReportPage } from '../../data/reports.ts';
import { controlStyles } from '../forms/control-styles.ts';

const restMs = 350;

/** What the columns, saved or not, come to for one of the newest reports. */
export class KsrPreviewElement extends LitElement {
  static override properties = { columns: { attribute: false }, reports: { state: true }, reportId: { state: true }, preview: { state: true }, error: { state: true } };
  declare columns: KsrColumn[];
  declare reports: ReportSummary[] | undefined;
  declare reportId: string | undefined;
  declare preview: KsrPreview | undefined;
  declare error: string | undefined;

  #loading: AbortController | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.columns = [];
  }

  static override styles = [
    base, controlStyles,
    css`
      h2 { font-size: 1rem; margin-bottom: 0.5rem; }
      dl { display: grid; margin-top: 0.7rem; font-size: var(--wa-font-size-s); }
      dl > div { display: grid; grid-template-columns: minmax(0, 9rem) minmax(0, 1fr); gap: 0.6rem; padding: 0.28rem 0; border-top: 1px solid var(--wa-color-surface-border); }
      dt { color: var(--wa-color-text-quiet); overflow-wrap: anywhere; hyphens: auto; }
      dd { overflow-wrap: anywhere; }
      .waiting { opacity: 0.55; }
    `,
  ];

  override connectedCallback() {
    super.connectedCallback();
    void this.#loadReports();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#loading?.abort();
    clearTimeout(this.#rest);
  }

  override updated(changed: PropertyValues<this>) {
    if (!changed.has('columns') && !changed.has('reportId')) return;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => void this.#load(), changed.has('reportId') ? 0 : restMs);
  }

  override render() {
    const { reports, preview } = this;
    return html`
      <h2>${msg('Vorschau', { id: 'ksr.preview' })}</h2>
      ${reports?.length === 0 ? html`<p class="quiet">${msg('Sobald es eine Meldung gibt, sehen Sie hier, was in der Tabelle steht.', { id: 'ksr.noReports' })}</p>` : nothing}
      ${reports && reports.length > 0
        ? html`<div class="field"><label for="report">${msg('Meldung', { id: 'ksr.report' })}</label>
            <select id="report" @change=${(event: Event) => (this.reportId = (event.target as HTMLSelectElement).value)}>
              ${reports.map(({ id, reference, licensePlate, customerName }) => html`<option value=${id} ?selected=${id === this.reportId}>${[reference, licensePlate, customerName].filter(Boolean).join(' · ')}</option>`)}
            </select></div>`
        : nothing}
      ${this.error ? html`<p class="fault" role="alert"><wa-icon name="error"></wa-icon>${msg(str`Keine Vorschau: ${this.error}`, { id: 'ksr.previewFailed' })}</p>` : nothing}
      ${preview ? html`<dl>${preview.cells.map(({ heading, value }) => html`<div><dt>${heading}</dt><dd>${value || html`<span class="quiet">–</span>`}</dd></div>`)}</dl>` : nothing}
    `;
  }

  async #loadReports() {
    try {
      const { reports } = await fetchReportPage({});
      this.reports = reports;
      this.reportId = reports[0]?.id;
    } catch (error) {
      this.error = errorText(error);
    }
  }

  /** Columns that could not be saved leave the preview as it is: their fault is named where it is. */
  async #load() {
    const columns = v.safeParse(ksrColumnsSchema, this.columns);
    if (!this.reportId || !columns.success) return;
    this.#loading?.abort();
    this.#loading = new AbortController();
    const { signal } = this.#loading;
    try {
      this.preview = await previewKsrColumns(this.reportId, columns.output, signal);
      this.error = undefined;
    } catch (error) {
      if (!signal.aborted) this.error = errorText(error);
    }
  }
}

customElements.define('ksr-preview', KsrPreviewElement);
