import type { ReportSummary } from '@meldewerk/contract/report';
import type { ReportSort } from '@meldewerk/contract/report-filter';
import { forgetArrival } from './arrivals.ts';
import { fetchReportPage, type ReportFilter } from './data/reports.ts';
import { type LiveReportEvent, liveUpdates } from './live-updates.ts';
import { filterSearch } from './report-filter.ts';
import { sessionChanges, sessionState } from './session.ts';

type List = {
  filter: ReportFilter;
  sort: ReportSort;
  phase: 'loading' | 'ready' | 'failed';
  /** Something happened while it was loading. */
  overtaken: boolean;
  error: unknown;
  reports: ReportSummary[];
  nextCursor: string | null;
  more: 'idle' | 'loading' | 'failed';
  /** Reports that came in since and do not match the filter. */
  elsewhere: Set<string>;
  /** Came in while the list was open; shown with a short glow. */
  arrived: Set<string>;
  /** Changed while the list was open and no longer match the filter; they keep their place until it is read again. */
  left: Set<string>;
  scrollTop: number;
  lastOpened: string | null;
};

const catchUpPauseMs = 300;
const refreshPauseMs = 120;
/** Of the server's, and as many ids as it takes at once. */
const pageSize = 50;

let list: List | undefined;
let running: AbortController | undefined;

/** The list as it was last shown. It outlives its page, so that coming back from a report finds it where it was. Tells `change`. */
export const reportList = new EventTarget();

export function currentList(): List | undefined {
  return list;
}

/** Shows the list of this filter: what is already there at once, brought up to date behind it. */
export async function showList(filter: ReportFilter, sort: ReportSort) {
  if (list?.phase === 'ready' && list.sort === sort && filterSearch(list.filter) === filterSearch(filter)) return catchUp();
  running?.abort();
  running = new AbortController();
  const { signal } = running;
  const shown = emptyList(filter, sort, list?.reports ?? []);
  list = shown;
  changed();
  try {
    const page = await fetchReportPage({ ...filter, sort }, signal);
    Object.assign(shown, { phase: 'ready', reports: page.reports, nextCursor: page.nextCursor });
  } catch (error) {
    if (signal.aborted) return;
    Object.assign(shown, { phase: 'failed', error, reports: [] });
  }
  changed();
  if (shown.overtaken) void catchUp();
}

export async function loadMore() {
  const shown = list;
  if (!shown?.nextCursor || shown.more === 'loading') return;
  shown.more = 'loading';
  changed();
  try {
    const page = await fetchReportPage({ ...shown.filter, sort: shown.sort, cursor: shown.nextCursor });
    const known = new Set(shown.reports.map((report) => report.id));
    shown.reports = [...shown.reports, ...page.reports.filter((report) => !known.has(report.id))];
    shown.nextCursor = page.nextCursor;
    shown.more = 'idle';
  } catch {
    shown.more = 'failed';
  }
  changed();
}

export function rememberPlace(scrollTop: number, lastOpened: string | null) {
  if (list) Object.assign(list, { scrollTop, lastOpened });
}

/** The report has been opened here: it is no longer new in the list either. */
export function noteOpened(reportId: string) {
  forgetArrival(reportId);
  replace(reportId, { isNew: false });
}

/** Before and after a report in the list it was opened from; the next one is loaded when it is not there yet. */
export async function neighboursOf(reportId: string): Promise<{ previous: string | null; next: string | null } | null> {
  const position = list?.reports.findIndex((report) => report.id === reportId) ?? -1;
  if (!list || position < 0) return null;
  if (position === list.reports.length - 1) await loadMore();
  return { previous: list.reports[position - 1]?.id ?? null, next: list.reports[position + 1]?.id ?? null };
}

