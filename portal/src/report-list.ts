import type { ReportDetail, ReportSummary } from '@meldewerk/contract/report';
import { forgetArrival } from './arrivals.ts';
import { fetchReport, fetchReportPage, type ReportFilter } from './data/reports.ts';
import { type LiveReportEvent, liveUpdates } from './live-updates.ts';
import { filterSearch } from './report-filter.ts';
import { linkStages } from './link-stages.ts';
import { sessionChanges, sessionState } from './session.ts';

type List = {
  filter: ReportFilter;
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
  scrollTop: number;
  lastOpened: string | null;
};

const catchUpPauseMs = 300;

let list: List | undefined;
let running: AbortController | undefined;

/** The list as it was last shown. It outlives its page, so that coming back from a report finds it where it was. Tells `change`. */
export const reportList = new EventTarget();

export function currentList(): List | undefined {
  return list;
}

/** Shows the list of this filter: what is already there at once, brought up to date behind it. */
export async function showList(filter: ReportFilter) {
  if (list?.phase === 'ready' && filterSearch(list.filter) === filterSearch(filter)) return catchUp();
  running?.abort();
  running = new AbortController();
  const { signal } = running;
  const shown = emptyList(filter, list?.reports ?? []);
  list = shown;
  changed();
  try {
    const page = await fetchReportPage(filter, null, signal);
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
    const page = await fetchReportPage(shown.filter, shown.nextCursor);
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
  else void refresh(message.reportId);
});
sessionChanges.addEventListener('change', () => {
  if (sessionState().kind === 'signedIn') return;
  running?.abort();
  list = undefined;
});

function emptyList(filter: ReportFilter, reports: ReportSummary[]): List {
  return { filter, phase: 'loading', overtaken: false, error: null, reports, nextCursor: null, more: 'idle', elsewhere: new Set(), arrived: new Set(), scrollTop: 0, lastOpened: null };
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
  const page = await fetchReportPage(shown.filter, null).catch(() => undefined);
  if (!page || shown !== list) return;
  const fresh = new Map(page.reports.map((report) => [report.id, report]));
  if (arrivedId) (fresh.has(arrivedId) ? shown.arrived : shown.elsewhere).add(arrivedId);
  for (const report of page.reports) if (!report.isNew) forgetArrival(report.id);
  const joins = page.nextCursor !== null && shown.reports.some((report) => fresh.has(report.id));
  const below = joins ? shown.reports.filter((report) => !fresh.has(report.id) && isBelow(report, page.reports)) : [];
  shown.reports = [...page.reports, ...below];
  if (below.length === 0) shown.nextCursor = page.nextCursor;
  changed();
}

/** What stands after the fresh page is kept; what should stand in it and does not no longer matches the filter. */
function isBelow(report: ReportSummary, page: ReportSummary[]): boolean {
  const last = page.at(-1);
  return last !== undefined && report.listedAt <= last.listedAt;
}

async function refresh(reportId: string) {
  if (!list?.reports.some((report) => report.id === reportId)) return;
  const report = await fetchReport(reportId).catch(() => undefined);
  if (report) replace(reportId, changesOf(report));
}

function changesOf(report: ReportDetail): Partial<ReportSummary> {
  if (report.firstOpened) forgetArrival(report.id);
  return {
    status: report.handling.status,
    category: report.category,
    licensePlate: report.vehicle.licensePlate,
    makeModel: report.vehicle.makeModel ?? null,
    partnerName: report.partner?.name ?? null,
    submittedAt: report.submittedAt,
    linkState: linkStateOf(report),
    isNew: report.firstOpened === null,
    photoCount: report.photos.length,
    thumbnailPhotoId: report.photos.find((photo) => photo.state === 'ready')?.id ?? null,
  };
}

function linkStateOf(report: ReportDetail): ReportSummary['linkState'] {
  if (!report.link || report.submittedAt) return null;
  return linkStages(report).some(({ state }) => state === 'failed') && report.link.state === 'sent' ? 'notReached' : report.link.state;
}

function replace(reportId: string, changes: Partial<ReportSummary>) {
  if (!list) return;
  list.reports = list.reports.map((report) => (report.id === reportId ? { ...report, ...changes } : report));
  changed();
}

function changed() {
  reportList.dispatchEvent(new Event('change'));
}
