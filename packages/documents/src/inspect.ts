import { PDF, PdfArray, PdfDict, PdfName, PdfNumber, PdfStream, type PDFPage } from '@libpdf/core';
import { formLimits } from '@meldewerk/contract/form';
import { DocumentRefused } from './documents.ts';
import { newPdf, originOf, writePdf } from './pdf-file.ts';

/** In points: from a label to a sheet larger than A0. */
const pageEdges = { shortest: 30, longest: 4000 };
/** What hangs on drawings and could carry files or strangers' data along, or have a reader fetch them from elsewhere. Dictionaries are left alone: their keys may be names of fonts. */
const unwanted = ['F', 'FFilter', 'FDecodeParms', 'Ref', 'AF', 'PieceInfo', 'Metadata', 'OPI', 'StructParent', 'StructParents'];

export type Inspected = { pages: { width: number; height: number }[]; cleaned: Uint8Array };

/**
 * Redraws every page onto an empty one: what is seen stays, upright and from 0, 0, and all that could act (scripts, launch
 * actions, embedded files, forms) is left behind with the old document. Throws DocumentRefused.
 */
export async function inspectPdf(bytes: Uint8Array): Promise<Inspected> {
  if (!isWhole(bytes)) throw new DocumentRefused('pdfUnreadable', 'no PDF, or cut off');
  const source = await PDF.load(bytes);
  if (source.isEncrypted) throw new DocumentRefused('pdfEncrypted', 'encrypted');
  const count = source.getPageCount();
  if (count === 0) throw new DocumentRefused('pdfUnreadable', 'no pages');
  if (count > formLimits.maxPages) throw new DocumentRefused('pdfTooManyPages', `${count} pages`);
  // What was typed into its form and noted on it is part of what is seen.
  drawMissingAppearances(source);
  source.flattenAll();

  const sources = source.getPages();
  for (const page of sources) reduce(source, page);
  const target = newPdf();
  const copies = await target.copyPagesFrom(source, sources.map((_, index) => index), { includeAnnotations: false });
  const pages = copies.map((page) => redraw(target, page));
  strip(target);
  const cleaned = await writePdf(target, { title: source.getTitle() ?? '', language: 'de' }, originOf(bytes));
  return { pages, cleaned };
}

function isWhole(bytes: Uint8Array): boolean {
  const text = (from: number, to: number) => Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.max(0, to - from)).toString('latin1');
  return text(0, Math.min(1024, bytes.length)).includes('%PDF-') && text(Math.max(0, bytes.length - 2048), bytes.length).includes('%%EOF');
}

/** Leaves a page what is drawn on it, with all that it may have from the nodes of the tree it hangs on. */
function reduce(source: PDF, page: PDFPage): void {
  inheritAttributes(source, page);
  for (const [name] of Array.from(page.dict)) if (!['Type', 'Parent', 'Contents', 'Group', ...inherited].includes(name.value)) page.dict.delete(name);
}

/** Makes the page a sheet of the size that is seen, with the old content as one drawing on it. */
function redraw(target: PDF, page: PDFPage): { width: number; height: number } {
  const shown = shownBox(target, page);
  const { rotation } = page;
  const turned = rotation === 90 || rotation === 270;
  const size = turned ? { width: shown.height, height: shown.width } : { width: shown.width, height: shown.height };
  const edges = [size.width, size.height];
  if (Math.min(...edges) < pageEdges.shortest || Math.max(...edges) > pageEdges.longest) throw new DocumentRefused('pdfUnreadable', 'a page of a size that no form has');

  const drawing = target.register(
    PdfStream.fromDict(
      {
        Type: PdfName.of('XObject'), Subtype: PdfName.of('Form'), FormType: PdfNumber.of(1),
        BBox: numbers(shown.x, shown.y, shown.x + shown.width, shown.y + shown.height),
        Matrix: numbers(...uprightMatrix(shown, rotation)),
        Resources: page.dict.get('Resources') ?? new PdfDict(),
        ...(page.dict.has('Group') ? { Group: PdfDict.of({ S: PdfName.of('Transparency'), CS: PdfName.of('DeviceRGB') }) } : {}),
      },
      contentOf(target, page),
    ),
  );
  for (const name of ['Group', 'CropBox', 'Rotate']) page.dict.delete(name);
  page.dict.set('MediaBox', numbers(0, 0, size.width, size.height));
  page.dict.set('Resources', PdfDict.of({ XObject: PdfDict.of({ Page: drawing }) }));
  page.dict.set('Contents', target.register(PdfStream.fromDict({}, new TextEncoder().encode('q /Page Do Q'))));
  return size;
}

