import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PDF, PDFPage } from '@libpdf/core';
import { inVisualOrder, runsFromRight } from './visual-order.ts';

const files = {
  regular: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  handwriting: '@expo-google-fonts/caveat/500Medium/Caveat_500Medium.ttf',
  arabic: '@expo-google-fonts/noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf',
  arabicBold: '@expo-google-fonts/noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf',
} as const;
type FileName = keyof typeof files;
export type FontName = Exclude<FileName, 'arabic' | 'arabicBold'>;
type Font = ReturnType<PDF['embedFont']>;
type Color = NonNullable<NonNullable<Parameters<PDFPage['drawText']>[1]>['color']>;

/** The fonts of one PDF. Only the letters that are used go into the file. */
export type Fonts = {
  widthOf(text: string, font: FontName, size: number): number;
  /** Writes one line; `y` is its base line from the page's lower edge. */
  write(page: PDFPage, text: string, at: { x: number; y: number; font: FontName; size: number; color: Color; opacity?: number; rotate?: number }): void;
};

const bytesOf = new Map<FileName, Uint8Array>();
/** Half the width of a vowel mark, and how much higher a second one stands, in shares of the letters' size. */
const mark = { half: 0.1, lift: 0.16 };
/** Naskh letters are drawn smaller than Latin ones of the same size. */
const arabicScale = 1.14;

/** A stretch of one line in one font. `over`: where the letter begins that it stands above or below. */
type Run = { text: string; font: Font; size: number; over?: { x: number; lift: number } };

/** Latin, Greek, Cyrillic and Arabic letters; what the fonts lack (emoji, Chinese) is shown as a box. */
export function openFonts(pdf: PDF): Fonts {
  const opened = new Map<FileName, Font>();
  function open(name: FileName): Font {
    const bytes = bytesOf.get(name) ?? new Uint8Array(readFileSync(fileURLToPath(import.meta.resolve(files[name]))));
    bytesOf.set(name, bytes);
    const font = opened.get(name) ?? pdf.embedFont(bytes);
    opened.set(name, font);
    return font;
  }

  function runsOf(text: string, name: FontName, size: number): Run[] {
    if (runsFromRight(text)) return mixedRuns(text, name, size);
    const wanted = open(name);
    if (wanted.canEncode(text)) return [{ text, font: wanted, size }];
    const font = name === 'handwriting' ? open('regular') : wanted;
    return [{ text: [...text.normalize('NFC')].map((letter) => (font.canEncode(letter) ? letter : missing(letter))).join(''), font, size }];
  }

  /** Arabic, and whatever stands among it: each letter in its shape and place, in the font that has it. */
  function mixedRuns(text: string, name: FontName, size: number): Run[] {
    const latin = open(name === 'bold' ? 'bold' : 'regular');
    const arabic = open(name === 'bold' ? 'arabicBold' : 'arabic');
    const runs: Run[] = [];
    const marks: Run[] = [];
    let x = 0;
    for (const { letter, marks: own } of inVisualOrder(text.normalize('NFC'))) {
      const font = !runsFromRight(letter) && latin.canEncode(letter) ? latin : arabic;
      const shown = font.canEncode(letter) && !/\p{Format}/u.test(letter) ? letter : missing(letter);
      if (shown === '') continue;
      const fitting = font.canEncode(shown) ? font : latin;
      const large = fitting === arabic ? size * arabicScale : size;
      const width = fitting.widthOfTextAtSize(shown, large);
      [...own].filter((one) => arabic.canEncode(one)).forEach((one, at) => marks.push({ text: one, font: arabic, size: large, over: { x: x + width / 2 - mark.half * large, lift: at * mark.lift * large } }));
      const last = runs.at(-1);
      if (last?.font === fitting) last.text += shown;
      else runs.push({ text: shown, font: fitting, size: large });
      x += width;
    }
    return [...runs, ...marks];
  }

  return {
    widthOf(text, name, size) {
      return runsOf(text, name, size).reduce((sum, { text: run, font, size: large, over }) => (over ? sum : sum + font.widthOfTextAtSize(run, large)), 0);
    },
    write(page, text, { x, y, font: name, size, color, opacity, rotate }) {
      let across = 0;
      for (const { text: run, font, size: large, over } of runsOf(text, name, size)) {
        const at = turned({ x: over ? over.x : across, y: over ? over.lift : 0 }, rotate);
        if (run.trim() !== '') page.drawText(run, { x: x + at.x, y: y + at.y, size: large, font, color, ...(opacity === undefined ? {} : { opacity }), ...(rotate === undefined ? {} : { rotate: { angle: rotate, origin: { x: x + at.x, y: y + at.y } } }) });
        if (!over) across += font.widthOfTextAtSize(run, large);
      }
    },
  };
}

/** Where something stands on a line that is turned by so many degrees. */
function turned({ x, y }: { x: number; y: number }, degrees = 0): { x: number; y: number } {
  const angle = (degrees * Math.PI) / 180;
  return { x: x * Math.cos(angle) - y * Math.sin(angle), y: x * Math.sin(angle) + y * Math.cos(angle) };
}

function missing(letter: string): string {
  if (/\p{White_Space}/u.test(letter)) return ' ';
  // Marks and joiners that only change the letter before them.
  return /[\p{Mark}\p{Format}\p{Control}]/u.test(letter) ? '' : '□';
}
