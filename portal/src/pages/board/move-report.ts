import { msg, str } from '@lit/localize';
import { isClosed, type ChangeHandlingInput } from '@meldewerk/contract/handling';
import type { ReportSummary } from '@meldewerk/contract/report';
import { tell } from '@meldewerk/shell/confirm';
import { errorText } from '@meldewerk/shell/error-text';
import { ProblemError } from '@meldewerk/shell/request';
import { showToast } from '@meldewerk/shell/toast';
import { changeHandling } from '../../data/handling.ts';
import { fetchReport, fetchReportPage } from '../../data/reports.ts';
import { currentSession } from '../../session.ts';
import { statusText } from '../../workflow.ts';
import { askReopening, mayClose } from '../report-detail/report-handling-closing.ts';
import { isSettable, moveCard, place, type Settable } from './board-state.ts';

/**
 * Moves a report to another state: asks where something would be lost, shows it moved at once, puts it back when the server
 * refuses, and offers to take it back. True when it stands there.
 */
export async function moveReport(report: ReportSummary, wanted: Settable): Promise<boolean> {
  if (report.status === wanted) return false;
  const agreed = await agree(report, wanted);
  if (!agreed) return false;
  const putBack = moveCard(report, agreed.status);
  try {
    await changeHandling(report.id, { expected: { status: report.status }, set: { status: agreed.status }, ...(agreed.note && { note: agreed.note }) });
    offerUndo(report, agreed.status);
    return true;
  } catch (error) {
    putBack();
    await explain(report, error);
    return false;
  }
}

/** What has to be asked before: why it is opened again, and what is still open when it is closed. */
async function agree(report: ReportSummary, wanted: Settable): Promise<{ status: Settable; note?: string } | null> {
  if (isClosed(report.status) && !isClosed(wanted)) return askReopening(wanted, { status: report.status });
  if (!isClosed(wanted)) return { status: wanted };
  const detail = await fetchReport(report.id).catch(() => null);
  if (!detail) return { status: wanted };
  return (await mayClose(detail, wanted, currentSession().tenant.timeZone)) ? { status: wanted } : null;
}

function offerUndo(before: ReportSummary, status: Settable) {
  const text = msg(str`${before.reference}: ${statusText(status)}`, { id: 'board.moved' });
  if (!isSettable(before.status)) return showToast({ text });
  const set = { status: before.status, subStatus: before.subStatus };
  const note = isClosed(status) && !isClosed(before.status) ? { note: msg('Verschieben rückgängig gemacht.', { id: 'board.undoNote' }) } : {};
  const undo = async () => {
    const putBack = moveCard({ ...before, status, subStatus: null }, before.status);
    try {
      await changeHandling(before.id, { expected: { status, subStatus: null }, set, ...note } as ChangeHandlingInput);
      place(before, true);
      showToast({ text: msg('Zurückgenommen', { id: 'handling.undone' }) });
    } catch (error) {
      putBack();
      await explain(before, error);
    }
  };
  showToast({ text, action: { label: msg('Rückgängig', { id: 'handling.undo' }), run: () => void undo() } });
}

/** Somebody else was faster, or it could not be saved: says so, and shows how the report stands now. */
async function explain({ id, reference }: ReportSummary, error: unknown) {
  const now = await fetchReportPage({ ids: id }).then(({ reports }) => reports[0], () => undefined);
  if (now) place(now, true);
  const issue = error instanceof ProblemError ? error.problem.issues?.[0]?.message : undefined;
  const where = now && issue ? msg(str`${issue} Sie steht jetzt auf „${statusText(now.status, now.subStatus)}“.`, { id: 'board.nowAt' }) : (issue ?? errorText(error));
  await tell({ title: msg(str`${reference} wurde nicht verschoben`, { id: 'board.notMoved' }), text: where });
}
