import type { KsrColumn } from '@meldewerk/contract/ksr';
import type { Cell } from '@meldewerk/spreadsheets/cell';
import { writeWorkbook } from '@meldewerk/spreadsheets/write-workbook';
import { toKsrRow, type KsrReport } from './mapping.ts';

/** Counts up when a heading, an order or a meaning changes that is not the workshop's to set. */
export const ksrSchemaVersion = '1';

type Options = { columns: KsrColumn[]; timeZone: string; photoNames: Map<string, string>; shotNames: Map<string, string> };

/**
 * The workbook for KSR: sheet "Auftrag" with one row below the workshop's headings, sheet "Fotos" with the names that the
 * photos have in the ZIP file, and a hidden sheet that says by which version of the layout it was written.
 */
export function writeKsrWorkbook(report: KsrReport, { columns, timeZone, photoNames, shotNames }: Options): Promise<Uint8Array> {
  const photos = report.photos.map((photo, index): Cell[] => [index + 1, shotNames.get(photo.shotId) ?? photo.shotId, photoNames.get(photo.id) ?? '', photo.capturedAt?.slice(0, 19).replace('T', ' ') ?? null, photo.sha256]);
  return writeWorkbook(
    [
      { name: 'Auftrag', columns: columns.map(({ heading }) => ({ heading, width: Math.min(40, Math.max(12, heading.length + 4)) })), rows: [toKsrRow(report, columns, timeZone)] },
      { name: 'Fotos', columns: [['Nr.', 6], ['Aufnahme', 28], ['Dateiname', 50], ['Aufgenommen', 20], ['SHA-256', 68]].map(([heading, width]) => ({ heading: String(heading), width: Number(width) })), rows: photos },
      { name: 'Schema', columns: [{ heading: 'Layout', width: 24 }, { heading: 'Version', width: 10 }], rows: [['meldewerk-ksr', ksrSchemaVersion]], hidden: true },
    ],
    { title: report.reference, language: 'de', timeZone },
  );
}
