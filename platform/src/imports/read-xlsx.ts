import ExcelJS, { type Cell, type CellValue } from 'exceljs';
import { toTableRow, type TableRow } from './table-row.ts';

/** Reads the first sheet with anything in it. */
export async function readXlsx(bytes: Uint8Array): Promise<TableRow[]> {
  const workbook = new ExcelJS.Workbook();
  // Formats and pictures are nobody's address; leaving them out also leaves out where they could go wrong.
  await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer, { ignoreNodes: ['dataValidations', 'conditionalFormatting', 'drawing', 'picture', 'hyperlinks'] });
  const sheet = workbook.worksheets.find(({ actualRowCount }) => actualRowCount > 0);
  const rows: TableRow[] = [];
  sheet?.eachRow((row, number) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      cells[column - 1] = textOf(cell);
    });
    const read = toTableRow(number, Array.from(cells, (cell) => cell ?? ''));
    if (read) rows.push(read);
  });
  return rows;
}

function textOf(cell: Cell): string {
  const { value, numFmt } = cell;
  // A postal code or phone number kept as a number with leading zeros in its format.
  if (typeof value === 'number' && /^0{2,}$/.test(numFmt ?? '')) return String(value).padStart(numFmt.length, '0');
  return textOfValue(value);
}

function textOfValue(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value === 'number') return Number.isInteger(value) ? value.toFixed(0) : String(value);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('hyperlink' in value) return textOfValue(value.text as CellValue);
  if ('result' in value) return textOfValue(value.result as CellValue);
  return '';
}
