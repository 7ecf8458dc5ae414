import { faint, ink, line } from './colors.ts';
import type { Fonts } from './fonts.ts';
import { contentWidth, type PageFlow } from './page-flow.ts';
import { wrapText } from './wrap-text.ts';

export type Fact = [label: string, value: string];

const labelWidth = 150;
const size = 9;
const height = size * 1.4;
/** A value longer than this goes on in a row of its own, so that no row is higher than a page. */
const linesInRow = 40;

/** Labels on the left, values on the right, a fine line below each. */
export function drawFacts(flow: PageFlow, fonts: Fonts, facts: Fact[]): void {
  for (const [label, value] of facts) {
    const labels = wrapText(fonts, label, 'regular', size, labelWidth - 10);
    const values = wrapText(fonts, value, 'regular', size, contentWidth - labelWidth);
    for (let at = 0; at < Math.max(labels.length, values.length); at += linesInRow) drawRow(flow, fonts, labels.slice(at, at + linesInRow), values.slice(at, at + linesInRow));
  }
}

function drawRow(flow: PageFlow, fonts: Fonts, labels: string[], values: string[]): void {
  const { page, box } = flow.block(Math.max(labels.length, values.length) * height + 7);
  const top = box.y + box.height - 4;
  for (const [index, shown] of labels.entries()) fonts.write(page, shown, { x: box.x, y: top - size - index * height, font: 'regular', size, color: faint });
  for (const [index, shown] of values.entries()) fonts.write(page, shown, { x: box.x + labelWidth, y: top - size - index * height, font: 'regular', size, color: ink });
  page.drawLine({ start: { x: box.x, y: box.y }, end: { x: box.x + box.width, y: box.y }, thickness: 0.4, color: line });
}
