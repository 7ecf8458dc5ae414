import type { PDFPage } from '@libpdf/core';
import type { Signature } from '@meldewerk/contract/form';
import type { Box } from './boxes.ts';
import { faint, ink, penInk } from './colors.ts';
import type { Fonts } from './fonts.ts';

/**
 * A place for a signature has three parts, from below: a row for who signed and when, a row with what is signed for, and
 * above their line the room to write. The lower rows take at most a third, so that a flat field still has room.
 */
function partsOf(box: Box) {
  const row = Math.min(8.5, box.height / 6);
  return { row, size: row * 0.8, labelY: box.y + row * 1.25, captionY: box.y + row * 0.25, lineY: box.y + row * 2.2, writing: { x: box.x, y: box.y + row * 2.2, width: box.width, height: box.height - row * 2.2 } };
}

/** The empty place: a thin line with its label. */
export function drawSignatureLine(page: PDFPage, fonts: Fonts, box: Box, label: string): void {
  const { labelY, lineY, size } = partsOf(box);
  page.drawLine({ start: { x: box.x, y: lineY }, end: { x: box.x + box.width, y: lineY }, thickness: 0.6, color: ink });
  fonts.write(page, label, { x: box.x, y: labelY, font: 'regular', size: shrunk(fonts, label, size, box.width), color: faint });
}

/** The signature above the line, and below it who signed and when. */
export function drawSignature(page: PDFPage, fonts: Fonts, box: Box, signature: Signature, caption: string): void {
  const { captionY, size, writing } = partsOf(box);
  if (signature.method === 'drawn') drawStrokes(page, writing, signature.strokes, signature.width);
  else drawTyped(page, fonts, writing, signature.typedName);
  fonts.write(page, caption, { x: box.x, y: captionY, font: 'regular', size: shrunk(fonts, caption, size, box.width), color: ink });
}

function shrunk(fonts: Fonts, text: string, size: number, width: number): number {
  return Math.min(size, (size * width) / Math.max(1, fonts.widthOf(text, 'regular', size)));
}

function drawTyped(page: PDFPage, fonts: Fonts, box: Box, name: string): void {
  const size = Math.min(30, box.height * 0.75, (20 * (box.width - 8)) / Math.max(1, fonts.widthOf(name, 'handwriting', 20)));
  fonts.write(page, name, { x: box.x + 4, y: box.y + size * 0.28, font: 'handwriting', size, color: penInk });
}

type Stroke = [number, number][];

/** What was drawn, fitted into the box by what was drawn and not by the pad: a small signature in a corner stays readable. */
function drawStrokes(page: PDFPage, box: Box, strokes: Stroke[], padWidth: number): void {
  const points = strokes.flat();
  if (points.length === 0) return;
  const { left, top, width, height } = extentOf(points);
  const margin = 3;
  const room = { width: Math.max(1, box.width - 2 * margin), height: Math.max(1, box.height - 2 * margin) };
  const scale = Math.min(room.width / Math.max(width, 1), room.height / Math.max(height, 1), (room.width / padWidth) * 1.6);
  const lower = box.y + margin + Math.min(2, (room.height - height * scale) / 2);
  const toPage = ([x, y]: [number, number]): [number, number] => [box.x + margin + (x - left) * scale, lower + (top + height - y) * scale];
  for (const stroke of strokes) drawStroke(page, stroke.map(toPage));
}

function drawStroke(page: PDFPage, points: Stroke): void {
  const [first, ...rest] = points;
  if (!first) return;
  const pen = { borderColor: penInk, borderWidth: 1.3, lineCap: 'round', lineJoin: 'round' } as const;
  if (rest.length === 0) return page.drawCircle({ x: first[0], y: first[1], radius: 0.8, color: penInk });
  const path = page.drawPath().moveTo(...first);
  let previous = first;
  for (const [index, point] of rest.entries()) {
    const isLast = index === rest.length - 1;
    // Through the middles, so that the line is as round as the hand was.
    if (isLast) path.quadraticCurveTo(...previous, ...point);
    else path.quadraticCurveTo(...previous, (previous[0] + point[0]) / 2, (previous[1] + point[1]) / 2);
    previous = point;
  }
  path.stroke(pen);
}

function extentOf(points: Stroke) {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { left, top, width: right - left, height: bottom - top };
}