liveUpdates.addEventListener('connected', () => void catchUp());
liveUpdates.addEventListener('report', (event) => {
  const { message } = event as LiveReportEvent;
  if (message.kind === 'reportSubmitted' || list?.phase === 'loading') void catchUp(message.reportId);
  else if (message.kind === 'reportPrepared') catchUpSoon();
  else refreshSoon(message.reportId);
});
sessionChanges.addEventListener('change', () => {
  if (sessionState().kind === 'signedIn') return;
  running?.abort();
  list = undefined;
});

function emptyList(filter: ReportFilter, sort: ReportSort, reports: ReportSummary[]): List {
  return { filter, sort, phase: 'loading', overtaken: false, error: null, reports, nextCursor: null, more: 'idle', elsewhere: new Set(), arrived: new Set(), left: new Set(), scrollTop: 0, lastOpened: null };
}

let soon: ReturnType<typeof setTimeout> | undefined;

/** An import prepares hundreds at once; they are looked up together. */
function catchUpSoon() {
  soon ??= setTimeout(() => {
    soon = undefined;
    void catchUp();
  }, catchUpPauseMs);
}

/** Asks for the first page again and lays it over the loaded list. */
async function catchUp(arrivedId?: string) {
  const shown = list;
  if (shown?.phase === 'loading') shown.overtaken = true;
  if (shown?.phase !== 'ready') return;
  const page = await fetchReportPage({ ...shown.filter, sort: shown.sort }).catch(() => undefined);
  if (!page || shown !== list) return;
  const fresh = new Map(page.reports.map((report) => [report.id, report]));
  if (arrivedId) (fresh.has(arrivedId) ? shown.arrived : shown.elsewhere).add(arrivedId);
  for (const report of page.reports) if (!report.isNew) forgetArrival(report.id);
  const known = shown.reports.findLastIndex((report) => fresh.has(report.id));
  // What stands behind the fresh page is kept; what should stand in it and does not no longer matches the filter.
  const below = page.nextCursor !== null && known >= 0 ? shown.reports.slice(known + 1) : [];
  shown.reports = [...page.reports, ...below];
  shown.left = new Set(below.filter(({ id }) => shown.left.has(id)).map(({ id }) => id));
  if (below.length === 0) shown.nextCursor = page.nextCursor;
  changed();
}

const changedReports = new Set<string>();
let refreshing: ReturnType<typeof setTimeout> | undefined;

/** One change is rarely alone: a batch, or an event and what it brings about. */
function refreshSoon(reportId: string) {
  changedReports.add(reportId);
  refreshing ??= setTimeout(() => {
    refreshing = undefined;
    const ids = [...changedReports];
    changedReports.clear();
    for (let at = 0; at < ids.length; at += pageSize) void refresh(ids.slice(at, at + pageSize));
  }, refreshPauseMs);
}

/** Changed reports are brought up to date where they stand. One that matches since is put where it belongs. */
async function refresh(ids: string[]) {
  const shown = list;
  if (!shown) return;
  const matching = await fetchReportPage({ ...shown.filter, ids: ids.join(',') }).catch(() => undefined);
  if (!matching || shown !== list) return;
  const matches = new Map(matching.reports.map((report) => [report.id, report]));
  const gone = ids.filter((id) => !matches.has(id) && shown.reports.some((report) => report.id === id));
  const others = gone.length > 0 ? await fetchReportPage({ ids: gone.join(',') }).catch(() => undefined) : undefined;
  if (shown !== list) return;
  for (const report of [...matching.reports, ...(others?.reports ?? [])]) {
    if (!report.isNew) forgetArrival(report.id);
    if (matches.has(report.id)) shown.left.delete(report.id);
    else shown.left.add(report.id);
    replace(report.id, report);
  }
  if (matching.reports.some(({ id }) => !shown.reports.some((report) => report.id === id))) void catchUp();
}

/** Puts what is known of a report before the server was asked again. */
export function replace(reportId: string, changes: Partial<ReportSummary>) {
  if (!list) return;
  list.reports = list.reports.map((report) => (report.id === reportId ? { ...report, ...changes } : report));
  changed();
}

function changed() {
  reportList.dispatchEvent(new Event('change'));
}
