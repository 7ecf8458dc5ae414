import { msg, str } from '@lit/localize';
import type { ListLayout } from '@meldewerk/contract/list';
import { countLimit, reportSorts, type ReportFilter, type ReportSort } from '@meldewerk/contract/report-filter';
import { css, html } from 'lit';
import { sortLabel } from '../../filter-words.ts';
import { formatNumber } from '../../format.ts';
import { listAddress } from '../../list-places.ts';
import { filterSearch } from '../../report-filter.ts';
import { paths } from '../../router.ts';

/** List, board, calendar: the same filter shown another way. */
export function layoutSwitch(current: ListLayout, filter: ReportFilter, onLeave: (layout: ListLayout) => void) {
  const layouts: [ListLayout, string, string, string][] = [
    ['list', listAddress(filter), 'menu', msg('Liste', { id: 'layout.list' })],
    ['board', listAddress(filter, { layout: 'board' }), 'board', msg('Board', { id: 'layout.board' })],
    ['calendar', paths.calendar + filterSearch(filter), 'calendar', msg('Kalender', { id: 'nav.calendar' })],
  ];
  return html`
    <nav class="layouts" aria-label=${msg('Darstellung', { id: 'layout.label' })}>
      ${layouts.map(([layout, href, icon, label]) => html`<a href=${href} aria-current=${layout === current ? 'page' : 'false'} @click=${() => onLeave(layout)}><wa-icon name=${icon}></wa-icon><span>${label}</span></a>`)}
    </nav>
  `;
}

export function sortSelect(sort: ReportSort, onSort: (sort: ReportSort) => void) {
  return html`
    <label class="sort">
      <span>${msg('Reihenfolge', { id: 'sort.label' })}</span>
      <select .value=${sort} @change=${(event: Event) => onSort((event.target as HTMLSelectElement).value as ReportSort)}>
        ${reportSorts.map((each) => html`<option value=${each} ?selected=${each === sort}>${sortLabel(each)}</option>`)}
      </select>
    </label>
  `;
}

/** `312`, or `1.000+` where nobody counted on. */
export function countText(count: number): string {
  return count > countLimit ? `${formatNumber(countLimit)}+` : formatNumber(count);
}

export function totalText(count: number): string {
  return count === 1 ? msg('1 Meldung', { id: 'list.totalOne' }) : msg(str`${countText(count)} Meldungen`, { id: 'list.total' });
}

export const headStyles = css`
  .layouts { display: flex; gap: 2px; padding: 2px; border: 1px solid var(--wa-color-surface-border); border-radius: 8px; background: var(--wa-color-surface-lowered); }
  .layouts a { display: inline-flex; align-items: center; gap: 0.4rem; min-height: 1.9rem; padding: 0 0.7rem; border-radius: 6px; color: var(--wa-color-text-quiet); font-size: var(--wa-font-size-s); font-weight: 550; text-decoration: none; }
  .layouts a:hover { color: var(--wa-color-text-normal); }
  .layouts a[aria-current='page'] { background: var(--wa-color-surface-default); color: var(--wa-color-text-normal); box-shadow: 0 1px 2px rgb(16 24 40 / 14%); }
  .sort { display: inline-flex; align-items: center; gap: 0.5rem; font-size: var(--wa-font-size-s); color: var(--wa-color-text-quiet); }
  .sort select { min-height: 2.1rem; padding: 0.2rem 0.5rem; border: 1px solid var(--wa-color-neutral-border-normal); border-radius: 6px; background: var(--wa-color-surface-default); color: var(--wa-color-text-normal); font: inherit; color-scheme: inherit; }
  @media (max-width: 40rem) { .layouts a { min-width: 2.2rem; justify-content: center; padding: 0 0.3rem; } .layouts a span, .sort span { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; } }
  @media print { .layouts, .sort { display: none; } }
`;
