import { isClosed, reportStatuses, settableStatuses, type ReportStatus } from '@meldewerk/contract/handling';
import { partsOf, type ReportCounts, type ReportFilter, type ReportSort } from '@meldewerk/contract/report-filter';
import type { ReportSummary } from '@meldewerk/contract/report';
import { fetchReportCounts, fetchReportPage } from '../../data/reports.ts';
import { type LiveReportEvent, liveUpdates } from '../../live-updates.ts';
import { filterSearch } from '../../report-filter.ts';
import { sessionChanges, sessionState } from '../../session.ts';

export type Settable = (typeof settableStatuses)[number];
export type Column = { status: ReportStatus; reports: ReportSummary[]; nextCursor: string | null; phase: 'loading' | 'ready' | 'failed' };
type Board = { filter: ReportFilter; sort: ReportSort; columns: Column[]; counts: ReportCounts | null };

const perColumn = '20';
const refreshPauseMs = 150;
const countPauseMs = 500;

let board: Board | undefined;

/** The board as it was last shown; it outlives its page. Tells `change`. */
export const boardChanges = new EventTarget();

export function currentBoard(): Board | undefined {
  return board;
}

export function isSettable(status: ReportStatus): status is Settable {
  return (settableStatuses as readonly ReportStatus[]).includes(status);
}

/** Shows what is there already and reads it anew; another filter begins empty. */
export async function showBoard(filter: ReportFilter, sort: ReportSort) {
  const same = board !== undefined && board.sort === sort && filterSearch(board.filter) === filterSearch(filter);
  const shown: Board = same && board ? board : { filter, sort, counts: null, columns: columnsOf(filter).map((status) => ({ status, reports: [], nextCursor: null, phase: 'loading' })) };
  board = shown;
  changed();
  await Promise.all([readCounts(), ...shown.columns.map((column) => readColumn(shown, column))]);
}

export async function readColumn(shown: Board, column: Column) {
  try {
    const page = await fetchReportPage({ ...shown.filter, status: column.status, sort: shown.sort, limit: perColumn });
    const fresh = new Set(page.reports.map(({ id }) => id));
    const known = column.reports.findLastIndex(({ id }) => fresh.has(id));
    const below = page.nextCursor !== null && known >= 0 ? column.reports.slice(known + 1) : [];
    Object.assign(column, { reports: [...page.reports, ...below], phase: 'ready', ...(below.length === 0 && { nextCursor: page.nextCursor }) });
  } catch {
    column.phase = 'failed';
  }
  changed();
}

export async function loadMoreOf(column: Column) {
  if (!board || !column.nextCursor || column.phase === 'loading') return;
  column.phase = 'loading';
  changed();
  try {
    const page = await fetchReportPage({ ...board.filter, status: column.status, sort: board.sort, limit: perColumn, cursor: column.nextCursor });
    const known = new Set(column.reports.map(({ id }) => id));
    Object.assign(column, { reports: [...column.reports, ...page.reports.filter(({ id }) => !known.has(id))], nextCursor: page.nextCursor, phase: 'ready' });
  } catch {
    column.phase = 'failed';
  }
  changed();
}

/** Puts a card where it belongs before the server has said so. Answers how to put it back. */
export function moveCard(report: ReportSummary, to: ReportStatus): () => void {
  const from = report.status;
  place({ ...report, status: to, subStatus: null }, true);
  count(from, -1);
  count(to, 1);
  return () => {
    place(report, true);
    count(to, -1);
    count(from, 1);
  };
}

/** Replaces a card where it stands, or on top of the column it has moved to. */
export function place(report: ReportSummary, mayEnter: boolean) {
  if (!board) return;
  for (const column of board.columns) {
    const at = column.reports.findIndex(({ id }) => id === report.id);
    if (column.status !== report.status) column.reports = column.reports.filter(({ id }) => id !== report.id);
    else if (at >= 0) column.reports = column.reports.with(at, report);
    else if (mayEnter) column.reports = [report, ...column.reports];
  }
  changed();
}

function remove(reportId: string) {
  for (const column of board?.columns ?? []) column.reports = column.reports.filter(({ id }) => id !== reportId);
  changed();
}

function count(status: ReportStatus, step: number) {
  if (!board?.counts) return;
  board.counts.byStatus[status] += step;
  changed();
}

/** What the filter names, else everything; cancelled ones only where somebody asks for them. */
function columnsOf({ status }: ReportFilter): ReportStatus[] {
  const parts = partsOf(status);
  if (parts.length === 0) return reportStatuses.filter((each) => each !== 'cancelled');
  // What is open is dragged to where it is done.
  if (parts.length === 1 && parts[0] === 'open') return reportStatuses.filter((each) => each !== 'cancelled');
  return reportStatuses.filter((each) => parts.includes(each) || parts.includes(isClosed(each) ? 'closed' : 'open'));
}

const changedReports = new Set<string>();
let refreshing: ReturnType<typeof setTimeout> | undefined;
let counting: ReturnType<typeof setTimeout> | undefined;

function refreshSoon(reportId: string) {
  if (!board) return;
  changedReports.add(reportId);
  refreshing ??= setTimeout(() => void refresh(), refreshPauseMs);
  counting ??= setTimeout(() => void readCounts(), countPauseMs);
}

async function refresh() {
  refreshing = undefined;
  const ids = [...changedReports].slice(0, 50);
  for (const id of ids) changedReports.delete(id);
  const shown = board;
  if (!shown || ids.length === 0) return;
  const page = await fetchReportPage({ ...anyStatus(shown.filter), ids: ids.join(',') }).catch(() => undefined);
  if (!page || shown !== board) return;
  for (const report of page.reports) place(report, true);
  for (const id of ids) if (!page.reports.some((report) => report.id === id)) remove(id);
  if (changedReports.size > 0) refreshing = setTimeout(() => void refresh(), refreshPauseMs);
}

async function readCounts() {
  counting = undefined;
  const shown = board;
  if (!shown) return;
  const counts = await fetchReportCounts(anyStatus(shown.filter)).catch(() => null);
  if (!counts || shown !== board) return;
  shown.counts = counts;
  changed();
}

/** The columns are the states: a card that changes its state is still of this board. */
function anyStatus(filter: ReportFilter): ReportFilter {
  return { ...filter, status: undefined };
}

function changed() {
  boardChanges.dispatchEvent(new Event('change'));
}

liveUpdates.addEventListener('report', (event) => refreshSoon((event as LiveReportEvent).message.reportId));
liveUpdates.addEventListener('connected', () => board && void showBoard(board.filter, board.sort));
sessionChanges.addEventListener('change', () => {
  if (sessionState().kind !== 'signedIn') board = undefined;
});
