/** A row of a table with its number in the file, beginning at 1. Rows without any content are left out. */
export type TableRow = { number: number; cells: string[] };

/** Wide enough for every list that people keep; what stands beyond is nobody's address. */
const maxColumns = 60;
const maxCellLength = 2_000;

export function toTableRow(number: number, values: string[]): TableRow | null {
  const cells = values.slice(0, maxColumns).map((value) => cleanCell(value));
  return cells.some((cell) => cell !== '') ? { number, cells } : null;
}

/** On one line, without what no database takes; a quote in front of a sign is Excel's way of saying that it is text. */
function cleanCell(value: string): string {
  const line = value.slice(0, maxCellLength).replace(/[\p{Control}\p{Surrogate}\u200B-\u200F\u202A-\u202E\uFEFF]+/gu, ' ').replace(/[\s\u00A0]+/g, ' ').normalize('NFC').trim();
  return line.replace(/^'(?=[=+\-@])/, '');
}
