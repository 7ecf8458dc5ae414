import type { Letter } from './documents.ts';
import { writeHead } from './compose.ts';
import { writeText } from './flow-text.ts';
import { openFonts } from './fonts.ts';
import { drawFooters, openFlow } from './page-flow.ts';
import { newPdf, originOf, writePdf } from './pdf-file.ts';
import { reserveSeal } from './reserve-seal.ts';

/** Sets a text on the workshop's paper, with room for a seal where one is wanted. */
export async function writeLetter(letter: Letter, sealMark: Uint8Array | null): Promise<Uint8Array> {
  const pdf = newPdf();
  const fonts = openFonts(pdf);
  const flow = openFlow(pdf, fonts, letter);
  const text = writeHead(flow, letter);
  writeText(flow, letter.letterhead, text);
  drawFooters(fonts, flow.pages, letter);
  if (letter.sealedAt && sealMark) reserveSeal(pdf, { mark: sealMark, at: letter.sealedAt, by: letter.letterhead.name });
  return writePdf(pdf, letter, originOf({ ...letter, letterhead: { ...letter.letterhead, logo: null } }, letter.letterhead.logo));
}
