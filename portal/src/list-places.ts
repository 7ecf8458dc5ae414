import { msg } from '@lit/localize';
import type { ListLayout, SavedView } from '@meldewerk/contract/list';
import type { ReportFilter, ReportSort } from '@meldewerk/contract/report-filter';
import { currentPreferences, loadPreferences } from './preferences.ts';
import { filterSearch } from './report-filter.ts';
import { paths } from './router.ts';
import { currentViews, loadViews } from './saved-views.ts';

/** What a list is narrowed to, under a name. */
export type View = { id: string; name: string; filter: ReportFilter; sort: ReportSort | null; layout: ListLayout | null; saved: SavedView | null };

let last: string | undefined;

/** The views everybody has. */
export function ownViews(): View[] {
  const view = (id: string, name: string, filter: ReportFilter): View => ({ id, name, filter, sort: null, layout: null, saved: null });
  return [
    view('open', msg('Offen', { id: 'views.open' }), { status: 'open' }),
    view('mine', msg('Meine', { id: 'views.mine' }), { status: 'open', assignee: 'me' }),
    view('overdue', msg('Überfällig', { id: 'views.overdue' }), { due: 'overdue' }),
    view('towing', msg('Abschleppen', { id: 'filters.towing' }), { status: 'open', towing: 'true' }),
    view('all', msg('Alle', { id: 'views.all' }), {}),
  ];
}

export function allViews(): View[] {
  return [...ownViews(), ...currentViews().map((saved): View => ({ ...saved, saved }))];
}

/** Where a filter stands as a list or a board; the order only where it is not the person's own anyway. */
export function listAddress(filter: ReportFilter, { layout = 'list', sort = null }: { layout?: ListLayout | undefined; sort?: ReportSort | null } = {}): string {
  const search = new URLSearchParams(filterSearch(filter));
  if (sort && sort !== currentPreferences().sort) search.set('sort', sort);
  return pathOf(layout) + (search.size > 0 ? `?${search}` : '');
}

export function addressOf({ filter, sort, layout }: View, current: ListLayout): string {
  return listAddress(filter, { sort, layout: layout ?? current });
}

/** Where the person begins: the view they chose for it, else what is open. */
export async function startAddress(): Promise<string> {
  const [{ startView, layout }] = await Promise.all([loadPreferences(), loadViews()]);
  const [open, ...others] = allViews();
  const view = others.find(({ id }) => id === startView) ?? open;
  return view ? addressOf(view, layout === 'board' ? 'board' : 'list') : paths.reports;
}

/** The list or board that was looked at last: where a report leads back to. */
export function lastListAddress(): string {
  return last ?? paths.reports;
}

export function rememberListAddress(address: string) {
  last = address;
}

function pathOf(layout: ListLayout): string {
  return { list: paths.reports, board: paths.board, calendar: paths.calendar }[layout];
}
