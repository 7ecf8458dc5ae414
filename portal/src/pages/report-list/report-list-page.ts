import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { loadCategories } from '../../categories.ts';
import { fetchSite } from '../../data/site.ts';
import { setPageTitle } from '../../document-title.ts';
import { ListenerController } from '../../listener-controller.ts';
import { filterSearch, readFilter } from '../../report-filter.ts';
import { currentList, loadMore, rememberPlace, reportList, showList } from '../../report-list.ts';
import { navigate, paths } from '../../router.ts';
import { currentSession } from '../../session.ts';
import { openKeyboardHelp } from '../../shell/keyboard-help.ts';
import { ShortcutController } from '../../shortcuts.ts';
import { base, card, plate, status } from '../../styles/shared.ts';
import { listFailed, loadingRows, noMatch, noReportsYet, stateStyles } from './list-states.ts';
import { type FilterChangeEvent } from './report-filters.ts';
import './report-filters.ts';
import { reportTable, rowStyles } from './report-rows.ts';

export class ReportListPage extends LitElement {
  static override properties = { search: { type: String }, pageUrl: { state: true }, copied: { state: true } };
  declare search: string;
  declare pageUrl: string | null;
  declare copied: boolean;

  #placed = false;
  // A busy page hears several entries at once; only the last says how things stand.
  #sentinel = new IntersectionObserver((entries) => entries.at(-1)?.isIntersecting && currentList()?.more === 'idle' && void loadMore(), { rootMargin: '600px' });

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.search = '';
    this.pageUrl = null;
    this.copied = false;
    new ListenerController(this, reportList, 'change');
    new ShortcutController(this, {
      'j': () => this.#move(1),
      'k': () => this.#move(-1),
      '/': () => this.renderRoot.querySelector('report-filters')?.focusSearch(),
      '?': () => void openKeyboardHelp(),
    });
    void this.#loadSite();
  }

  static override styles = [
    base, card, plate, status, rowStyles, stateStyles,
    css`
      .head { display: flex; align-items: center; gap: 1rem; margin-bottom: 0.9rem; }
      h1 { font-size: 1.45rem; }
      .share { margin-inline-start: auto; }
      .elsewhere { display: flex; justify-content: center; margin: 0.9rem 0 0; }
      .list { margin-top: 1rem; }
      .list[aria-busy='true'] table { opacity: 0.55; }
      .end { display: flex; flex-direction: column; align-items: center; gap: 0.5rem; padding: 1.25rem; font-size: var(--wa-font-size-s); }
      @media (max-width: 40rem) { h1 { font-size: 1.25rem; } }
    `,
  ];

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('search')) void showList(readFilter(this.search), 'newest');
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
  }

  override render() {
    setPageTitle(msg('Meldungen', { id: 'nav.reports' }));
    const list = currentList();
    return html`
      <div class="head">
        <h1>${msg('Meldungen', { id: 'nav.reports' })}</h1>
        ${this.pageUrl ? html`<wa-button class="share" size="s" appearance="plain" @click=${() => void this.#share(this.pageUrl)}><wa-icon slot="start" name="share"></wa-icon>${msg('Link teilen', { id: 'list.share' })}</wa-button>` : nothing}
      </div>
      <report-filters .filter=${readFilter(this.search)} @filter-change=${this.#filter}></report-filters>
      ${list && list.elsewhere.size > 0 ? this.#elsewhere(list.elsewhere.size) : nothing}
      <div class="list card" aria-busy=${list?.phase === 'loading'} @keydown=${this.#arrows}>${this.#content()}</div>
    `;
  }

  #content() {
    const list = currentList();
    if (!list || (list.phase === 'loading' && list.reports.length === 0)) return loadingRows();
    if (list.phase === 'failed') return listFailed(list.error, () => void showList(list.filter, list.sort));
    if (list.reports.length === 0) {
      return filterSearch(list.filter) ? noMatch(() => navigate(paths.reports)) : noReportsYet(this.pageUrl, this.copied, () => void this.#copyLink());
    }
    return html`
      ${reportTable({
        reports: list.reports,
        arrived: list.arrived,
        timeZone: currentSession().tenant.timeZone,
        onOpen: (report) => rememberPlace(window.scrollY, report.id),
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
    navigate(paths.reports + filterSearch(filter), typing ? 'replace' : 'push');
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
