import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { ReportSummary } from '@meldewerk/contract/report';
import type { ReportCounts, ReportSort } from '@meldewerk/contract/report-filter';
import { ListenerController } from '@meldewerk/shell/listener-controller';
import { navigate } from '@meldewerk/shell/navigation';
import { base, card } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { loadCategories } from '../../categories.ts';
import { fetchReportCounts } from '../../data/reports.ts';
import { fetchSite } from '../../data/site.ts';
import { setPageTitle } from '../../document-title.ts';
import { listAddress, rememberListAddress, startAddress } from '../../list-places.ts';
import { choose, loadPreferences } from '../../preferences.ts';
import { filterSearch, isFiltered, readFilter, readSort } from '../../report-filter.ts';
import { currentList, loadMore, rememberPlace, reportList, showList } from '../../report-list.ts';
import { paths } from '../../router.ts';
import { currentSession } from '../../session.ts';
import { ShortcutController } from '../../shortcuts.ts';
import { plate, status } from '../../styles/shared.ts';
import { workflowChanges } from '../../workflow.ts';
import './bulk-bar.ts';
import { markStyles } from './handling-marks.ts';
import { headStyles, layoutSwitch, sortSelect, totalText } from './list-head.ts';
import '../exports/list-export-button.ts';
import { listFailed, loadingRows, noMatch, noReportsYet, stateStyles } from './list-states.ts';
import { type FilterChangeEvent } from './report-filters.ts';
import './report-filters.ts';
import { reportTable } from './report-rows.ts';
import { rowStyles } from './row-styles.ts';
import './view-tabs.ts';

const countPauseMs = 400;

export class ReportListPage extends LitElement {
  static override properties = { search: { type: String }, pageUrl: { state: true }, copied: { state: true }, sort: { state: true }, selected: { state: true }, counts: { state: true }, isEmpty: { state: true } };
  declare search: string;
  declare pageUrl: string | null;
  declare copied: boolean;
  declare sort: ReportSort;
  declare selected: ReadonlySet<string>;
  declare counts: ReportCounts | null;
  /** Nobody ever reported anything here. */
  declare isEmpty: boolean;

