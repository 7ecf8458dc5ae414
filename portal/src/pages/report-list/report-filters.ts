import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/input/input.js';
import '@awesome.me/webawesome/dist/components/option/option.js';
import '@awesome.me/webawesome/dist/components/select/select.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { ReportQuery } from '@meldewerk/contract/report-filter';
import { css, html, LitElement, nothing } from 'lit';
import { allCategories, categoryLabel } from '../../categories.ts';
import type { ReportFilter } from '../../data/reports.ts';
import { formatDay } from '../../format.ts';
import { statusLabel } from '../../labels.ts';
import { currentLanguage } from '../../locale.ts';
import { base } from '../../styles/shared.ts';

const typingPauseMs = 250;
const statuses = ['open', 'draft', 'linkSent', 'submitted', 'inReview', 'scheduled', 'inRepair', 'ready', 'completed', 'cancelled'] as const;

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

/** Search field, filters and the chips of what is active. Fires `filter-change`. */
export class ReportFilters extends LitElement {
  static override properties = { filter: { attribute: false }, expanded: { state: true } };
  declare filter: ReportFilter;
  declare expanded: boolean;

  /** Typed into the search field and not in the filter yet. */
  #typed: { q: string; pause: ReturnType<typeof setTimeout> } | undefined;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.filter = {};
    this.expanded = false;
  }

  static override styles = [
    base,
    css`
      .fields { display: flex; flex-wrap: wrap; align-items: end; gap: 0.6rem; }
      .search { flex: 1 1 16rem; }
      .more { display: contents; }
      wa-select { flex: 0 1 11.5rem; }
      .day { flex: 0 0 9.75rem; }
      .toggle { display: none; }
      .chips { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem; margin-top: 0.7rem; }
      .chip { display: inline-flex; align-items: center; gap: 0.35rem; min-height: 1.75rem; padding: 0 0.35rem 0 0.7rem; border: 1px solid var(--wa-color-brand-border-normal); border-radius: 999px; cursor: pointer;
        background: var(--wa-color-brand-fill-quiet); color: var(--wa-color-brand-on-normal); font: inherit; font-size: var(--wa-font-size-s); }
      .chip:hover { border-color: currentColor; }
      .chip:focus-visible { border-radius: 999px; }
      .chip wa-icon { font-size: 0.95em; }
      .reset { padding: 0.25rem 0.4rem; border: 0; background: none; color: var(--wa-color-text-link); font: inherit; font-size: var(--wa-font-size-s); text-decoration: underline; text-underline-offset: 0.2em; cursor: pointer; }
      @media (max-width: 60rem) {
        .search { flex: 1 1 0; min-width: 0; }
        .toggle { display: block; }
        .more { display: none; }
        .more.expanded { display: grid; grid-template-columns: 1fr 1fr; gap: 0.6rem; flex-basis: 100%; align-items: end; }
        .more.expanded > * { min-width: 0; }
      }
      @media print { :host { display: none; } }
    `,
  ];

  focusSearch() {
    this.renderRoot.querySelector('wa-input')?.focus();
  }

  override render() {
    const active = this.#chips();
    return html`
      <search aria-label=${msg('Meldungen filtern', { id: 'filters.label' })}>
        <div class="fields">
          <wa-input class="search" type="search" size="s" with-clear .value=${this.filter.q ?? ''} @input=${this.#type}
            label=${msg('Suche', { id: 'filters.search' })} placeholder=${msg('Kennzeichen, Name, Nummer, FIN', { id: 'filters.searchHint' })}>
            <wa-icon slot="start" name="search"></wa-icon>
          </wa-input>
          <wa-button class="toggle" size="s" appearance="outlined" aria-expanded=${this.expanded} @click=${() => (this.expanded = !this.expanded)}>
            <wa-icon slot="start" name="filter"></wa-icon>${msg('Filter', { id: 'filters.toggle' })}
          </wa-button>
          <div class="more ${this.expanded ? 'expanded' : ''}">${this.#more()}</div>
        </div>
        ${active.length > 0
          ? html`<div class="chips">
              ${active.map(([name, text]) => html`
                <button class="chip" @click=${() => this.#change({ [name]: undefined })} aria-label=${msg(str`Filter entfernen: ${text}`, { id: 'filters.remove' })}>
                  ${text}<wa-icon name="xmark"></wa-icon>
                </button>`)}
              <button class="reset" @click=${() => this.#emit({}, false)}>${msg('Filter zurücksetzen', { id: 'list.reset' })}</button>
            </div>`
          : nothing}
      </search>
    `;
  }

  #more() {
    const { filter } = this;
    return html`
      <wa-select size="s" label=${msg('Status', { id: 'list.status' })} .value=${filter.status || 'all'} @change=${(event: Event) => this.#choose('status', event)}>
        <wa-option value="all">${msg('Alle', { id: 'filters.all' })}</wa-option>
        ${statuses.map((status) => html`<wa-option value=${status}>${statusLabel(status)}</wa-option>`)}
      </wa-select>
      <wa-select size="s" label=${msg('Schaden', { id: 'list.category' })} .value=${filter.category || 'all'} @change=${(event: Event) => this.#choose('category', event)}>
        <wa-option value="all">${msg('Alle', { id: 'filters.all' })}</wa-option>
        ${allCategories().map((category) => html`<wa-option value=${category.id}>${category.label[currentLanguage()]}</wa-option>`)}
      </wa-select>
      <wa-input class="day" size="s" type="date" label=${msg('Von', { id: 'filters.from' })} .value=${filter.from ?? ''} max=${filter.to || nothing} @change=${(event: Event) => this.#choose('from', event)}></wa-input>
      <wa-input class="day" size="s" type="date" label=${msg('Bis', { id: 'filters.to' })} .value=${filter.to ?? ''} min=${filter.from || nothing} @change=${(event: Event) => this.#choose('to', event)}></wa-input>
      <wa-button size="s" appearance=${filter.new === 'true' ? 'accent' : 'outlined'} variant=${filter.new === 'true' ? 'brand' : 'neutral'} aria-pressed=${filter.new === 'true'}
        @click=${() => this.#change({ new: filter.new === 'true' ? undefined : 'true' })}>${msg('Nur neue', { id: 'filters.onlyNew' })}</wa-button>
    `;
  }

  #chips(): [keyof ReportFilter, string][] {
    const { q, status, category, from, to } = this.filter;
    const chips: [keyof ReportFilter, string][] = [];
    if (q) chips.push(['q', msg(str`Suche: ${q}`, { id: 'chip.search' })]);
    if (status) chips.push(['status', msg(str`Status: ${statusLabel(status as 'open')}`, { id: 'chip.status' })]);
    if (category) chips.push(['category', msg(str`Schaden: ${categoryLabel(category)}`, { id: 'chip.category' })]);
    if (from) chips.push(['from', msg(str`Ab ${formatDay(from)}`, { id: 'chip.from' })]);
    if (to) chips.push(['to', msg(str`Bis ${formatDay(to)}`, { id: 'chip.to' })]);
    if (this.filter.new === 'true') chips.push(['new', msg('Nur neue', { id: 'filters.onlyNew' })]);
    if (this.filter.new === 'false') chips.push(['new', msg('Schon geöffnet', { id: 'chip.opened' })]);
    return chips;
  }

  #type(event: Event) {
    const q = (event.target as HTMLInputElement).value.trim();
    this.#discardTyped();
    this.#typed = { q, pause: setTimeout(() => this.#emit({ ...this.filter, q }, true), typingPauseMs) };
  }

  #choose(name: keyof ReportQuery, event: Event) {
    const { value } = event.target as HTMLInputElement;
    this.#change({ [name]: value === 'all' ? '' : value });
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
}

declare global {
  interface HTMLElementTagNameMap {
    'report-filters': ReportFilters;
  }
}

customElements.define('report-filters', ReportFilters);
