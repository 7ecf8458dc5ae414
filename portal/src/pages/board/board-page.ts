import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { ReportStatus } from '@meldewerk/contract/handling';
import type { ReportSummary } from '@meldewerk/contract/report';
import type { ReportSort } from '@meldewerk/contract/report-filter';
import { ListenerController } from '@meldewerk/shell/listener-controller';
import { navigate } from '@meldewerk/shell/navigation';
import { base } from '@meldewerk/shell/styles';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { loadCategories } from '../../categories.ts';
import { setPageTitle } from '../../document-title.ts';
import { listAddress, rememberListAddress } from '../../list-places.ts';
import { choose, loadPreferences } from '../../preferences.ts';
import { filterSearch, readFilter, readSort } from '../../report-filter.ts';
import { paths } from '../../router.ts';
import { currentSession } from '../../session.ts';
import { ShortcutController } from '../../shortcuts.ts';
import { plate, status } from '../../styles/shared.ts';
import { statusText, workflowChanges } from '../../workflow.ts';
import { markStyles } from '../report-list/handling-marks.ts';
import { countText, headStyles, layoutSwitch, sortSelect } from '../report-list/list-head.ts';
import { type FilterChangeEvent } from '../report-list/report-filters.ts';
import '../report-list/report-filters.ts';
import '../report-list/view-tabs.ts';
import { boardCard } from './board-card.ts';
import { boardChanges, currentBoard, isSettable, loadMoreOf, readColumn, showBoard, type Column } from './board-state.ts';
import { boardStyles } from './board-styles.ts';
import { DragController } from './drag-controller.ts';
import { moveReport } from './move-report.ts';

type Lifted = { report: ReportSummary; target: ReportStatus };

/** The reports in columns by state. Cards are moved by dragging, by touch, by keyboard and by tapping where they go. */
export class BoardPage extends LitElement {
  static override properties = { search: { type: String }, sort: { state: true }, shown: { state: true }, lifted: { state: true }, said: { state: true } };
  declare search: string;
  declare sort: ReportSort;
  /** The column that a phone has room for. */
  declare shown: ReportStatus;
  declare lifted: Lifted | null;
  declare said: string;

