import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import ExcelJs from 'exceljs';
import { styleOf, toValue, type Cell, type CellKind, type Manner } from './cell.ts';
import { boldFont, headingFill, sheetName } from './write-workbook.ts';

export type StreamedColumn = { heading: string; width: number; kind: CellKind };
type Options = Manner & { name: string; columns: StreamedColumn[]; rows: AsyncIterable<Cell[][]> };

/**
 * Writes one sheet of any length into a new file at `path`, holding no more than a batch of rows. Whatever `rows` throws
 * ends it; then the file is worth nothing and the caller's to remove.
 */
export async function streamRows(path: string, { name, columns, rows, ...manner }: Options): Promise<void> {
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
  for await (const batch of rows) for (const cells of batch) sheet.addRow(cells.map((cell) => toValue(cell, manner))).commit();
  sheet.commit();
  await workbook.commit();
}
