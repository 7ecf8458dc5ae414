import { rgb, type PDF, type PDFPage } from '@libpdf/core';
import { faint, ink, line } from './colors.ts';
import type { FontName, Fonts } from './fonts.ts';
import { wrapText } from './wrap-text.ts';

/** A4 with narrow margins: a statement is a table, not a letter. */
const size = { width: 595.28, height: 841.89 };
export const edges = { left: 36, right: size.width - 36, top: size.height - 34, bottom: 46 };
export const sheetWidth = edges.right - edges.left;
export const gap = 11;
export const columnWidth = (sheetWidth - gap) / 2;
export const columnX = { a: edges.left, b: edges.left + columnWidth + gap } as const;
/** As on the paper form: A is blue, B is yellow. */
export const sideColors = { a: { bar: rgb(0.11, 0.36, 0.74), text: rgb(1, 1, 1), tint: rgb(0.93, 0.96, 1) }, b: { bar: rgb(0.99, 0.82, 0.18), text: ink, tint: rgb(1, 0.98, 0.89) } } as const;

export type Sheet = {
  pages: PDFPage[];
  /** Room for `height` points on one page; `top` is its upper edge. */
  room(height: number): { page: PDFPage; top: number };
  space(points: number): void;
};

export function openSheet(pdf: PDF): Sheet {
  const pages: PDFPage[] = [];
  let y = 0;
  turn();
  function turn(): PDFPage {
    const page = pdf.addPage(size);
    pages.push(page);
    y = edges.top;
    return page;
  }
  return {
    pages,
    room(height) {
      const page = y - height < edges.bottom ? turn() : (pages.at(-1) ?? turn());
      const top = y;
      y -= height;
      return { page, top };
    },
    space(points) {
      y -= points;
    },
  };
}

type Ink = typeof ink;
export type Line = { text: string; font: FontName; size: number; color: Ink; indent: number; height: number; gapBefore: number };

/** Lines of a text in a column, ready to be measured and drawn. */
export function linesOf(fonts: Fonts, text: string, width: number, { font = 'regular' as FontName, size: points = 8.5, color = ink as Ink, indent = 0, gapBefore = 0 } = {}): Line[] {
  return wrapText(fonts, text, font, points, width - indent).map((shown, index) => ({ text: shown, font, size: points, color, indent, height: points * 1.28, gapBefore: index === 0 ? gapBefore : 0 }));
}

export function heightOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { height, gapBefore }) => sum + height + gapBefore, 0);
}

export function drawLines(page: PDFPage, fonts: Fonts, lines: readonly Line[], x: number, top: number): void {
  let y = top;
  for (const shown of lines) {
    y -= shown.gapBefore + shown.height;
    fonts.write(page, shown.text, { x: x + shown.indent, y: y + shown.size * 0.26, font: shown.font, size: shown.size, color: shown.color });
  }
}

/** The number of the European Accident Statement in a small box: it is the same in every language. */
export function drawNumber(page: PDFPage, fonts: Fonts, number: number, x: number, top: number, color = faint as Ink): void {
  const text = String(number);
  page.drawRectangle({ x, y: top - 11, width: 14, height: 11, color });
  fonts.write(page, text, { x: x + 7 - fonts.widthOf(text, 'bold', 7.5) / 2, y: top - 8.3, font: 'bold', size: 7.5, color: rgb(1, 1, 1) });
}

export function drawFrame(page: PDFPage, x: number, bottom: number, width: number, height: number): void {
  page.drawRectangle({ x, y: bottom, width, height, borderColor: line, borderWidth: 0.6 });
}