  #placed = false;
  #lastPicked: string | null = null;
  #counting: ReturnType<typeof setTimeout> | undefined;
  // A busy page hears several entries at once; only the last says how things stand.
  #sentinel = new IntersectionObserver((entries) => entries.at(-1)?.isIntersecting && currentList()?.more === 'idle' && void loadMore(), { rootMargin: '600px' });

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { search: '', pageUrl: null, copied: false, sort: 'newest', selected: new Set(), counts: null, isEmpty: false });
    new ListenerController(this, reportList, 'change', () => this.#follow());
    new ListenerController(this, workflowChanges, 'change');
    new ShortcutController(this, {
      'j': () => this.#move(1),
      'k': () => this.#move(-1),
      'x': () => this.#pickFocused(),
      '/': () => this.renderRoot.querySelector('report-filters')?.focusSearch(),
    });
    void this.#loadSite();
  }

  static override styles = [
    base, card, plate, status, rowStyles, markStyles, headStyles, stateStyles,
    css`
      .head { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 1rem; margin-bottom: 0.7rem; }
      h1 { font-size: 1.45rem; }
      list-export-button { margin-inline-start: auto; }
      .share span { margin-inline-start: 0.5rem; }
      view-tabs { display: block; margin-bottom: 0.8rem; }
      .under { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.4rem 1rem; min-height: 2.1rem; margin-top: 0.8rem; font-size: var(--wa-font-size-s); }
      .elsewhere { display: flex; justify-content: center; margin: 0.9rem 0 0; }
      .list { margin-top: 0.6rem; }
      .list[aria-busy='true'] table { opacity: 0.55; }
      .end { display: flex; flex-direction: column; align-items: center; gap: 0.5rem; padding: 1.25rem; font-size: var(--wa-font-size-s); }
      @media (max-width: 40rem) {
        .head { gap: 0.3rem 0.2rem; }
        .head h1 { margin-inline-end: 0.3rem; }
        .share::part(button) { padding-inline: 0.5rem; }
        h1 { font-size: 1.25rem; }
        .share span { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
      }
      @media print { .list { border: 0; } }
    `,
  ];

  override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('search')) return;
    this.selected = new Set();
    void this.#show();
  }

  /** In the order the address names, else in the person's own. */
  async #show() {
    const { search } = this;
    if (search === '?start') return navigate(await startAddress(), 'replace');
    rememberListAddress(paths.reports + search);
    const preferred = readSort(search) ?? (await loadPreferences()).sort;
    if (search !== this.search) return;
    this.sort = preferred;
    this.#count();
    await showList(readFilter(search), preferred);
  }

  override updated() {
    const end = this.renderRoot.querySelector('.end.more');
    this.#sentinel.disconnect();
    if (end) this.#sentinel.observe(end);
    if (!this.#placed && currentList()?.phase === 'ready') void this.#returnToPlace();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#sentinel.disconnect();
    clearTimeout(this.#counting);
  }

  override render() {
    setPageTitle(msg('Meldungen', { id: 'nav.reports' }));
    const list = currentList();
    const filter = readFilter(this.search);
    return html`
      <div class="head">
        <h1>${msg('Meldungen', { id: 'nav.reports' })}</h1>
        ${layoutSwitch('list', filter, (layout) => layout !== 'calendar' && choose({ layout }))}
        <list-export-button .filter=${filter}></list-export-button>
        ${this.pageUrl ? html`<wa-button class="share" size="s" appearance="plain" @click=${() => void this.#share(this.pageUrl)}><wa-icon name="share"></wa-icon><span>${msg('Link teilen', { id: 'list.share' })}</span></wa-button>` : nothing}
      </div>
      <view-tabs .filter=${filter} .sort=${this.sort} layout="list"></view-tabs>
      <report-filters .filter=${filter} @filter-change=${this.#filter}></report-filters>
      <div class="under">
        <span class="quiet numbers">${this.counts ? totalText(this.counts.total) : nothing}</span>
        ${sortSelect(this.sort, (sort) => this.#order(sort))}
      </div>
      ${list && list.elsewhere.size > 0 ? this.#elsewhere(list.elsewhere.size) : nothing}
      <div class="list card" aria-busy=${list?.phase === 'loading'} @keydown=${this.#arrows}>${this.#content()}</div>
      ${this.#mayChange() ? html`<bulk-bar .reports=${this.#picked()} @selection-clear=${() => (this.selected = new Set())}></bulk-bar>` : nothing}
    `;
  }

  #content() {
    const list = currentList();
    if (!list || (list.phase === 'loading' && list.reports.length === 0)) return loadingRows();
    if (list.phase === 'failed') return listFailed(list.error, () => void showList(list.filter, list.sort));
    if (list.reports.length === 0) {
      return isFiltered(list.filter) && !this.isEmpty ? noMatch(() => navigate(paths.reports)) : noReportsYet(this.pageUrl, this.copied, () => void this.#copyLink());
    }
    return html`
      ${reportTable({
        reports: list.reports,
        arrived: list.arrived,
        left: list.left,
        timeZone: currentSession().tenant.timeZone,
        selected: this.#mayChange() ? this.selected : null,
        onOpen: (report) => rememberPlace(window.scrollY, report.id),
        onSelect: (report, event) => this.#pick(report, event),
        onSelectAll: (all) => (this.selected = new Set(all ? list.reports.map(({ id }) => id) : [])),
      })}
      ${list.phase === 'ready' ? this.#end(list) : nothing}
    `;
  }

  #end(list: { nextCursor: string | null; more: string; reports: unknown[] }) {
    if (!list.nextCursor) {
      if (list.reports.length <= 20) return nothing;
      return html`<p class="end quiet">${msg(str`Das sind alle ${list.reports.length} Meldungen.`, { id: 'list.end' })}</p>`;
    }
    return html`
      <div class="end more">
        ${list.more === 'failed' ? html`<span role="alert">${msg('Weitere Meldungen konnten nicht geladen werden.', { id: 'list.moreFailed' })}</span>` : nothing}
        <wa-button size="s" appearance="outlined" ?loading=${list.more === 'loading'} @click=${() => void loadMore()}>${msg('Weitere laden', { id: 'list.more' })}</wa-button>
      </div>
    `;
  }

  #elsewhere(count: number) {
    const text = count === 1 ? msg('1 neue Meldung, die nicht zu den Filtern passt', { id: 'list.oneElsewhere' }) : msg(str`${count} neue Meldungen, die nicht zu den Filtern passen`, { id: 'list.manyElsewhere' });
    return html`<div class="elsewhere" role="status">
      <wa-button size="s" pill variant="brand" @click=${() => navigate(paths.reports)}><wa-icon slot="start" name="arrow-up"></wa-icon>${text}</wa-button>
    </div>`;
  }

  #filter({ filter, typing }: FilterChangeEvent) {
    navigate(listAddress(filter, { sort: readSort(this.search) }), typing ? 'replace' : 'push');
  }

  /** From now on everywhere, until somebody chooses otherwise. */
  #order(sort: ReportSort) {
    choose({ sort });
    const address = paths.reports + filterSearch(readFilter(this.search));
    if (address === paths.reports + this.search) void this.#show();
    else navigate(address, 'replace');
  }

  #follow() {
    this.requestUpdate();
    this.#count();
  }

  /** Numbers follow what is shown, a moment behind it: live changes come in swarms. */
  #count() {
    clearTimeout(this.#counting);
    this.#counting = setTimeout(() => void this.#readCounts(), countPauseMs);
  }

  async #readCounts() {
    const { search } = this;
    const filter = readFilter(search);
    const counts = await fetchReportCounts(filter).catch(() => null);
    if (search !== this.search) return;
    this.counts = counts;
    if (counts?.total === 0 && filterSearch(filter) === '?status=open') this.isEmpty = (await fetchReportCounts({}).catch(() => null))?.total === 0;
    else this.isEmpty = false;
  }

  #mayChange(): boolean {
    return currentSession().staff.role !== 'viewer';
  }

  #picked(): ReportSummary[] {
    return currentList()?.reports.filter(({ id }) => this.selected.has(id)) ?? [];
  }

  /** With the shift key everything from the one before. */
  #pick({ id }: ReportSummary, { shiftKey }: { shiftKey: boolean }) {
    const ids = currentList()?.reports.map((report) => report.id) ?? [];
    const next = new Set(this.selected);
    const [from, to] = [ids.indexOf(this.#lastPicked ?? id), ids.indexOf(id)].toSorted((a, b) => a - b) as [number, number];
    const range = shiftKey && from >= 0 ? ids.slice(from, to + 1) : [id];
    const adds = !this.selected.has(id);
    for (const each of range) if (adds) next.add(each);
    else next.delete(each);
    this.#lastPicked = id;
    this.selected = next;
  }

  #pickFocused() {
    const id = this.shadowRoot?.activeElement?.closest('tr')?.dataset['id'];
    const report = currentList()?.reports.find((each) => each.id === id);
    if (report && this.#mayChange()) this.#pick(report, { shiftKey: false });
  }

  #arrows(event: KeyboardEvent) {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    this.#move(step);
  }

  #move(step: number) {
    const links = [...this.renderRoot.querySelectorAll<HTMLAnchorElement>('tbody .reference a')];
    const focused = links.findIndex((link) => link === this.shadowRoot?.activeElement);
    const start = focused < 0 ? links.findIndex((link) => link.closest('tr')?.dataset['id'] === currentList()?.lastOpened) : focused;
    const target = links[Math.min(links.length - 1, Math.max(0, start < 0 ? 0 : start + step))];
    target?.focus({ preventScroll: true });
    target?.closest('tr')?.scrollIntoView({ block: 'nearest' });
  }

  async #returnToPlace() {
    this.#placed = true;
    // The filters above take their height only when they have rendered too; all of that is before the first paint.
    await new Promise(requestAnimationFrame);
    const { scrollTop = 0, lastOpened = null } = currentList() ?? {};
    window.scrollTo({ top: scrollTop, behavior: 'instant' });
    if (lastOpened) this.renderRoot.querySelector<HTMLAnchorElement>(`tr[data-id="${lastOpened}"] .reference a`)?.focus({ preventScroll: true });
  }

  async #loadSite() {
    await loadCategories().catch(() => undefined);
    this.pageUrl = await fetchSite().then((site) => site.pageUrl, () => null);
  }

  /** The workshop's own link, open to everybody at any time. */
  async #share(url: string | null) {
    if (!url) return;
    const { openShareDialog } = await import('../../shell/share-dialog.ts');
    const { name, slug } = currentSession().tenant;
    openShareDialog({
      title: msg('Link teilen', { id: 'list.share' }),
      explanation: msg('Über diesen Link kann jeder bei Ihnen einen Schaden melden: für Website, Visitenkarte, Aushang und Nachrichten.', { id: 'share.standard' }),
      url, heading: name, fileName: `QR-${slug}`, subject: `Schadenmeldung bei ${name}`, message: `Guten Tag, über diesen Link können Sie uns Ihren Schaden melden: ${url}`,
    });
  }

  async #copyLink() {
    if (!this.pageUrl) return;
    await navigator.clipboard.writeText(this.pageUrl);
    this.copied = true;
    setTimeout(() => (this.copied = false), 2500);
  }
}

customElements.define('report-list-page', ReportListPage);
