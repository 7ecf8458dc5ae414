import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PDF, PDFPage } from '@libpdf/core';

const files = {
  regular: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  handwriting: '@expo-google-fonts/caveat/500Medium/Caveat_500Medium.ttf',
} as const;
export type FontName = keyof typeof files;
type Font = ReturnType<PDF['embedFont']>;
type Color = NonNullable<NonNullable<Parameters<PDFPage['drawText']>[1]>['color']>;

/** The fonts of one PDF. Only the letters that are used go into the file. */
export type Fonts = {
  widthOf(text: string, font: FontName, size: number): number;
  /** Writes one line; `y` is its base line from the page's lower edge. */
  write(page: PDFPage, text: string, at: { x: number; y: number; font: FontName; size: number; color: Color; opacity?: number; rotate?: number }): void;
};

const bytesOf = new Map<FontName, Uint8Array>();

/** Latin, Greek and Cyrillic letters of every country; what the fonts lack (emoji, Arabic, Chinese) is shown as a box. */
export function openFonts(pdf: PDF): Fonts {
  const opened = new Map<FontName, Font>();
  function open(name: FontName): Font {
    const bytes = bytesOf.get(name) ?? new Uint8Array(readFileSync(fileURLToPath(import.meta.resolve(files[name]))));
    bytesOf.set(name, bytes);
    const font = opened.get(name) ?? pdf.embedFont(bytes);
    opened.set(name, font);
    return font;
  }

  function inFont(text: string, name: FontName): { text: string; font: Font } {
    const wanted = open(name);
    if (wanted.canEncode(text)) return { text, font: wanted };
    const font = name === 'handwriting' ? open('regular') : wanted;
    return { text: [...text.normalize('NFC')].map((letter) => (font.canEncode(letter) ? letter : missing(letter))).join(''), font };
  }

  return {
    widthOf(text, name, size) {
      const shown = inFont(text, name);
      return shown.font.widthOfTextAtSize(shown.text, size);
    },
    write(page, text, { x, y, font: name, size, color, opacity, rotate }) {
      const shown = inFont(text, name);
      if (shown.text.trim() === '') return;
      page.drawText(shown.text, { x, y, size, font: shown.font, color, ...(opacity === undefined ? {} : { opacity }), ...(rotate === undefined ? {} : { rotate: { angle: rotate, origin: { x, y } } }) });
    },
  };
}

function missing(letter: string): string {
  if (/\p{White_Space}/u.test(letter)) return ' ';
  // Marks and joiners that only change the letter before them.
  return /[\p{Mark}\p{Format}\p{Control}]/u.test(letter) ? '' : '□';
}
