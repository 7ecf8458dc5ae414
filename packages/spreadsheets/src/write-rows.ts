import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import ExcelJs from 'exceljs';
import { styleOf, toValue, type Cell, type CellKind, type Manner } from './cell.ts';
import { boldFont, headingFill, sheetName } from './write-workbook.ts';

export type StreamedColumn = { heading: string; width: number; kind: CellKind };
export type StreamedSheet = Manner & { name: string; columns: StreamedColumn[] };
type Options = StreamedSheet & { rows: AsyncIterable<Cell[][]> };

/**
 * Writes one sheet of any length into a new file at `path`, holding no more than a batch of rows. Whatever `rows` throws
 * ends it; then the file is worth nothing.
 */
export async function writeRows(path: string, { name, columns, rows, ...manner }: Options): Promise<void> {
  const file = createWriteStream(path, { flags: 'wx' });
  await once(file, 'open');
  const workbook = new ExcelJs.stream.xlsx.WorkbookWriter({ stream: file, useStyles: true, useSharedStrings: false });
  const failed = once(file, 'error').then(([error]) => Promise.reject(error as Error));
  try {
    await Promise.race([writeSheet(workbook, { name, columns, rows, ...manner }), failed]);
  } catch (error) {
    file.destroy();
    throw error;
  }
}

async function writeSheet(workbook: ExcelJs.stream.xlsx.WorkbookWriter, { name, columns, rows, ...manner }: Options): Promise<void> {
  workbook.creator = 'Meldewerk';
  const sheet = workbook.addWorksheet(sheetName(name, new Set()), { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ width, kind }) => ({ width, style: styleOf(kind, manner.language) }));
  const heading = sheet.addRow(columns.map((column) => column.heading));
  heading.eachCell((cell) => {
    cell.style = { font: boldFont, fill: headingFill, alignment: { vertical: 'top', wrapText: true } };
  });
  heading.commit();
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  const zip = zipOf(sheet);
  let before = Promise.resolve();
  for await (const batch of rows) {
    // A cell that is not there takes the style of its column all the same, and costs nothing.
    for (const cells of batch) sheet.addRow(cells.map((cell) => toValue(cell, manner) ?? undefined)).commit();
    const through = takenIn(zip);
    // One batch is packed while the next is written.
    await before;
    before = through;
  }
  sheet.commit();
  await workbook.commit();
}

type Zip = Pick<Writable, 'write'>;

/**
 * Where a sheet's bytes go to be packed. exceljs hands them on without ever waiting: what it writes faster than they are packed
 * piles up there, in the end most of the sheet. It has no public way to this stream, so a version without it is refused.
 */
function zipOf(sheet: ExcelJs.Worksheet): Zip {
  const { stream } = sheet as ExcelJs.Worksheet & { stream?: { pipes?: Zip[] } };
  const zip = stream?.pipes?.[0];
  if (!zip) throw new Error('exceljs no longer says where it packs a sheet');
  return zip;
}

/** Once all that was written so far has been taken in: streams keep the order, so a write of nothing comes after it. */
function takenIn(zip: Zip): Promise<void> {
  return new Promise((resolve) => zip.write(nothing, () => resolve()));
}

const nothing = Buffer.alloc(0);
