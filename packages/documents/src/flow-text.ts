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
 * stay on its page: nobody signs a page without text.
 */
export function writeText(flow: PageFlow, letterhead: Pick<Letterhead, 'color'>, text: string, reserved = 0): void {
  const heading = { ...styles.heading, color: readable(letterhead.color) };
  const blocks = text.replaceAll('\r\n', '\n').split(/\n\s*\n/).map(partsOf).filter((parts) => parts.length > 0);
  const last = blocks.at(-1)?.at(-1);
  for (const block of blocks) {
    for (const part of block) {
      const below = part === last && reserved > 0 ? blockGap + itemGap + reserved : 0;
      if (below > 0 && flow.heightOf(part.text, styles.paragraph) <= longestKept) flow.keep(flow.heightOf(part.text, styles.paragraph) + below);
      if (part.kind === 'heading') {
        flow.space(5);
        // A heading alone at the foot of a page says nothing.
        flow.keep(heading.size * heading.lineHeight + 2 * styles.paragraph.size * styles.paragraph.lineHeight);
        flow.text(part.text, heading, below);
        flow.space(2);
      } else if (part.kind === 'item') writeItem(flow, part.text, below);
      else flow.text(part.text, styles.paragraph, below);
    }
    flow.space(blockGap);
  }
}

const blockGap = 7;
const itemGap = 2;
/** A longer piece is rather broken than moved whole; its last lines stay with what is below. */
const longestKept = 200;

function writeItem(flow: PageFlow, text: string, below: number): void {
  const { size, lineHeight } = styles.paragraph;
  const { page, box } = flow.block(size * lineHeight);
  // The block only claims the line; the text begins where it began.
  flow.space(-size * lineHeight);
  page.drawCircle({ x: box.x + 6, y: box.y + box.height - size * 0.68, radius: 1.5, color: ink });
  flow.text(text, { ...styles.paragraph, indent: 16 }, below);
  flow.space(itemGap);
}

type Part = { kind: 'heading' | 'item' | 'lines'; text: string };

/** Lines that only follow each other are one piece of text, with its line breaks. */
function partsOf(block: string): Part[] {
  const parts: Part[] = [];
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
  return parts;
}
