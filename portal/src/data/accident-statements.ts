import { reportStatementSchema, type ReportStatement } from '@meldewerk/contract/accident-statement';
import { request } from '@meldewerk/shell/request';
import * as v from 'valibot';

/** The accident statement that the customer filled in with the other driver, or null. */
export async function fetchAccidentStatement(reportId: string, signal?: AbortSignal): Promise<ReportStatement | null> {
  const response = await request('GET', `/api/reports/${reportId}/accident-statement`, signal ? { signal } : {});
  return v.parse(reportStatementSchema, await response.json()).statement as ReportStatement | null;
}

export function accidentStatementUrl(reportId: string): string {
  return `/api/reports/${reportId}/accident-statement.pdf`;
}
