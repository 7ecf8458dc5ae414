import { faint, ink, readable, warning } from './colors.ts';
import type { Letterhead } from './documents.ts';
import type { PageFlow, TextStyle } from './page-flow.ts';

export const styles = {
  title: { font: 'bold', size: 17, lineHeight: 1.3, color: ink },
  heading: { font: 'bold', size: 11.5, lineHeight: 1.35, color: ink },
  paragraph: { font: 'regular', size: 10, lineHeight: 1.45, color: ink },
  note: { font: 'regular', size: 8.5, lineHeight: 1.45, color: faint },
  sample: { font: 'bold', size: 8.5, lineHeight: 1.4, color: warning },
} satisfies Record<string, TextStyle>;

/**
 * The text of a form: blocks between blank lines, `# ` a heading, `- ` a list item. `reserved` points below the last piece
 * stay on its page, and so does more than a line of place and date: nobody signs a page without text.
 */
export function writeText(flow: PageFlow, letterhead: Pick<Letterhead, 'color'>, text: string, reserved = 0): void {
  const heading = { ...styles.heading, color: readable(letterhead.color) };
  const parts = text.replaceAll('\r\n', '\n').split(/\n\s*\n/).flatMap(partsOf);
  const end = reserved > 0 ? endOf(flow, parts) : null;
  for (const [index, part] of parts.entries()) {
    const below = reserved > 0 && index === parts.length - 1 ? blockGap + itemGap + reserved : 0;
    if (index === end?.from) flow.keep(end.height + reserved);
    if (part.kind === 'heading') {
      flow.space(headingGaps.above);
      // A heading alone at the foot of a page says nothing.
      flow.keep(heading.size * heading.lineHeight + 2 * styles.paragraph.size * styles.paragraph.lineHeight);
      flow.text(part.text, heading, below);
      flow.space(headingGaps.below);
    } else if (part.kind === 'item') writeItem(flow, part.text, below);
    else flow.text(part.text, styles.paragraph, below);
    if (part.endsBlock) flow.space(blockGap);
  }
}

const blockGap = 7;
const itemGap = 2;
const itemIndent = 16;
const headingGaps = { above: 5, below: 2 };
/** A longer piece is rather broken than moved whole; its last lines stay with what is below. */
const longestKept = 200;

/** The pieces that go with the signatures: the last one, what it follows when it is a single line, and their heading. */
function endOf(flow: PageFlow, parts: Part[]): { from: number; height: number } | null {
  const heightFrom = (from: number) => parts.slice(from).reduce((sum, part) => sum + heightOf(flow, part), itemGap);
  const last = parts.length - 1;
  const isLine = heightFrom(last) < 2 * styles.paragraph.size * styles.paragraph.lineHeight + blockGap;
  const before = isLine ? last - 1 : last;
  const candidates = [parts[before - 1]?.kind === 'heading' ? before - 1 : before, before, last].map((from) => Math.max(from, 0));
  const from = candidates.find((candidate) => heightFrom(candidate) <= longestKept);
  return from === undefined ? null : { from, height: heightFrom(from) };
}

function heightOf(flow: PageFlow, { kind, text, endsBlock }: Part): number {
  const gap = endsBlock ? blockGap : 0;
  if (kind === 'heading') return flow.heightOf(text, styles.heading) + headingGaps.above + headingGaps.below + gap;
  if (kind === 'item') return flow.heightOf(text, { ...styles.paragraph, indent: itemIndent }) + itemGap + gap;
  return flow.heightOf(text, styles.paragraph) + gap;
}

function writeItem(flow: PageFlow, text: string, below: number): void {
  const { size, lineHeight } = styles.paragraph;
  const { page, box } = flow.block(size * lineHeight);
  // The block only claims the line; the text begins where it began.
  flow.space(-size * lineHeight);
  page.drawCircle({ x: box.x + 6, y: box.y + box.height - size * 0.68, radius: 1.5, color: ink });
  flow.text(text, { ...styles.paragraph, indent: itemIndent }, below);
  flow.space(itemGap);
}

type Part = { kind: 'heading' | 'item' | 'lines'; text: string; endsBlock: boolean };

/** Lines that only follow each other are one piece of text, with its line breaks. */
function partsOf(block: string): Part[] {
  const parts: Omit<Part, 'endsBlock'>[] = [];
  for (const line of block.split('\n').map((raw) => raw.trimEnd()).filter((raw) => raw.trim() !== '')) {
    const heading = /^#{1,6}\s+(.*)$/.exec(line)?.[1];
    const item = /^\s*[-•]\s+(.*)$/.exec(line)?.[1];
    const last = parts.at(-1);
    if (heading !== undefined) parts.push({ kind: 'heading', text: heading });
    else if (item !== undefined) parts.push({ kind: 'item', text: item });
    else if (last && last.kind === 'lines') last.text += `\n${line.trim()}`;
    else if (last && last.kind === 'item' && /^\s/.test(line)) last.text += ` ${line.trim()}`;
    else parts.push({ kind: 'lines', text: line.trim() });
  }
  return parts.map((part, index) => ({ ...part, endsBlock: index === parts.length - 1 }));
}