  readonly #drag = new DragController(this, {
    mayDrag: () => this.#mayMove(),
    onStart: () => (this.lifted = null),
    onDrop: (id, target) => void this.#drop(id, target as ReportStatus),
  });

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { search: '', sort: 'newest', shown: 'submitted', lifted: null, said: '' });
    new ListenerController(this, boardChanges, 'change');
    new ListenerController(this, workflowChanges, 'change');
    new ShortcutController(this, {
      '/': () => this.renderRoot.querySelector('report-filters')?.focusSearch(),
    });
    void loadCategories().then(() => this.requestUpdate(), () => undefined);
  }

  static override styles = [base, plate, status, markStyles, headStyles, boardStyles];

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('search')) void this.#show();
  }

  /** By the element's own style: the policy lets no style stand in markup. */
  override updated(changed: PropertyValues<this>) {
    if (changed.has('shown') || changed.has('sort')) this.#showTab();
    const { drag } = this.#drag;
    const ghost = this.renderRoot.querySelector<HTMLElement>('.ghost');
    this.toggleAttribute('dragging', drag !== null);
    if (drag && ghost) Object.assign(ghost.style, { width: `${drag.width}px`, translate: `${drag.x - drag.offsetX}px ${drag.y - drag.offsetY}px` });
  }

  override render() {
    setPageTitle(msg('Board', { id: 'layout.board' }));
    const filter = readFilter(this.search);
    const columns = this.#columns();
    const shown = columns.some((column) => column.status === this.shown) ? this.shown : columns[0]?.status;
    return html`
      <div class="head">
        <h1>${msg('Meldungen', { id: 'nav.reports' })}</h1>
        ${layoutSwitch('board', filter, (layout) => layout !== 'calendar' && choose({ layout }))}
        ${sortSelect(this.sort, (sort) => this.#order(sort))}
      </div>
      <view-tabs .filter=${filter} .sort=${this.sort} layout="board"></view-tabs>
      <report-filters .filter=${filter} @filter-change=${this.#filter}></report-filters>
      <div class=${this.lifted ? 'lifting' : ''}>
        ${this.lifted ? html`<p class="where"><span>${msg(str`Wohin mit ${this.lifted.report.licensePlate || this.lifted.report.reference}? Wählen Sie eine Spalte.`, { id: 'board.where' })}</span><button @click=${() => this.#putDown()}>${msg('Abbrechen', { id: 'dialog.cancel' })}</button></p>` : nothing}
        <div class="tabs" role="group" aria-label=${msg('Spalte', { id: 'board.column' })}>${columns.map((column) => this.#tab(column, column.status === shown))}</div>
        <div class="columns">${repeat(columns, (column) => column.status, (column) => this.#column(column, column.status === shown))}</div>
      </div>
      ${this.#ghost()}
      <div class="visually-hidden" role="status" aria-live="assertive">${this.said}</div>
    `;
  }

  #tab(column: Column, shown: boolean) {
    const { status: each } = column;
    const drops = isSettable(each);
    const choose = () => (this.lifted && drops ? void this.#drop(this.lifted.report.id, each) : (this.shown = each));
    return html`<button class=${this.#drag.drag?.over === each ? 'target' : ''} data-drop=${drops ? each : nothing} aria-pressed=${shown} ?disabled=${this.lifted !== null && !drops} @click=${choose}>
      <span class="status ${each}">${statusText(each)}</span><span class="numbers">${this.#amount(column)}</span>
    </button>`;
  }

  #column(column: Column, shown: boolean) {
    const { status: each, reports, phase, nextCursor } = column;
    const drops = isSettable(each);
    const isTarget = drops && (this.#drag.drag?.over === each || (this.lifted?.target === each && this.lifted.report.status !== each));
    const label = statusText(each);
    return html`
      <section class="column ${shown ? 'shown' : ''} ${isTarget ? 'target' : ''}" data-drop=${drops ? each : nothing} aria-labelledby="column-${each}">
        <header><h2 id="column-${each}"><span class="status ${each}">${label}</span></h2><span class="amount" aria-label=${msg(str`${this.#amount(column)} Meldungen`, { id: 'list.total' })}>${this.#amount(column)}</span></header>
        ${this.lifted && drops && this.lifted.report.status !== each ? html`<button class="here" tabindex="-1" @click=${() => void this.#drop(this.lifted?.report.id ?? '', each)}>${msg('Hierher', { id: 'board.here' })}</button>` : nothing}
        <ul class="cards">
          ${repeat(reports, ({ id }) => id, (report) => this.#card(report))}
          ${phase === 'loading' && reports.length === 0 ? html`<li class="waiting"><span class="visually-hidden">${msg('Meldungen werden geladen.', { id: 'list.loading' })}</span></li>` : nothing}
          ${phase === 'ready' && reports.length === 0 ? html`<li class="none">${msg('Keine Meldung', { id: 'board.none' })}</li>` : nothing}
          ${phase === 'failed' ? html`<li class="none" role="alert">${msg('Konnte nicht geladen werden.', { id: 'board.failed' })} <button class="more" @click=${() => void this.#again(column)}>${msg('Erneut versuchen', { id: 'message.retry' })}</button></li>` : nothing}
          ${nextCursor && phase !== 'failed' ? html`<li class="more-line"><button class="more" ?disabled=${phase === 'loading'} @click=${() => void loadMoreOf(column)}>${msg('Weitere laden', { id: 'list.more' })}</button></li>` : nothing}
        </ul>
      </section>
    `;
  }

  #card(report: ReportSummary) {
    return boardCard({
      report, timeZone: currentSession().tenant.timeZone, mayMove: this.#mayMove(), lifted: this.lifted?.report.id === report.id, dragged: this.#drag.drag?.id === report.id,
      onLift: () => this.#lift(report), onKey: (event) => this.#steer(event),
    });
  }

  #ghost() {
    const { drag } = this.#drag;
    const report = drag && this.#find(drag.id);
    if (!drag || !report) return nothing;
    return html`<div class="ghost" aria-hidden="true">${boardCard({ report, timeZone: currentSession().tenant.timeZone, mayMove: false, lifted: false, dragged: false, onLift: () => undefined, onKey: () => undefined })}</div>`;
  }

  /** Sideways only: where the page stands is the reader's business. */
  #showTab() {
    const tab = this.renderRoot.querySelector<HTMLElement>('.tabs [aria-pressed="true"]');
    const strip = tab?.parentElement;
    if (tab && strip) strip.scrollTo({ left: tab.offsetLeft - (strip.clientWidth - tab.offsetWidth) / 2 });
  }

  /** What nobody can be moved into is no column worth its room while it is empty. */
  #columns(): Column[] {
    const columns = currentBoard()?.columns ?? [];
    return columns.filter(({ status: each, reports, phase }) => isSettable(each) || columns.length === 1 || reports.length > 0 || phase === 'failed');
  }

  #amount({ status: each, reports, nextCursor }: Column): string {
    const counted = currentBoard()?.counts?.byStatus[each];
    return counted === undefined ? (nextCursor ? `${reports.length}+` : String(reports.length)) : countText(counted);
  }

  #mayMove(): boolean {
    return currentSession().staff.role !== 'viewer';
  }

  #find(id: string): ReportSummary | undefined {
    return currentBoard()?.columns.flatMap(({ reports }) => reports).find((report) => report.id === id);
  }

  /** Takes a card up, or puts it down where it was aimed at. */
  #lift(report: ReportSummary) {
    if (this.lifted?.report.id === report.id) return void this.#drop(report.id, this.lifted.target);
    this.lifted = { report, target: report.status };
    this.said = msg(str`${report.reference} aufgenommen, in ${statusText(report.status)}. Pfeiltasten wählen die Spalte, Eingabe legt ab, Escape bricht ab.`, { id: 'board.lifted' });
  }

  #steer(event: KeyboardEvent) {
    if (!this.lifted) return;
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      return this.#putDown();
    }
    if (event.key === 'Tab') return this.#putDown();
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    const targets = this.#columns().map((column) => column.status).filter((each) => isSettable(each) || each === this.lifted?.report.status);
    const next = targets[targets.indexOf(this.lifted.target) + step];
    if (!next) return;
    this.lifted = { ...this.lifted, target: next };
    this.said = statusText(next);
    this.renderRoot.querySelector(`[aria-labelledby="column-${next}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  #putDown() {
    this.lifted = null;
    this.said = msg('Abgebrochen, die Meldung bleibt, wo sie war.', { id: 'board.cancelled' });
  }

  async #drop(id: string, target: ReportStatus) {
    const report = this.#find(id);
    const byHand = this.lifted !== null;
    this.lifted = null;
    if (!report || !isSettable(target) || report.status === target) return;
    this.said = '';
    const moved = await moveReport(report, target);
    const now = this.#find(id)?.status ?? target;
    this.said = moved ? msg(str`${report.reference} liegt jetzt in ${statusText(now)}.`, { id: 'board.dropped' }) : msg('Abgebrochen, die Meldung bleibt, wo sie war.', { id: 'board.cancelled' });
    if (!byHand) return;
    if (moved) this.shown = now;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-card="${id}"] .grip`)?.focus();
  }

  #filter({ filter, typing }: FilterChangeEvent) {
    navigate(listAddress(filter, { layout: 'board', sort: readSort(this.search) }), typing ? 'replace' : 'push');
  }

  #order(sort: ReportSort) {
    choose({ sort });
    const address = paths.board + filterSearch(readFilter(this.search));
    if (address === paths.board + this.search) void this.#show();
    else navigate(address, 'replace');
  }

  async #show() {
    const { search } = this;
    rememberListAddress(paths.board + search);
    const sort = readSort(search) ?? (await loadPreferences()).sort;
    if (search !== this.search) return;
    this.sort = sort;
    await showBoard(readFilter(search), sort);
  }

  async #again(column: Column) {
    const board = currentBoard();
    if (board) await readColumn(board, column);
  }
}

customElements.define('board-page', BoardPage);