function numbers(...values: number[]): PdfArray {
  return PdfArray.of(...values.map((value) => PdfNumber.of(value)));
}

/** One stream or several, which count as one. */
function contentOf(target: PDF, page: PDFPage): Uint8Array {
  const resolve = target.getObject.bind(target);
  const contents = page.dict.get('Contents', resolve);
  const parts = contents instanceof PdfArray ? Array.from({ length: contents.length }, (_, index) => contents.at(index, resolve)) : [contents];
  return Buffer.concat(parts.flatMap((part) => (part instanceof PdfStream ? [part.getDecodedData(), Buffer.from('\n')] : [])));
}

type Rectangle = { x: number; y: number; width: number; height: number };
const letterSheet: Rectangle = { x: 0, y: 0, width: 612, height: 792 };

/** The crop box, as far as it lies on the sheet. (The library takes the corners of a box for its size.) */
function shownBox(source: PDF, page: PDFPage): Rectangle {
  const media = readBox(source, page, 'MediaBox') ?? letterSheet;
  const crop = readBox(source, page, 'CropBox') ?? media;
  const [left, lower] = [Math.max(media.x, crop.x), Math.max(media.y, crop.y)];
  const [right, upper] = [Math.min(media.x + media.width, crop.x + crop.width), Math.min(media.y + media.height, crop.y + crop.height)];
  return right > left && upper > lower ? { x: left, y: lower, width: right - left, height: upper - lower } : media;
}

/** Any two opposite corners, in any order. */
function readBox(source: PDF, page: PDFPage, name: 'MediaBox' | 'CropBox'): Rectangle | null {
  const resolve = source.getObject.bind(source);
  const corners = page.dict.getArray(name, resolve);
  const [x1, y1, x2, y2] = [0, 1, 2, 3].map((index) => corners?.at(index, resolve)).map((edge) => (edge instanceof PdfNumber ? edge.value : Number.NaN));
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined || ![x1, y1, x2, y2].every(Number.isFinite)) return null;
  const box = { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
  return box.width > 0 && box.height > 0 ? box : null;
}

type Matrix = [number, number, number, number, number, number];
function uprightMatrix({ x, y, width, height }: { x: number; y: number; width: number; height: number }, rotation: 0 | 90 | 180 | 270): Matrix {
  if (rotation === 90) return [0, -1, 1, 0, -y, x + width];
  if (rotation === 180) return [-1, 0, 0, -1, x + width, y + height];
  if (rotation === 270) return [0, 1, -1, 0, y + height, -x];
  return [1, 0, 0, 1, -x, -y];
}

const inherited = ['Resources', 'MediaBox', 'CropBox', 'Rotate'];

function inheritAttributes(source: PDF, page: PDFPage): void {
  const resolve = source.getObject.bind(source);
  let node = page.dict.getDict('Parent', resolve);
  for (let depth = 0; node && depth < 50; depth += 1) {
    for (const name of inherited) {
      const value = node.get(name);
      if (value && !page.dict.has(name)) page.dict.set(name, value);
    }
    node = node.getDict('Parent', resolve);
  }
}

/** Values that a program wrote without drawing them. */
function drawMissingAppearances(source: PDF): void {
  for (const field of source.getForm()?.getFields() ?? []) {
    if ('needsAppearanceUpdate' in field && field.type === 'text' && field.getWidgets().some((widget) => !widget.hasNormalAppearance())) field.needsAppearanceUpdate = true;
  }
}

function strip(target: PDF): void {
  for (const [, object] of target.context.registry.entries()) {
    if (object instanceof PdfStream) for (const key of unwanted) object.delete(key);
  }
}
