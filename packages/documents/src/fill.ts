import { PDF, type PDFPage } from '@libpdf/core';
import { boxOf, type Box } from './boxes.ts';
import { ink } from './colors.ts';
import type { FilledField } from './documents.ts';
import { openFonts, type Fonts } from './fonts.ts';
import { originOf, writePdf } from './pdf-file.ts';
import { drawSignatureLine } from './signature-place.ts';
import { wrapText } from './wrap-text.ts';

/** Writes the values into their fields. */
export async function fillPdf(cleaned: Uint8Array, fields: FilledField[]): Promise<Uint8Array> {
  const pdf = await PDF.load(cleaned);
  const fonts = openFonts(pdf);
  const pages = pdf.getPages();
  for (const field of fields) {
    const page = pages[field.page - 1];
    if (page) drawField(page, fonts, boxOf(page, field), field);
  }
  return writePdf(pdf, { title: pdf.getTitle() ?? '', language: pdf.getLanguage() ?? 'de' }, originOf(cleaned, fields));
}

function drawField(page: PDFPage, fonts: Fonts, box: Box, { type, label, value }: FilledField): void {
  if (type === 'signature') drawSignatureLine(page, fonts, box, label);
  else if (type === 'checkbox' && value === true) drawCross(page, box);
  else if (type !== 'checkbox' && typeof value === 'string' && value.trim() !== '') drawFitted(page, fonts, box, value);
}

const largest = 11;
const lineHeight = 1.25;

/** As large as it fits, on as many lines as the field has room for; nothing is cut. */
function drawFitted(page: PDFPage, fonts: Fonts, box: Box, text: string): void {
  const width = Math.max(1, box.width - 3);
  let size = Math.min(largest, box.height * 0.72);
  let lines = wrapText(fonts, text, 'regular', size, width);
  while (!fits(fonts, lines, text, size, box.height, width) && size > 0.5) {
    size *= 0.94;
    lines = wrapText(fonts, text, 'regular', size, width);
  }
  const height = lines.length * size * lineHeight;
  // A single line sits where a hand would write it; several begin at the top.
  const top = lines.length === 1 ? box.y + box.height / 2 + height / 2 : box.y + box.height;
  for (const [index, shown] of lines.entries()) {
    fonts.write(page, shown, { x: box.x + 1.5, y: top - size * (index * lineHeight + 0.97), font: 'regular', size, color: ink });
  }
}

/** Words are not torn apart while a smaller letter keeps them whole. */
function fits(fonts: Fonts, lines: string[], text: string, size: number, height: number, width: number): boolean {
  if (lines.length * size * lineHeight > Math.max(height, size * lineHeight) + 0.01) return false;
  if (lines.length === 1 && size * 0.9 > height) return false;
  return size < 5 || text.split(/\s+/).every((word) => fonts.widthOf(word, 'regular', size) <= width);
}

function drawCross(page: PDFPage, box: Box): void {
  const edge = Math.min(box.width, box.height) * 0.7;
  const [left, lower] = [box.x + (box.width - edge) / 2, box.y + (box.height - edge) / 2];
  const pen = { thickness: Math.max(0.8, edge / 8), color: ink };
  page.drawLine({ start: { x: left, y: lower }, end: { x: left + edge, y: lower + edge }, ...pen });
  page.drawLine({ start: { x: left, y: lower + edge }, end: { x: left + edge, y: lower }, ...pen });
}
