import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/input/input.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { ReportFacets, ReportFilter, ReportFilterName } from '@meldewerk/contract/report-filter';
import { ListenerController } from '@meldewerk/shell/listener-controller';
import { base } from '@meldewerk/shell/styles';
import { html, LitElement, nothing } from 'lit';
import { loadCategories } from '../../categories.ts';
import { fetchColleagues } from '../../data/handling.ts';
import { fetchPartners } from '../../data/partners.ts';
import { fetchReportFacets } from '../../data/reports.ts';
import { chipsOf, type Known } from '../../filter-words.ts';
import { workflowChanges } from '../../workflow.ts';
import { controlStyles } from '../forms/control-styles.ts';
import { filterFields } from './filter-fields.ts';
import { filterStyles } from './filter-styles.ts';

const typingPauseMs = 250;

export class FilterChangeEvent extends Event {
  readonly filter: ReportFilter;
  /** Typing goes on; the address follows without a step in the browser's history for each pause. */
  readonly typing: boolean;

  constructor(filter: ReportFilter, typing: boolean) {
    super('filter-change');
    this.filter = filter;
    this.typing = typing;
  }
}

/**
 * Search field, filters and the chips of what is active, over whatever shows reports: list, board, calendar. `without` names
 * filters that make no sense there. Fires `filter-change`.
 */
export class ReportFilters extends LitElement {
  static override properties = { filter: { attribute: false }, without: { attribute: false }, expanded: { state: true }, known: { state: true }, facets: { state: true } };
  declare filter: ReportFilter;
  declare without: ReportFilterName[];
  declare expanded: boolean;
  declare known: Known;
  declare facets: ReportFacets;

  /** Typed into the search field and not in the filter yet. */
  #typed: { q: string; pause: ReturnType<typeof setTimeout> } | undefined;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { filter: {}, without: [], expanded: false, known: { colleagues: [], partners: [] }, facets: { insurers: [], tags: [] } });
    new ListenerController(this, workflowChanges, 'change');
  }

  static override styles = [base, controlStyles, filterStyles];

  override connectedCallback() {
    super.connectedCallback();
    void this.#readChoices();
  }

  focusSearch() {
    this.renderRoot.querySelector('wa-input')?.focus();
  }

  override render() {
    const chips = chipsOf(this.filter, this.known);
    const hidden = chips.filter(([name]) => name !== 'q').length;
    return html`
      <search aria-label=${msg('Meldungen filtern', { id: 'filters.label' })}>
        <div class="fields">
          <wa-input class="search" type="search" size="s" with-clear .value=${this.filter.q ?? ''} @input=${this.#type}
            label=${msg('Suche', { id: 'filters.search' })} placeholder=${msg('Kennzeichen, Name, Nummer, FIN', { id: 'filters.searchHint' })}>
            <wa-icon slot="start" name="search"></wa-icon>
          </wa-input>
          ${this.without.includes('new') ? nothing : html`
            <wa-button class="only-new" size="s" appearance=${this.filter.new === 'true' ? 'accent' : 'outlined'} variant=${this.filter.new === 'true' ? 'brand' : 'neutral'} aria-pressed=${this.filter.new === 'true'}
              @click=${() => this.#change({ new: this.filter.new === 'true' ? undefined : 'true' })}>${msg('Nur neue', { id: 'filters.onlyNew' })}</wa-button>`}
          <wa-button class="toggle" size="s" appearance="outlined" aria-expanded=${this.expanded} @click=${() => (this.expanded = !this.expanded)}>
            <wa-icon slot="start" name="filter"></wa-icon>${msg('Filter', { id: 'filters.toggle' })}${hidden > 0 && !this.expanded ? html`<span slot="end" class="count" aria-hidden="true">${hidden}</span>` : nothing}
          </wa-button>
        </div>
        ${this.expanded ? html`<div class="more">${filterFields({ filter: this.filter, without: this.without, known: this.known, facets: this.facets, onChange: (changes) => this.#change(changes) })}</div>` : nothing}
        ${chips.length > 0
          ? html`<div class="chips">
              ${chips.map(([name, text]) => html`
                <button class="chip" @click=${() => this.#change({ [name]: undefined })} aria-label=${msg(str`Filter entfernen: ${text}`, { id: 'filters.remove' })}>
                  <span>${text}</span><wa-icon name="xmark"></wa-icon>
                </button>`)}
              <button class="reset" @click=${() => this.#emit({}, false)}>${msg('Filter zurücksetzen', { id: 'list.reset' })}</button>
            </div>`
          : nothing}
      </search>
    `;
  }

  #type(event: Event) {
    const q = (event.target as HTMLInputElement).value.trim();
    this.#discardTyped();
    this.#typed = { q, pause: setTimeout(() => this.#emit({ ...this.filter, q }, true), typingPauseMs) };
  }

  #change(changes: Partial<ReportFilter>) {
    this.#emit({ ...this.filter, ...(this.#typed && { q: this.#typed.q }), ...changes }, false);
  }

  #emit(filter: ReportFilter, typing: boolean) {
    this.#discardTyped();
    this.dispatchEvent(new FilterChangeEvent(filter, typing));
  }

  #discardTyped() {
    clearTimeout(this.#typed?.pause);
    this.#typed = undefined;
  }

  /** Who and what there is to choose from; a choice that cannot be read is missing, the others work. */
  async #readChoices() {
    const [colleagues, partners, facets] = await Promise.all([fetchColleagues().catch(() => []), fetchPartners().catch(() => []), fetchReportFacets().catch(() => this.facets), loadCategories().catch(() => undefined)]);
    Object.assign(this, { known: { colleagues, partners }, facets });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'report-filters': ReportFilters;
  }
}

customElements.define('report-filters', ReportFilters);
