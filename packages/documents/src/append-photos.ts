import type { Readable } from 'node:stream';

/** A JPEG that goes into a PDF after it is laid out: where it is kept, and what its own head says. */
export type LatePhoto = { byteSize: number; width: number; height: number; components: number; open: () => Promise<Readable> };

export type StreamedPdf = { byteSize: number; bytes: () => AsyncGenerator<Uint8Array> };

/**
 * Puts photos into a PDF in which each has an empty object: an update is appended that gives these objects their content
 * (ISO 32000-2, 7.5.6), so that photos pass through as they are stored and none is ever held. `base` is of our own making.
 */
export function appendPhotos(base: Uint8Array, photos: { objectNumber: number; photo: LatePhoto }[]): StreamedPdf {
  const trailer = readTrailer(base);
  let at = base.byteLength;
  const pieces = photos.map(({ objectNumber, photo }) => {
    const head = latin1(`${objectNumber} 0 obj\n${dictionaryOf(photo)}\nstream\n`);
    const piece = { objectNumber, photo, head, offset: at };
    at += head.byteLength + photo.byteSize + tail.byteLength;
    return piece;
  });
  const entries = pieces.map(({ objectNumber, offset }) => `${objectNumber} 1\n${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const end = latin1(`xref\n${entries}trailer\n<< ${trailer.entries} /Prev ${trailer.startxref} >>\nstartxref\n${at}\n%%EOF\n`);

  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield base;
    for (const { photo, head } of pieces) {
      yield head;
      for await (const chunk of await photo.open()) yield chunk as Uint8Array;
      yield tail;
    }
    if (pieces.length > 0) yield end;
  }

  return pieces.length === 0 ? { byteSize: base.byteLength, bytes } : { byteSize: at + end.byteLength, bytes };
}

const tail = latin1('\nendstream\nendobj\n');

function dictionaryOf({ width, height, components, byteSize }: LatePhoto): string {
  const space = components === 1 ? '/DeviceGray' : '/DeviceRGB';
  return `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace ${space} /BitsPerComponent 8 /Filter /DCTDecode /Length ${byteSize} >>`;
}

function readTrailer(pdf: Uint8Array): { entries: string; startxref: string } {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset + Math.max(0, pdf.byteLength - 1024), Math.min(1024, pdf.byteLength)).toString('latin1');
  const found = /trailer\s*<<(?<entries>.*?)>>\s*startxref\s+(?<startxref>\d+)\s+%%EOF\s*$/s.exec(text.replaceAll(/<([0-9A-Fa-f]+)>/g, '<$1>'));
  const { entries, startxref } = found?.groups ?? {};
  if (entries === undefined || startxref === undefined) throw new Error('the PDF does not end as ours do');
  return { entries: entries.replaceAll(/\s+/g, ' ').trim(), startxref };
}

function latin1(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'));
}
