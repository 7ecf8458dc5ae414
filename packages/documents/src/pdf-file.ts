import { createHash } from 'node:crypto';
import { PDF, PdfArray, PdfString } from '@libpdf/core';

const producer = 'Meldewerk';

/** A new PDF without anything of its own in it. */
export function newPdf(): PDF {
  return PDF.create();
}

/**
 * Writes a PDF whole. The same content becomes the same bytes: no time of making stands in it, and its file id and the tags
 * of its fonts come from `origin`, a hash of what it was made of.
 */
export async function writePdf(pdf: PDF, about: { title: string; language: string }, origin: string): Promise<Uint8Array> {
  pdf.setMetadata({ title: about.title, language: about.language, producer, creator: producer, author: '' });
  pdf.setTitle(about.title, { showInWindowTitleBar: true });
  const info = pdf.context.info.trailer.getDict('Info', pdf.getObject.bind(pdf));
  info?.delete('CreationDate');
  info?.delete('ModDate');
  const id = createHash('sha256').update(origin).digest().subarray(0, 16);
  pdf.context.info.trailer.set('ID', new PdfArray([new PdfString(id, 'hex'), new PdfString(id, 'hex')]));
  return withSeededRandom(id, () => pdf.save({ subsetFonts: true }));
}

/** Hash of all that a PDF is made of. */
export function originOf(...parts: unknown[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part instanceof Uint8Array ? part : JSON.stringify(part));
  return hash.digest('hex');
}

/** The PDF library draws the tags of its fonts with Math.random; there is one file at a time in this process. */
async function withSeededRandom<Result>(seed: Buffer, work: () => Promise<Result>): Promise<Result> {
  const { random } = Math;
  let state = seed.readUInt32LE(0);
  Math.random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  try {
    return await work();
  } finally {
    Math.random = random;
  }
}
