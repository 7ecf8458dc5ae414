import { preparedReportSchema, type PreparationInput, type PreparedReport } from '@meldewerk/contract/preparation';
import { requestJson } from '@meldewerk/shell/request';

export function fetchPreparation(reportId: string, signal?: AbortSignal): Promise<PreparedReport> {
  return requestJson(preparedReportSchema, 'GET', `/api/reports/${reportId}/preparation`, { signal });
}

/** `version` is the one that was read, 0 makes the report, for staff alone if it is `internal`. The same content under the same id may be sent again. */
export function savePreparation(reportId: string, version: number, preparation: PreparationInput, internal = false): Promise<PreparedReport> {
  return requestJson(preparedReportSchema, 'PUT', `/api/reports/${reportId}/preparation`, { body: { version, internal, preparation } });
}
