import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { Import, ImportField, ImportList } from '@meldewerk/contract/import';
import { confirmAction } from '@meldewerk/shell/confirm';
import { errorText, hasStatus } from '@meldewerk/shell/error-text';
import { ListenerController } from '@meldewerk/shell/listener-controller';
import { base, card } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing } from 'lit';
import { billingStanding, linksStopped, linksStoppedReason } from '../../billing-standing.ts';
import { changeImport, fetchImport, fetchImports, sendImport } from '../../data/imports.ts';
import { setPageTitle } from '../../document-title.ts';
import { currentSession } from '../../session.ts';
import { controlStyles } from '../forms/control-styles.ts';
import '../message-page.ts';
import { columnFields, columnStyles, needsColumns } from './import-columns.ts';
import { importProgress, progressStyles } from './import-progress.ts';
import { rowStyles, rowTable, type RowFilter } from './import-rows.ts';
import { countRows } from './row-counts.ts';
import { pastImports, pastStyles } from './past-imports.ts';
import './table-upload.ts';

const lookEveryMs = 1_200;

/** Many customers at once: choose a table, look at every row, send. `?import=` names the one being worked on. */
export class ImportPage extends LitElement {
  static override properties = { current: { state: true }, past: { state: true }, filter: { state: true }, error: { state: true }, fault: { state: true }, busy: { state: true } };
  declare current: Import | undefined;
  declare past: ImportList['imports'] | undefined;
  declare filter: RowFilter;
  declare error: unknown;
  declare fault: string;
  declare busy: boolean;

