import ExcelJs from 'exceljs';
import { kindOf, styleOf, toValue, type Cell, type Manner } from './cell.ts';

/** `width` is in letters. */
export type SheetColumn = { heading: string; width: number };
export type Sheet = {
  name: string;
  columns: SheetColumn[];
  /** A row of one text alone is a heading within the sheet. */
  rows: Cell[][];
  /** Rows that stand out as headings, by their index. */
  headingRows?: number[];
  /** Not shown; programs can read it. */
  hidden?: true;
};

/** A small workbook at once: heading that stays in sight, widths, texts that wrap. Two sheets never have one name. */
export async function writeWorkbook(sheets: Sheet[], { title, ...manner }: Manner & { title: string }): Promise<Uint8Array> {
  const workbook = new ExcelJs.Workbook();
  Object.assign(workbook, { creator: 'Meldewerk', title });
  const taken = new Set<string>();
  for (const { name, columns, rows, headingRows = [], hidden } of sheets) {
    const sheet = workbook.addWorksheet(sheetName(name, taken), { state: hidden ? 'hidden' : 'visible', views: [{ state: 'frozen', ySplit: 1 }], pageSetup: { fitToPage: true, fitToWidth: 1, fitToHeight: 0, orientation: 'landscape' } });
    sheet.columns = columns.map(({ width }) => ({ width }));
    addHeading(sheet, columns, manner);
    for (const [index, cells] of rows.entries()) {
      const row = sheet.addRow(cells.map((cell) => toValue(cell, manner)));
      for (const [at, cell] of cells.entries()) row.getCell(at + 1).style = { ...styleOf(kindOf(cell), manner.language), alignment: { vertical: 'top', horizontal: 'left', wrapText: true } };
      if (headingRows.includes(index)) row.font = boldFont;
      row.height = lineHeight * Math.max(...cells.map((cell, at) => linesOf(cell, columns[at]?.width ?? 10)));
    }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addHeading(sheet: ExcelJs.Worksheet, columns: SheetColumn[], manner: Manner): void {
  const row = sheet.addRow(columns.map(({ heading }) => toValue(heading, manner)));
  row.font = boldFont;
  row.eachCell((cell) => {
    cell.fill = headingFill;
  });
}

export const boldFont = { name: 'Calibri', family: 2, size: 11, bold: true } as const satisfies Partial<ExcelJs.Font>;
export const headingFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8ECF1' } } as const satisfies ExcelJs.Fill;

/** At most 31 letters, none of `* ? : \ / [ ]`. */
export function sheetName(wanted: string, taken: Set<string>): string {
  const plain = wanted.replace(/[*?:\\/[\]]/g, ' ').replace(/^'+|'+$/g, '').trim().slice(0, 31) || 'Blatt';
  let name = plain;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${plain.slice(0, 27)} ${number}`;
  taken.add(name.toLowerCase());
  return name;
}

const lineHeight = 15;
const mostLines = 25;

/** Programs measure a wrapped text only once somebody edits it, so its height is reckoned here. */
function linesOf(cell: Cell, width: number): number {
  if (typeof cell !== 'string') return 1;
  const lines = cell.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.1) / width)), 0);
  return Math.min(mostLines, lines);
}
