import { placeholders, type Placeholder } from '@meldewerk/contract/form';

export type TextPiece = { kind: 'words'; text: string } | { kind: 'placeholder'; name: string; known: boolean };
export type TextBlock = { kind: 'heading' | 'paragraph'; lines: TextPiece[][] } | { kind: 'list'; items: TextPiece[][] };

const mark = /\{\{([^{}]*)\}\}/g;

/** A text form as blocks, read as the contract describes it: blank lines part paragraphs, `# ` heads, `- ` lists. */
export function readFormText(text: string): TextBlock[] {
  return text.replaceAll('\r\n', '\n').split(/\n[ \t]*\n/).filter((part) => part.trim()).flatMap((part) => readPart(part.trim().split('\n')));
}

export function unknownPlaceholders(text: string): string[] {
  return [...new Set([...text.matchAll(mark)].map((match) => (match[1] ?? '').trim()).filter((name) => !isPlaceholder(name)))];
}

export function isPlaceholder(name: string): name is Placeholder {
  return placeholders.some((placeholder) => placeholder === name);
}

function readPart(lines: string[]): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (line.startsWith('# ')) blocks.push({ kind: 'heading', lines: [readPieces(line.slice(2))] });
    else if (line.startsWith('- ') && last?.kind === 'list') last.items.push(readPieces(line.slice(2)));
    else if (line.startsWith('- ')) blocks.push({ kind: 'list', items: [readPieces(line.slice(2))] });
    else if (last?.kind === 'paragraph') last.lines.push(readPieces(line));
    else blocks.push({ kind: 'paragraph', lines: [readPieces(line)] });
  }
  return blocks;
}

function readPieces(line: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const match of line.matchAll(mark)) {
    if (match.index > end) pieces.push({ kind: 'words', text: line.slice(end, match.index) });
    const name = (match[1] ?? '').trim();
    pieces.push({ kind: 'placeholder', name, known: isPlaceholder(name) });
    end = match.index + match[0].length;
  }
  if (end < line.length) pieces.push({ kind: 'words', text: line.slice(end) });
  return pieces;
}