  #leaving = new AbortController();
  /** Decided when a list is opened: it does not close under the hands of whoever corrects it. */
  #columnsOpen = false;
  #changes = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    new ListenerController(this, billingStanding, 'change');
    this.filter = 'all';
    this.fault = '';
    this.busy = false;
  }

  static override styles = [
    base, card, controlStyles, columnStyles, rowStyles, progressStyles, pastStyles,
    css`
      h1 { font-size: 1.35rem; margin-bottom: 0.2rem; }
      h2 { font-size: 1rem; }
      .lead { max-width: 46rem; margin-bottom: 1rem; }
      section.card { margin-top: 1rem; padding: 1rem 1.15rem 1.15rem; }
      .summary { position: sticky; inset-block-start: calc(var(--topbar-height) + 0.25rem); z-index: 3; display: flex; flex-wrap: wrap; gap: 0.5rem 1.25rem; align-items: center; margin-top: 1rem; padding: 0.85rem 1.15rem; }
      .summary strong { font-size: 1.1rem; }
      .summary .file { overflow-wrap: anywhere; }
      .summary .buttons { display: flex; flex-wrap: wrap; gap: 0.6rem; align-items: center; margin-inline-start: auto; }
      .fault { margin-top: 0.75rem; }
      .skeleton i { display: block; height: 10rem; margin-top: 1rem; border-radius: 10px; background: var(--wa-color-surface-border); opacity: 0.6; }
      @media (max-width: 40rem) { .summary { position: static; } .summary .buttons { margin-inline-start: 0; } }
    `,
  ];

  override connectedCallback() {
    super.connectedCallback();
    this.#leaving = new AbortController();
    void this.#load();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#leaving.abort();
    clearTimeout(this.#timer);
  }

  override render() {
    setPageTitle(msg('Mehrere auf einmal', { id: 'nav.import' }));
    if (this.error) return html`<message-page kind="failed" .error=${this.error} .retry=${() => void this.#load()}></message-page>`;
    return html`
      <h1>${msg('Mehrere auf einmal', { id: 'nav.import' })}</h1>
      <p class="quiet lead">${msg('Laden Sie Ihre Kundenliste als CSV oder Excel. Sie sehen jede Zeile, bevor etwas hinausgeht; gesendet wird erst, wenn Sie es sagen.', { id: 'import.lead' })}</p>
      ${this.fault ? html`<p class="fault" role="alert"><wa-icon name="error"></wa-icon>${this.fault}</p>` : nothing}
      ${this.current ? this.#work(this.current) : this.#start()}
    `;
  }

  #start() {
    if (!this.past) return html`<div class="skeleton" role="status"><span class="visually-hidden">${msg('Die Seite wird geladen.', { id: 'import.loading' })}</span><i></i></div>`;
    return html`
      ${mayWork()
        ? html`<table-upload @table-imported=${(event: CustomEvent<Import>) => this.#show(event.detail)}></table-upload>`
        : html`<p class="card quiet readonly">${msg('Ihr Konto darf nur lesen. Listen laden und senden können Sachbearbeitung und Leitung.', { id: 'import.readOnly' })}</p>`}
      ${pastImports(this.past, currentSession().tenant.timeZone, (id) => void this.#reopen(id))}
    `;
  }

  #work(current: Import) {
    const counts = countRows(current);
    const mayChange = mayWork() && !current.startedAt;
    return html`
      ${current.startedAt ? importProgress(current, counts, mayWork() ? () => void this.#send() : null) : this.#summary(current, counts)}
      ${current.startedAt ? nothing : columnFields(current, this.#columnsOpen, mayChange, (columns) => void this.#change(columns, leftOutOf(current)))}
      ${rowTable({
        current, counts, filter: this.filter, mayChange, show: (filter) => (this.filter = filter),
        leaveOut: (number, out) => void this.#change(fieldsOf(current), out ? [...leftOutOf(current), number] : leftOutOf(current).filter((other) => other !== number)),
      })}
      <p class="another"><wa-button appearance="plain" @click=${this.#startOver}><wa-icon slot="start" name="arrow-left"></wa-icon>${msg('Andere Liste', { id: 'import.another' })}</wa-button></p>
    `;
  }

  #summary(current: Import, counts: ReturnType<typeof countRows>) {
    return html`
      <div class="card summary">
        <div>
          <strong role="status">${msg(str`${counts.ready} bereit`, { id: 'import.ready' })}${counts.faulty > 0 ? msg(str`, ${counts.faulty} mit Fehlern`, { id: 'import.faulty' }) : ''}${counts.leftOut > 0 ? msg(str`, ${counts.leftOut} ausgelassen`, { id: 'import.leftOut' }) : ''}</strong>
          <div class="quiet file">${current.fileName}</div>
        </div>
        <div class="buttons">
          ${mayWork()
            ? html`<wa-button variant="brand" ?disabled=${counts.ready === 0 || this.busy || linksStopped()} @click=${() => void this.#confirmSending(counts)}><wa-icon slot="start" name="send"></wa-icon>${msg('Senden', { id: 'import.send' })}</wa-button>`
            : html`<span class="quiet">${msg('Ihr Konto darf nur lesen.', { id: 'delivery.viewerShort' })}</span>`}
        </div>
        ${linksStopped() ? html`<p class="quiet">${linksStoppedReason()}</p>` : nothing}
      </div>
    `;
  }

  async #load() {
    this.error = undefined;
    const id = new URLSearchParams(location.search).get('import');
    try {
      if (id) await this.#open(id);
      else this.past = await fetchImports();
    } catch (error) {
      this.error = error;
    }
  }

  async #reopen(id: string) {
    await this.#open(id).catch((error: unknown) => (this.fault = errorText(error)));
  }

  async #open(id: string) {
    this.fault = '';
    try {
      this.#show(await fetchImport(id, this.#leaving.signal));
    } catch (error) {
      if (!hasStatus(error, 404)) throw error;
      this.fault = msg('Diese Liste gibt es nicht mehr: Sie werden nach 30 Tagen gelöscht.', { id: 'import.gone' });
      this.past = await fetchImports();
    }
  }

  #show(current: Import) {
    if (current.id !== this.current?.id) this.#columnsOpen = needsColumns(current);
    this.current = current;
    this.fault = '';
    history.replaceState(history.state, '', `?import=${current.id}`);
    clearTimeout(this.#timer);
    if (current.startedAt && !current.finishedAt) this.#timer = setTimeout(() => void this.#look(current.id), lookEveryMs);
  }

  /** How far sending is; a lost answer is asked for again. */
  async #look(id: string) {
    try {
      this.#show(await fetchImport(id, this.#leaving.signal));
    } catch {
      if (!this.#leaving.signal.aborted) this.#timer = setTimeout(() => void this.#look(id), lookEveryMs * 3);
    }
  }

  async #change(columns: (ImportField | null)[], leftOut: number[]) {
    const { current } = this;
    if (!current) return;
    // Shown at once, so that the next change builds on it; the answers come in order.
    this.current = { ...current, columns: current.columns.map((column, index) => ({ ...column, field: columns[index] ?? null })), rows: current.rows.map((row) => withLeftOut(row, leftOut)) };
    this.busy = true;
    const change = this.#changes.then(async () => this.#show(await changeImport(current.id, columns, leftOut)));
    const done = change.catch(async (error: unknown) => {
      await this.#reopen(current.id);
      this.fault = errorText(error);
    });
    this.#changes = done;
    await done;
    // Nothing is sent before the last change is kept.
    if (this.#changes === done) this.busy = false;
  }

  async #confirmSending({ ready, sms, email, faulty }: ReturnType<typeof countRows>) {
    const ways = [sms > 0 ? msg(str`${sms} per SMS`, { id: 'import.bySms' }) : '', email > 0 ? msg(str`${email} per E-Mail`, { id: 'import.byEmail' }) : ''].filter(Boolean).join(', ');
    const left = faulty > 0 ? ` ${msg(str`${faulty} Zeilen mit Fehlern bleiben liegen.`, { id: 'import.stay' })}` : '';
    const sure = await confirmAction({
      title: ready === 1 ? msg('1 Meldung anlegen und senden?', { id: 'import.confirmOne' }) : msg(str`${ready} Meldungen anlegen und senden?`, { id: 'import.confirm' }),
      text: `${ways}.${left} ${msg('Gesendete Nachrichten lassen sich nicht zurückholen.', { id: 'import.final' })}`,
      action: msg('Jetzt senden', { id: 'import.sendNow' }),
    });
    if (sure) await this.#send();
  }

  async #send() {
    if (!this.current) return;
    this.busy = true;
    try {
      await sendImport(this.current.id);
      this.#show(await fetchImport(this.current.id, this.#leaving.signal));
    } catch (error) {
      this.fault = errorText(error);
    } finally {
      this.busy = false;
    }
  }

  #startOver() {
    clearTimeout(this.#timer);
    this.current = undefined;
    this.filter = 'all';
    history.replaceState(history.state, '', location.pathname);
    void this.#load();
  }
}

function mayWork(): boolean {
  return currentSession().staff.role !== 'viewer';
}

function fieldsOf({ columns }: Import): (ImportField | null)[] {
  return columns.map(({ field }) => field);
}

function withLeftOut(row: Import['rows'][number], leftOut: number[]): Import['rows'][number] {
  if (leftOut.includes(row.number)) return { ...row, state: 'leftOut' };
  return row.state === 'leftOut' ? { ...row, state: 'ready' } : row;
}

function leftOutOf({ rows }: Import): number[] {
  return rows.filter(({ state }) => state === 'leftOut').map(({ number }) => number);
}

customElements.define('import-page', ImportPage);
