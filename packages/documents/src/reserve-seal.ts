import { PdfArray, PdfDict, PdfName, PdfNumber, PdfString, type PDF } from '@libpdf/core';
import { sealRoom, unknownRange } from './seal-room.ts';

/**
 * Leaves room for the seal, as a certification that allows no later change (DocMDP 1). `mark` fills the room until then, so
 * that it is found again for sure: it is random and known to nobody who made the content.
 */
export function reserveSeal(pdf: PDF, { mark, at, by }: { mark: Uint8Array; at: Date; by: string }): void {
  const lastPage = pdf.getPages().at(-1);
  if (!lastPage) throw new Error('a PDF without pages is not sealed');
  const contents = new Uint8Array(sealRoom);
  contents.set(mark);
  const signature = pdf.register(
    PdfDict.of({
      Type: PdfName.of('Sig'),
      Filter: PdfName.of('Adobe.PPKLite'),
      SubFilter: PdfName.of('ETSI.CAdES.detached'),
      ByteRange: PdfArray.of(...unknownRange.map((number) => PdfNumber.of(number))),
      Contents: new PdfString(contents, 'hex'),
      M: PdfString.fromString(pdfDate(at)),
      Name: PdfString.fromString(by),
      Reference: PdfArray.of(
        PdfDict.of({
          Type: PdfName.of('SigRef'),
          TransformMethod: PdfName.of('DocMDP'),
          TransformParams: PdfDict.of({ Type: PdfName.of('TransformParams'), P: PdfNumber.of(1), V: PdfName.of('1.2') }),
        }),
      ),
    }),
  );
  const field = pdf.register(
    PdfDict.of({
      Type: PdfName.of('Annot'), Subtype: PdfName.of('Widget'), FT: PdfName.of('Sig'), T: PdfString.fromString('Seal'), V: signature,
      F: PdfNumber.of(132), P: lastPage.ref, Rect: PdfArray.of(...[0, 0, 0, 0].map((edge) => PdfNumber.of(edge))),
    }),
  );
  lastPage.dict.set('Annots', PdfArray.of(field));
  const catalog = pdf.getCatalog();
  catalog.set('AcroForm', PdfDict.of({ Fields: PdfArray.of(field), SigFlags: PdfNumber.of(3) }));
  catalog.set('Perms', PdfDict.of({ DocMDP: signature }));
}

function pdfDate(at: Date): string {
  return `D:${at.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}Z`;
}
