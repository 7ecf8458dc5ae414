import { faint, ink, line } from './colors.ts';
import type { DossierColumn } from './dossier.ts';
import type { Fonts } from './fonts.ts';
import { contentWidth, type PageFlow } from './page-flow.ts';
import { wrapText } from './wrap-text.ts';

const gap = 8;
const leading = 1.4;
const padding = 6;
const linesInRow = 40;
const sizeOf = ({ small }: DossierColumn) => (small ? 6.5 : 8.5);

/** Rows below their heading, which stands again on every page the table reaches. */
export function drawTable(flow: PageFlow, fonts: Fonts, { columns, rows }: { columns: DossierColumn[]; rows: string[][] }): void {
  const heading = columns.map(({ label }) => [label]);
  flow.keep(60);
  drawRow(flow, fonts, columns, heading, true);
  for (const cells of rows) {
    const wrapped = columns.map((column, index) => wrapText(fonts, cells[index] ?? '', 'regular', sizeOf(column), column.share * contentWidth - gap));
    const most = Math.max(...wrapped.map((lines) => lines.length));
    for (let at = 0; at < most; at += linesInRow) {
      const piece = wrapped.map((lines) => lines.slice(at, at + linesInRow));
      const before = flow.pages.length;
      flow.keep(heightOf(columns, piece));
      if (flow.pages.length > before) drawRow(flow, fonts, columns, heading, true);
      drawRow(flow, fonts, columns, piece, false);
    }
  }
}

function heightOf(columns: DossierColumn[], cells: string[][]): number {
  return Math.max(...columns.map((column, index) => (cells[index]?.length ?? 0) * sizeOf(column) * leading)) + padding;
}

function drawRow(flow: PageFlow, fonts: Fonts, columns: DossierColumn[], cells: string[][], isHeading: boolean): void {
  const { page, box } = flow.block(heightOf(isHeading ? columns.map((column) => ({ ...column, small: false })) : columns, cells));
  let x = box.x;
  for (const [index, column] of columns.entries()) {
    const size = isHeading ? 8 : sizeOf(column);
    for (const [row, shown] of (cells[index] ?? []).entries()) {
      const y = box.y + box.height - padding / 2 - size - row * size * leading;
      fonts.write(page, shown, { x, y, font: isHeading ? 'bold' : 'regular', size, color: isHeading || column.small ? faint : ink });
    }
    x += column.share * contentWidth;
  }
  page.drawLine({ start: { x: box.x, y: box.y }, end: { x: box.x + box.width, y: box.y }, thickness: isHeading ? 0.8 : 0.4, color: line });
}
