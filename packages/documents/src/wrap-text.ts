import type { FontName, Fonts } from './fonts.ts';
import { beginsFromRight, fromRight } from './visual-order.ts';

/** Breaks a text into lines of at most `width`; line breaks of the text stay. A word longer than a line is broken where it has to be. */
export function wrapText(fonts: Fonts, text: string, font: FontName, size: number, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines = wrapParagraph(fonts, paragraph, font, size, width);
    return beginsFromRight(paragraph) ? lines.map((line) => fromRight + line) : lines;
  });
}

function wrapParagraph(fonts: Fonts, text: string, font: FontName, size: number, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(/[ \t]+/).filter(Boolean).flatMap((long) => breakWord(fonts, long, font, size, width))) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (current !== '' && fonts.widthOf(longer, font, size) > width) {
      lines.push(current);
      current = word;
    } else current = longer;
  }
  return [...lines, current];
}

function breakWord(fonts: Fonts, word: string, font: FontName, size: number, width: number): string[] {
  if (fonts.widthOf(word, font, size) <= width) return [word];
  const parts: string[] = [];
  let current = '';
  for (const letter of word) {
    if (current !== '' && fonts.widthOf(current + letter, font, size) > width) {
      parts.push(current);
      current = letter;
    } else current += letter;
  }
  return [...parts, current];
}
