import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { Export } from '@meldewerk/contract/export';
import type { ReportFilter } from '@meldewerk/contract/report-filter';
import { errorText } from '@meldewerk/shell/error-text';
import { base } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing } from 'lit';
import { beginExport, dropExport, exportFileUrl, fetchExports } from '../../data/exports.ts';
import { formatBytes, formatMomentWithin, formatNumber } from '../../format.ts';
import { isFiltered } from '../../report-filter.ts';
import { currentSession } from '../../session.ts';

const pollMs = 700;

/** Opens the dialog over the page; closing it leaves an export that is being made at work. */
export function openListExport(filter: ReportFilter) {
  const dialog = document.createElement('list-export-dialog') as ListExportDialog;
  dialog.filter = filter;
  document.body.append(dialog);
}

/** The filtered list as a workbook: asking for it, how far it is, and what was asked for since yesterday. */
export class ListExportDialog extends LitElement {
  static override properties = { filter: { attribute: false }, exports: { state: true }, error: { state: true }, asking: { state: true } };
  declare filter: ReportFilter;
  declare exports: Export[] | undefined;
  declare error: string | undefined;
  declare asking: boolean;

  #poll: ReturnType<typeof setTimeout> | undefined;
  #nextId = crypto.randomUUID();

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.asking = false;
  }

  static override styles = [
    base,
    css`
      .body { display: grid; gap: 1rem; }
      ul { display: grid; border-top: 1px solid var(--wa-color-surface-border); }
      li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0.35rem 0.75rem; align-items: center; padding: 0.7rem 0; border-bottom: 1px solid var(--wa-color-surface-border); }
      li > .buttons { display: flex; gap: 0.35rem; justify-self: end; }
      progress { grid-column: 1 / -1; width: 100%; height: 0.5rem; accent-color: var(--wa-color-brand-50); }
      .fault { display: flex; gap: 0.4rem; align-items: baseline; color: var(--wa-color-danger-on-quiet); }
      .small { font-size: var(--wa-font-size-s); }
      @media (max-width: 32rem) { li.finished { grid-template-columns: minmax(0, 1fr); } }
    `,
  ];

  override connectedCallback() {
    super.connectedCallback();
    void this.#load();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#poll);
  }

  override render() {
    const busy = this.exports?.some(isUnderWay) ?? false;
    return html`
      <wa-dialog label=${msg('Liste als Excel', { id: 'exports.listTitle' })} open @wa-after-hide=${this.#leave}>
        <div class="body">
          <p>${isFiltered(this.filter)
            ? msg('Alle Meldungen, die zu den gewählten Filtern passen, in einer Tabelle: eine Zeile je Meldung, die neueste zuerst.', { id: 'exports.filtered' })
            : msg('Alle Meldungen in einer Tabelle: eine Zeile je Meldung, die neueste zuerst.', { id: 'exports.unfiltered' })}</p>
          <p class="quiet small">${msg('Die Datei enthält persönliche Daten Ihrer Kunden. Sie wird einen Tag aufgehoben und ist nur für Sie.', { id: 'exports.personal' })}</p>
          ${this.error ? html`<p class="fault" role="alert"><wa-icon name="error"></wa-icon>${this.error}</p>` : nothing}
          ${this.exports && this.exports.length > 0 ? html`<ul>${this.exports.map((made) => this.#row(made))}</ul>` : nothing}
          <span class="visually-hidden" role="status">${this.#spoken()}</span>
        </div>
        <wa-button slot="footer" appearance="outlined" @click=${this.#close}>${msg('Schließen', { id: 'dialog.close' })}</wa-button>
        <wa-button slot="footer" variant="brand" autofocus ?loading=${this.asking} ?disabled=${busy} @click=${() => void this.#begin()}>${msg('Tabelle erstellen', { id: 'exports.create' })}</wa-button>
      </wa-dialog>
    `;
  }

  #row(made: Export) {
    const { timeZone } = currentSession().tenant;
    const drop = (label: string) => html`<wa-button size="s" appearance="plain" @click=${() => void this.#drop(made.id)}>${label}</wa-button>`;
    if (isUnderWay(made)) {
      return html`<li>
        <span class="numbers">${made.total === null
          ? msg('Wird vorbereitet …', { id: 'exports.waiting' })
          : msg(str`${formatNumber(made.done)} von ${formatNumber(made.total)} Meldungen`, { id: 'exports.progress' })}</span>
        <span class="buttons">${drop(msg('Abbrechen', { id: 'dialog.cancel' }))}</span>
        <progress aria-label=${msg('Fortschritt', { id: 'exports.progressLabel' })} max=${made.total ?? 1} .value=${made.total === null ? 0 : made.done}></progress>
      </li>`;
    }
    if (made.state === 'failed') {
      return html`<li>
        <span class="fault"><wa-icon name="error"></wa-icon>${msg(str`Angefordert ${formatMomentWithin(made.createdAt, timeZone)}: konnte nicht erstellt werden. Bitte versuchen Sie es noch einmal.`, { id: 'exports.failed' })}</span>
        <span class="buttons">${drop(msg('Entfernen', { id: 'exports.remove' }))}</span>
      </li>`;
    }
    return html`<li class="finished">
      <span>${made.total === 1 ? msg('1 Meldung', { id: 'exports.oneReport' }) : msg(str`${formatNumber(made.total ?? 0)} Meldungen`, { id: 'exports.reports' })}
        <span class="quiet small">· ${formatBytes(made.byteSize ?? 0)} · ${msg(str`angefordert ${formatMomentWithin(made.createdAt, timeZone)}`, { id: 'exports.askedAt' })}</span></span>
      <span class="buttons">
        <wa-button size="s" appearance="outlined" href=${exportFileUrl(made.id)} download><wa-icon slot="start" name="download"></wa-icon>${msg('Herunterladen', { id: 'exports.download' })}</wa-button>
        ${drop(msg('Entfernen', { id: 'exports.remove' }))}
      </span>
    </li>`;
  }

  /** Said once when it is done, and not at every step. */
  #spoken(): string {
    const [newest] = this.exports ?? [];
    if (!newest) return '';
    if (isUnderWay(newest)) return msg('Die Tabelle wird erstellt.', { id: 'exports.tableBeingMade' });
    return newest.state === 'finished' ? msg('Die Tabelle ist fertig.', { id: 'exports.done' }) : '';
  }

  async #load() {
    clearTimeout(this.#poll);
    try {
      this.exports = await fetchExports();
      this.error = undefined;
    } catch (error) {
      this.error = errorText(error);
    }
    if (this.isConnected && this.exports?.some(isUnderWay)) this.#poll = setTimeout(() => void this.#load(), pollMs);
  }

  async #begin() {
    this.asking = true;
    try {
      await beginExport({ id: this.#nextId, filter: this.filter });
      this.#nextId = crypto.randomUUID();
      await this.#load();
    } catch (error) {
      this.error = errorText(error);
    } finally {
      this.asking = false;
    }
  }

  async #drop(id: string) {
    try {
      await dropExport(id);
      await this.#load();
    } catch (error) {
      this.error = errorText(error);
    }
  }

  #close() {
    const dialog = this.renderRoot.querySelector('wa-dialog');
    if (dialog) dialog.open = false;
  }

  #leave(event: Event) {
    if (event.target === this.renderRoot.querySelector('wa-dialog')) this.remove();
  }
}

function isUnderWay({ state }: Export): boolean {
  return state === 'waiting' || state === 'running';
}

customElements.define('list-export-dialog', ListExportDialog);
