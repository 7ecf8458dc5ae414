import { PDF } from '@libpdf/core';
import { boxOf } from './boxes.ts';
import type { Evidence, PlacedSignature } from './documents.ts';
import { addEvidencePage } from './evidence-page.ts';
import { openFonts } from './fonts.ts';
import { shortInstant } from './instants.ts';
import { originOf, writePdf } from './pdf-file.ts';
import { reserveSeal } from './reserve-seal.ts';
import { drawSignature } from './signature-place.ts';
import { texts } from './texts.ts';

/** All but the seal itself, which is put on where the key is. */
export async function putSignatures(unsigned: Uint8Array, signatures: PlacedSignature[], evidence: Evidence, sealMark: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDF.load(unsigned);
  const fonts = openFonts(pdf);
  const pages = pdf.getPages();
  for (const { place, signature, name, signedAt, timeZone, language } of signatures) {
    const page = pages[place.page - 1];
    if (!page) throw new Error('a signature has its place on a page of the form');
    drawSignature(page, fonts, boxOf(page, place), signature, texts[language].signedBy(name, shortInstant(signedAt, timeZone, language)));
  }
  addEvidencePage(pdf, fonts, evidence, pages.length);
  reserveSeal(pdf, { mark: sealMark, at: evidence.sealedAt, by: evidence.letterhead.name });
  return writePdf(pdf, evidence, originOf(unsigned, evidence.sealedAt));
}
