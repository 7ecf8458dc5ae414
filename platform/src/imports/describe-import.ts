import type { Import } from '@meldewerk/contract/import';
import type { Scope } from '../http/scope.ts';
import { valuesOf } from './check-rows.ts';
import type { StoredImport, StoredImportRow } from './find-import.ts';
import { failureIssue, toIssue } from './row-texts.ts';

/** An import as staff see it, with what is the matter with each row in their language. */
export function describeImport({ language }: Scope, { id, fileName, createdAt, columns, startedAt, finishedAt }: StoredImport, rows: StoredImportRow[]): Import {
  const fields = columns.map(({ field }) => field);
  return {
    id,
    fileName,
    createdAt: createdAt.toISOString(),
    columns,
    rows: rows.map((row) => ({
      number: row.number,
      values: valuesOf(row.cells, fields),
      issues: [...row.issues.map((issue) => toIssue(issue, language)), ...(row.errorCode ? [failureIssue(row.errorCode, language)] : [])],
      channel: row.channel,
      reportId: row.preparedAt ? row.reportId : null,
      state: stateOf(row),
    })),
    startedAt: startedAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

export function stateOf({ leftOut, issues, sentAt, errorCode }: StoredImportRow): Import['rows'][number]['state'] {
  if (sentAt) return 'sent';
  if (leftOut) return 'leftOut';
  if (issues.length > 0) return 'faulty';
  return errorCode ? 'failed' : 'ready';
}
