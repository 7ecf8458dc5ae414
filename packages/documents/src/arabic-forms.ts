/** The shapes of a letter: alone, joined to the letter before, to the letter after, to both. Letters that join nothing after them have two. */
type Forms = readonly string[];

const lam = '\u0644';
const tatweel = '\u0640';

/**
 * Unicode lists every shape of a letter one after the other and says which letter each stands for. A font has these shapes as
 * characters of their own, so that a PDF needs no shaping engine, and whoever copies text out of it gets Arabic.
 */
const forms = readForms([[0xfb50, 0xfbb1], [0xfbfc, 0xfbff], [0xfe80, 0xfefc]]);

/** One letter as it is to be drawn, with the marks above and below it. */
export type Shaped = { letter: string; marks: string };

/** The letters of a text in their order, each in the shape that its neighbours ask for; lam and alef are one. Other letters stay as they are. */
export function shapeLetters(text: string): Shaped[] {
  const letters = withMarks(text);
  return letters.flatMap(({ letter, marks }, at): Shaped[] => {
    const [before, after] = [letters[at - 1], letters[at + 1]];
    const isJoined = joinsAfter(before?.letter) && joinsBefore(letter);
    // Stands in the one shape that lam and alef have together.
    if (before?.letter === lam && forms.has(lam + letter)) return [];
    const ligature = letter === lam && after ? forms.get(letter + after.letter) : undefined;
    if (ligature && after) return [{ letter: ligature[isJoined ? 1 : 0] ?? letter, marks: marks + after.marks }];
    const isJoining = joinsAfter(letter) && joinsBefore(after?.letter);
    return [{ letter: forms.get(letter)?.[(isJoined ? 1 : 0) + (isJoining ? 2 : 0)] ?? letter, marks }];
  });
}

function withMarks(text: string): Shaped[] {
  const letters: Shaped[] = [];
  for (const letter of text) {
    const last = letters.at(-1);
    if (last && /\p{Mn}/u.test(letter)) last.marks += letter;
    else letters.push({ letter, marks: '' });
  }
  return letters;
}

function joinsBefore(letter: string | undefined): boolean {
  return letter === tatweel || (forms.get(letter ?? '')?.length ?? 0) > 1;
}

function joinsAfter(letter: string | undefined): boolean {
  return letter === tatweel || forms.get(letter ?? '')?.length === 4;
}

function readForms(ranges: [number, number][]): ReadonlyMap<string, Forms> {
  const found = new Map<string, string[]>();
  for (const [from, to] of ranges) {
    for (let code = from; code <= to; code += 1) {
      const shape = String.fromCodePoint(code);
      const letter = shape.normalize('NFKC');
      if (letter !== shape) found.set(letter, [...(found.get(letter) ?? []), shape]);
    }
  }
  return found;
}
