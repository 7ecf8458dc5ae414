import { ops, PDF, PdfArray, PdfDict, PdfName, PdfNumber, PdfStream, type PDFPage } from '@libpdf/core';
import { formLimits } from '@meldewerk/contract/form';
import { DocumentRefused } from './documents.ts';
import { newPdf, originOf, writePdf } from './pdf-file.ts';

/** In points: from a label to a sheet larger than A0. */
const pageEdges = { shortest: 30, longest: 4000 };
/** What hangs on drawings and could carry files or strangers' data along. Dictionaries are left alone: their keys may be names of fonts. */
const unwanted = ['AF', 'PieceInfo', 'Metadata', 'OPI', 'StructParent', 'StructParents'];

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
  source.flattenAll();

  const target = newPdf();
  const pages: Inspected['pages'] = [];
  for (const [index, page] of source.getPages().entries()) pages.push(await redraw(source, page, index, target));
  strip(target);
  const cleaned = await writePdf(target, { title: source.getTitle() ?? '', language: 'de' }, originOf(bytes));
  return { pages, cleaned };
}

function isWhole(bytes: Uint8Array): boolean {
  const text = (from: number, to: number) => Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.max(0, to - from)).toString('latin1');
  return text(0, Math.min(1024, bytes.length)).includes('%PDF-') && text(Math.max(0, bytes.length - 2048), bytes.length).includes('%%EOF');
}

async function redraw(source: PDF, page: PDFPage, index: number, target: PDF): Promise<{ width: number; height: number }> {
  const shown = shownBox(page);
  const turned = page.rotation === 90 || page.rotation === 270;
  const size = turned ? { width: shown.height, height: shown.width } : { width: shown.width, height: shown.height };
  const edges = [size.width, size.height];
  if (Math.min(...edges) < pageEdges.shortest || Math.max(...edges) > pageEdges.longest) throw new DocumentRefused('pdfUnreadable', 'a page of a size that no form has');

  inheritResources(source, page);
  const embedded = await target.embedPage(source, index);
  const drawing = target.getObject(embedded.ref);
  if (!(drawing instanceof PdfStream)) throw new DocumentRefused('pdfUnreadable', 'a page without content');
  drawing.set('BBox', PdfArray.of(...[shown.x, shown.y, shown.x + shown.width, shown.y + shown.height].map((edge) => PdfNumber.of(edge))));
  if (page.dict.has('Group')) drawing.set('Group', PdfDict.of({ S: PdfName.of('Transparency'), CS: PdfName.of('DeviceRGB') }));

  const fresh = target.addPage(size);
  const name = fresh.registerXObject(embedded);
  fresh.drawOperators([ops.pushGraphicsState(), ops.concatMatrix(...uprightMatrix(shown, page.rotation)), ops.paintXObject(`/${name}`), ops.popGraphicsState()]);
  return size;
}

/** The crop box, as far as it lies on the sheet. */
function shownBox(page: PDFPage): { x: number; y: number; width: number; height: number } {
  const [media, crop] = [page.getMediaBox(), page.getCropBox()].map(upright);
  if (!media || !crop) throw new Error('a page has both boxes');
  const [left, lower] = [Math.max(media.x, crop.x), Math.max(media.y, crop.y)];
  const [right, upper] = [Math.min(media.x + media.width, crop.x + crop.width), Math.min(media.y + media.height, crop.y + crop.height)];
  return right > left && upper > lower ? { x: left, y: lower, width: right - left, height: upper - lower } : media;
}

function upright({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  return { x: Math.min(x, x + width), y: Math.min(y, y + height), width: Math.abs(width), height: Math.abs(height) };
}

type Matrix = [number, number, number, number, number, number];
function uprightMatrix({ x, y, width, height }: { x: number; y: number; width: number; height: number }, rotation: 0 | 90 | 180 | 270): Matrix {
  if (rotation === 90) return [0, -1, 1, 0, -y, x + width];
  if (rotation === 180) return [-1, 0, 0, -1, x + width, y + height];
  if (rotation === 270) return [0, 1, -1, 0, y + height, -x];
  return [1, 0, 0, 1, -x, -y];
}

/** Pages may have their fonts from the node of the tree they hang on. */
function inheritResources(source: PDF, page: PDFPage): void {
  const resolve = source.getObject.bind(source);
  let node: PdfDict | undefined = page.dict;
  for (let depth = 0; node && depth < 50; depth += 1) {
    const resources = node.getDict('Resources', resolve);
    if (resources) return void page.dict.set('Resources', resources);
    node = node.getDict('Parent', resolve);
  }
}

function strip(target: PDF): void {
  for (const [, object] of target.context.registry.entries()) {
    if (object instanceof PdfStream) for (const key of unwanted) object.delete(key);
  }
}
