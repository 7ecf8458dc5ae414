import { defaultKsrColumns } from '@meldewerk/connectors/ksr/default-columns';
import { toKsrRow } from '@meldewerk/connectors/ksr/mapping';
import { writeKsrWorkbook } from '@meldewerk/connectors/ksr/write-ksr-workbook';
import type { KsrColumn, KsrPreview } from '@meldewerk/contract/ksr';
import type { Cell } from '@meldewerk/spreadsheets/cell';
import { readWholeReport } from '../deliveries/read-whole-report.ts';
import type { Scope, StaffScope } from '../http/scope.ts';
import { findPhotosOfReport } from '../photos/find-photos.ts';
import { exportFileName } from './file-name.ts';
import { showValue } from './show-value.ts';
import { takeTurn } from './take-turn.ts';

export function ksrColumnsOf({ tenant }: Scope): KsrColumn[] {
  return tenant.settings.ksrColumns ?? defaultKsrColumns;
}

/** The report as KSR is to take it in, under the workshop's own columns. */
export async function ksrWorkbook(scope: StaffScope, reportId: string): Promise<{ bytes: Uint8Array; fileName: string }> {
  await takeTurn(scope);
  const [report, named] = await Promise.all([readWholeReport(scope, reportId), findPhotosOfReport(scope, reportId)]);
  const bytes = await writeKsrWorkbook(report, {
    columns: ksrColumnsOf(scope),
    timeZone: scope.tenant.settings.timeZone,
    photoNames: new Map(named?.files.map(({ id, fileName }) => [id, fileName])),
    shotNames: new Map(Object.entries(report.shotLabels).map(([shot, label]) => [shot, label.de])),
  });
  return { bytes, fileName: exportFileName(report, 'KSR', 'xlsx') };
}

/** What columns that are not saved yet would come to. */
export async function previewKsr(scope: StaffScope, reportId: string, columns: KsrColumn[]): Promise<KsrPreview> {
  const { timeZone } = scope.tenant.settings;
  const row = toKsrRow(await readWholeReport(scope, reportId), columns, timeZone);
  return { cells: columns.map(({ heading }, index) => ({ heading, value: asSeen(row[index] ?? null, timeZone) })) };
}

/** As the sheet shows it: without the seconds, which no cell of it has. */
function asSeen(cell: Cell, timeZone: string): string {
  return showValue(cell, { language: 'de', timeZone }).replace(/(, \d\d:\d\d):\d\d$/, '$1');
}
