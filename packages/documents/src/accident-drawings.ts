import { rgb, type PDFPage } from '@libpdf/core';
import { sketchSize, statementSides, type Sketch } from '@meldewerk/contract/accident-fields';
import { roadLines, vehicleLines, type SketchLine } from '@meldewerk/contract/accident-sketch';
import { sideColors } from './accident-sheet.ts';
import type { Box } from './boxes.ts';
import { faint, ink, line, penInk, warning } from './colors.ts';
import type { Fonts } from './fonts.ts';

export function sketchHeight(width: number): number {
  return (width * sketchSize.height) / sketchSize.width;
}

/** The sketch as it was seen when it was signed. */
export function drawSketch(page: PDFPage, fonts: Fonts, sketch: Sketch, { x, y, width }: { x: number; y: number; width: number }): void {
  const scale = width / sketchSize.width;
  const onPage = ([px, py]: [number, number]): [number, number] => [x + px * scale, y + (sketchSize.height - py) * scale];
  page.drawRectangle({ x, y, width, height: sketchHeight(width), color: rgb(0.985, 0.985, 0.99), borderColor: line, borderWidth: 0.6 });
  for (const road of roadLines(sketch.road)) drawLine(page, { ...road, points: road.points.map(onPage) }, { color: faint, width: road.dashed ? 0.8 : 1.2 });
  for (const side of statementSides) {
    const [outline, ...details] = vehicleLines(sketch.vehicles[side]).map((shape) => ({ ...shape, points: shape.points.map(onPage) }));
    if (outline) drawLine(page, outline, { color: ink, width: 1, fill: sideColors[side].bar });
    for (const detail of details) drawLine(page, detail, { color: sideColors[side].text, width: 0.8 });
    const [cx, cy] = onPage([sketch.vehicles[side].x, sketch.vehicles[side].y]);
    fonts.write(page, side.toUpperCase(), { x: cx - 3.4, y: cy - 4.5, font: 'bold', size: 10, color: sideColors[side].text });
  }
  for (const stroke of sketch.strokes) drawLine(page, { points: stroke.map(onPage), dashed: false, closed: false }, { color: penInk, width: 1.4 });
}

/** The vehicle from above with an arrow where it was hit first. */
export function drawImpact(page: PDFPage, box: Box, position: string | null): void {
  const [cx, cy] = [box.x + box.width / 2, box.y + box.height / 2];
  const scale = Math.min(box.width / 150, box.height / 210);
  const onPage = ([px, py]: [number, number]): [number, number] => [cx + px * scale, cy - py * scale];
  for (const shape of vehicleLines({ x: 0, y: 0, angle: 0 })) drawLine(page, { ...shape, points: shape.points.map(onPage) }, { color: faint, width: 0.9 });
  if (position === null) return;
  const angle = (Number(position) * Math.PI) / 6;
  const [across, along] = [Math.sin(angle), -Math.cos(angle)];
  // To the edge of the vehicle, from outside.
  const reach = 1 / Math.max(Math.abs(across) / 40, Math.abs(along) / 80);
  const tip: [number, number] = [across * reach, along * reach];
  const tail: [number, number] = [across * (reach + 34), along * (reach + 34)];
  const barb = (turn: number): [number, number] => [tip[0] + 15 * Math.sin(angle + turn), tip[1] - 15 * Math.cos(angle + turn)];
  const pen = { color: warning, width: 2 };
  drawLine(page, { points: [onPage(tail), onPage(tip)], dashed: false, closed: false }, pen);
  drawLine(page, { points: [onPage(barb(0.55)), onPage(tip), onPage(barb(-0.55))], dashed: false, closed: false }, pen);
}

type Pen = { color: typeof ink; width: number; fill?: typeof ink };

function drawLine(page: PDFPage, { points, dashed, closed }: SketchLine, { color, width, fill }: Pen): void {
  const [first, ...rest] = points;
  if (!first) return;
  if (rest.length === 0) return page.drawCircle({ x: first[0], y: first[1], radius: width * 0.8, color });
  const path = page.drawPath().moveTo(...first);
  for (const point of rest) path.lineTo(...point);
  if (closed) path.close();
  const pen = { borderColor: color, borderWidth: width, lineCap: 'round', lineJoin: 'round', ...(dashed ? { dashArray: [7, 6] } : {}) } as const;
  if (fill) path.fillAndStroke({ ...pen, color: fill });
  else path.stroke(pen);
}
