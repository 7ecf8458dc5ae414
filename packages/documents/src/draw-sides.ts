import { rgb, type PDFPage } from '@libpdf/core';
import type { Box } from './boxes.ts';
import { faint, warning } from './colors.ts';
import type { DossierSide } from './dossier.ts';
import type { Fonts } from './fonts.ts';
import { contentWidth, type PageFlow } from './page-flow.ts';

const edge = rgb(0.3, 0.36, 0.42);
const white = rgb(1, 1, 1);
const fills: Record<DossierSide['shapes'][number]['look'], ReturnType<typeof rgb> | null> = {
  body: rgb(0.92, 0.93, 0.95),
  glass: rgb(0.79, 0.86, 0.92),
  lamp: rgb(1, 0.95, 0.8),
  tail: rgb(0.92, 0.7, 0.67),
  tyre: rgb(0.24, 0.29, 0.34),
  rim: rgb(0.82, 0.85, 0.88),
  trim: rgb(0.55, 0.6, 0.65),
  plate: white,
  shade: rgb(0.95, 0.96, 0.97),
  line: null,
};

/** Points for one unit of a drawing: two long sides stand beside each other. */
const scale = 0.52;
const gap = 20;
const room = { pin: 20, caption: 12 };

/** Sides of a vehicle with their pins, in rows. */
export function drawSides(flow: PageFlow, fonts: Fonts, sides: DossierSide[]): void {
  for (const row of inRows(sides)) {
    const { page, box } = flow.block(heightOf(row));
    let x = box.x;
    for (const side of row) {
      drawSide(page, fonts, side, { x, y: box.y + room.caption, width: side.width * scale, height: side.height * scale });
      x += side.width * scale + gap;
    }
  }
  flow.space(6);
}

/** How high the first row is: a heading above stays with it. */
export function firstRowHeight(sides: DossierSide[]): number {
  return heightOf(inRows(sides)[0] ?? []);
}

function heightOf(row: DossierSide[]): number {
  return Math.max(0, ...row.map((side) => side.height * scale)) + room.pin + room.caption;
}

function inRows(sides: DossierSide[]): DossierSide[][] {
  const rows: DossierSide[][] = [];
  let left = 0;
  for (const side of sides) {
    const width = side.width * scale;
    if (width > left) {
      rows.push([]);
      left = contentWidth;
    }
    rows.at(-1)?.push(side);
    left -= width + gap;
  }
  return rows;
}

function drawSide(page: PDFPage, fonts: Fonts, { caption, height, shapes, pins }: DossierSide, box: Box): void {
  const top = box.y + height * scale;
  for (const { look, path } of shapes) {
    const drawn = page.drawPath().appendSvgPath(path, { flipY: true, scale, translateX: box.x, translateY: top });
    const border = look === 'shade' ? {} : { borderColor: edge, borderWidth: look === 'line' ? 0.35 : 0.5 };
    const fill = fills[look];
    if (fill && look === 'shade') drawn.fill({ color: fill });
    else if (fill) drawn.fillAndStroke({ color: fill, ...border });
    else drawn.stroke(border);
  }
  for (const { text, x, y } of pins) drawPin(page, fonts, text, box.x + x * scale, top - y * scale);
  fonts.write(page, caption, { x: box.x + (box.width - fonts.widthOf(caption, 'regular', 7.5)) / 2, y: box.y - 9, font: 'regular', size: 7.5, color: faint });
}

/** A drop whose tip is the place. */
function drawPin(page: PDFPage, fonts: Fonts, text: string, x: number, y: number): void {
  page.drawPath().circle(x, y + 11, 6.5).fillAndStroke({ color: warning, borderColor: white, borderWidth: 0.8 });
  page.drawPath().moveTo(x, y).lineTo(x - 3.2, y + 6).lineTo(x + 3.2, y + 6).close().fill({ color: warning });
  fonts.write(page, text, { x: x - fonts.widthOf(text, 'bold', 7.5) / 2, y: y + 8.3, font: 'bold', size: 7.5, color: white });
}
