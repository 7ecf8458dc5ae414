import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { overviewWeeks } from '@meldewerk/contract/overview';
import { barStyles } from '@meldewerk/shell/bars';
import { ListenerController } from '@meldewerk/shell/listener-controller';
import { navigate } from '@meldewerk/shell/navigation';
import { base, card } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing } from 'lit';
import { fetchOverview, type Overview, type OverviewWeeks } from '../../data/overview.ts';
import { setPageTitle } from '../../document-title.ts';
import { liveUpdates } from '../../live-updates.ts';
import { paths } from '../../router.ts';
import { currentSession } from '../../session.ts';
import { plate } from '../../styles/shared.ts';
import { numbersSection } from './numbers-section.ts';
import { todaySection, todayStyles } from './today-section.ts';
import '../message-page.ts';

/** However much happens, the numbers are asked for no more often. */
const refreshAfterMs = 4_000;

/** Where the day begins: what needs me, and how we are doing. `search` holds how many weeks the numbers look back. */
export class OverviewPage extends LitElement {
  static override properties = { search: { type: String }, overview: { state: true }, error: { state: true } };
  declare search: string;
  declare overview: Overview | undefined;
  declare error: unknown;

  #loading: AbortController | undefined;
  #refresh: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    const refresh = () => {
      this.#refresh ??= setTimeout(() => void this.#load(), refreshAfterMs);
    };
    new ListenerController(this, liveUpdates, 'connected', refresh);
    new ListenerController(this, liveUpdates, 'report', refresh);
  }

  static override styles = [
    base, card, plate, todayStyles, barStyles,
    css`
      h1 { font-size: 1.45rem; margin-block-end: 1rem; }
      .heading { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: baseline; justify-content: space-between; margin-block: 1.75rem 0.9rem; }
      h2 { font-size: 1.15rem; }
      .weeks { display: flex; gap: 0.25rem; }
      .weeks a { padding: 0.3rem 0.7rem; border-radius: 999px; color: inherit; text-decoration: none; font-size: var(--wa-font-size-s); white-space: nowrap; }
      .weeks a:hover { background: var(--wa-color-surface-lowered); }
      .weeks a[aria-current] { background: var(--wa-color-brand-50); color: #fff; }
      .pictures { columns: 20rem; column-gap: 1rem; margin-block-start: 1rem; }
      .figure { padding: 1rem 1.15rem 1.1rem; min-inline-size: 0; break-inside: avoid; }
      .pictures .figure { margin-block-end: 1rem; }
      .figure h3 { font-size: 0.95rem; margin-block-end: 0.3rem; }
      .figure .summary { font-size: var(--wa-font-size-s); margin-block-end: 0.6rem; }
      .skeleton { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr)); gap: 1rem; }
      .skeleton i { block-size: 11rem; border-radius: 10px; background: var(--wa-color-surface-border); opacity: 0.6; }
      @media print { .weeks { display: none; } .card { break-inside: avoid; box-shadow: none; } }
    `,
  ];

  override willUpdate(changed: Map<PropertyKey, unknown>) {
    if (changed.has('search')) void this.#load();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#loading?.abort();
    clearTimeout(this.#refresh);
    this.#refresh = undefined;
  }

  override render() {
    setPageTitle(msg('Übersicht', { id: 'nav.overview' }));
    if (this.error && !this.overview) return html`<message-page kind="failed" .error=${this.error} .retry=${() => void this.#load()}></message-page>`;
    const { staff, tenant } = currentSession();
    return html`
      <h1>${msg(str`Guten Tag, ${staff.name}`, { id: 'overview.greeting' })}</h1>
      ${this.overview
        ? html`
            <h2 class="visually-hidden">${msg('Das braucht Sie heute', { id: 'overview.today' })}</h2>
            ${todaySection(this.overview.today, tenant.timeZone)}
            <div class="heading"><h2>${msg('Zahlen', { id: 'overview.numbers' })}</h2>${this.#weeks()}</div>
            ${numbersSection(this.overview.numbers)}`
        : html`<div class="skeleton" role="status"><span class="visually-hidden">${msg('Die Übersicht wird geladen.', { id: 'overview.loading' })}</span><i></i><i></i><i></i></div>`}
    `;
  }

  #weeks() {
    const chosen = readWeeks(this.search);
    return html`<nav class="weeks" aria-label=${msg('Zeitraum', { id: 'overview.period' })}>
      ${overviewWeeks.map((weeks) => html`<a href=${`${paths.overview}?weeks=${weeks}`} aria-current=${weeks === chosen ? 'true' : nothing} @click=${(event: Event) => this.#choose(event, weeks)}>${msg(str`${weeks} Wochen`, { id: 'overview.weeks' })}</a>`)}
    </nav>`;
  }

  #choose(event: Event, weeks: OverviewWeeks) {
    event.preventDefault();
    navigate(`${paths.overview}?weeks=${weeks}`, 'replace');
  }

  async #load() {
    clearTimeout(this.#refresh);
    this.#refresh = undefined;
    this.#loading?.abort();
    const loading = (this.#loading = new AbortController());
    try {
      this.overview = await fetchOverview(readWeeks(this.search), loading.signal);
      this.error = undefined;
    } catch (error) {
      if (!loading.signal.aborted) this.error = error;
    }
  }
}

function readWeeks(search: string): OverviewWeeks {
  const asked = Number(new URLSearchParams(search).get('weeks'));
  return overviewWeeks.find((weeks) => weeks === asked) ?? 12;
}

customElements.define('overview-page', OverviewPage);
