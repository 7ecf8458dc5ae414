import bidiModule, { type Bidi } from 'bidi-js';
import { shapeLetters, type Shaped } from './arabic-forms.ts';

// What its types say of the default export goes by who reads them; it is this function.
const bidi = (bidiModule as unknown as () => Bidi)();

/** Whether a text holds letters that are written from the right. */
export function runsFromRight(text: string): boolean {
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(text);
}

/** Says of a line which way the whole runs, where its first word does not: the right-to-left mark is not drawn. */
export const fromRight = '\u200f';

/** A name within a line of ours: however it is written, what stands before and behind it keeps its place (left-to-right marks, not drawn either). */
export function withinOurLine(name: string): string {
  return runsFromRight(name) ? `\u200e${name}\u200e` : name;
}

/** Whether the first letter that has a direction is written from the right: then the whole text is. */
export function beginsFromRight(text: string): boolean {
  return runsFromRight(/\p{Letter}/u.exec(text)?.[0] ?? '');
}

/** The letters of one line as they stand on paper, from the left, in their shapes; brackets turned where they have to be (Unicode's bidirectional algorithm). */
export function inVisualOrder(line: string): Shaped[] {
  const shaped = shapeLetters(line);
  // One unit for each letter, so that places in both are the same.
  const units = shaped.map(({ letter }) => (letter.length === 1 ? letter : '\u25a1')).join('');
  const levels = bidi.getEmbeddingLevels(units, 'auto');
  const mirrored = bidi.getMirroredCharactersMap(units, levels.levels);
  return bidi.getReorderedIndices(units, levels).flatMap((at) => {
    const one = shaped[at];
    return one ? [{ ...one, letter: mirrored.get(at) ?? one.letter }] : [];
  });
}
