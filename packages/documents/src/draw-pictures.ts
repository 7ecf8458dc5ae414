import { PDFImage, PdfName, PdfNumber, PdfStream, type PDF, type PDFPage } from '@libpdf/core';
import type { Box } from './boxes.ts';
import { faint, ink, line } from './colors.ts';
import type { DossierPicture } from './dossier.ts';
import type { Fonts } from './fonts.ts';
import type { JpegFrame } from './jpeg-frame.ts';
import { contentWidth, type PageFlow } from './page-flow.ts';
import { wrapText } from './wrap-text.ts';

const sheet = { columns: 4, gap: 10, height: 84, captionHeight: 34 };
/** Two of these fill a page. */
const large = { height: 252, block: 338 };

/** All at a glance, then each by itself on half a page with what is known of it. The large ones are slots, to be filled when the file is written. */
export function drawPictures(pdf: PDF, flow: PageFlow, fonts: Fonts, pictures: DossierPicture<JpegFrame>[], nextSlot: () => number): void {
  drawContactSheet(pdf, flow, fonts, pictures);
  for (const [index, picture] of pictures.entries()) drawLarge(pdf, flow, fonts, { picture, number: index + 1, nextSlot });
}

/** What can be seen at a glance is on one page with its heading, as far as that holds it. */
export function contactSheetHeight(pictures: unknown[]): number {
  return Math.min(Math.ceil(pictures.length / sheet.columns), 5) * (sheet.height + sheet.captionHeight);
}

function drawContactSheet(pdf: PDF, flow: PageFlow, fonts: Fonts, pictures: DossierPicture<JpegFrame>[]): void {
  const width = (contentWidth - (sheet.columns - 1) * sheet.gap) / sheet.columns;
  for (let at = 0; at < pictures.length; at += sheet.columns) {
    const { page, box } = flow.block(sheet.height + sheet.captionHeight);
    for (const [column, picture] of pictures.slice(at, at + sheet.columns).entries()) {
      const x = box.x + column * (width + sheet.gap);
      const room = { x, y: box.y + sheet.captionHeight, width, height: sheet.height };
      drawPicture(page, fonts, picture.thumbnail && pdf.embedJpeg(picture.thumbnail), picture.missing, room, 'center');
      for (const [row, shown] of wrapText(fonts, `${at + column + 1}. ${picture.title}`, 'regular', 7.5, width).slice(0, 2).entries()) {
        fonts.write(page, shown, { x, y: room.y - 10 - row * 10, font: 'regular', size: 7.5, color: ink });
      }
    }
  }
}

function drawLarge(pdf: PDF, flow: PageFlow, fonts: Fonts, { picture, number, nextSlot }: { picture: DossierPicture<JpegFrame>; number: number; nextSlot: () => number }): void {
  const { page, box } = flow.block(large.block);
  const room = { x: box.x, y: box.y + box.height - large.height, width: contentWidth, height: large.height };
  const image = picture.display && new PDFImage(pdf.register(emptyPhoto(nextSlot())), picture.display.width, picture.display.height);
  drawPicture(page, fonts, image, picture.missing, room, 'left');
  fonts.write(page, `${number}. ${picture.title}`, { x: box.x, y: room.y - 14, font: 'bold', size: 9.5, color: ink });
  for (const [index, [label, value]] of picture.facts.entries()) {
    const y = room.y - 28 - index * 10.5;
    fonts.write(page, label, { x: box.x, y, font: 'regular', size: 7.5, color: faint });
    fonts.write(page, wrapText(fonts, value, 'regular', 7.5, contentWidth - 90)[0] ?? '', { x: box.x + 90, y, font: 'regular', size: 7.5, color: ink });
  }
}

/** One point of white, until the photo is put there. */
function emptyPhoto(slot: number): PdfStream {
  return PdfStream.fromDict({ [slotKey]: PdfNumber.of(slot), Type: PdfName.of('XObject'), Subtype: PdfName.of('Image'), Width: PdfNumber.of(1), Height: PdfNumber.of(1), ColorSpace: PdfName.of('DeviceGray'), BitsPerComponent: PdfNumber.of(8) }, new Uint8Array([255]));
}

/** As large as its room lets it be; where there is none, an empty frame says why. */
function drawPicture(page: PDFPage, fonts: Fonts, image: PDFImage | null, missing: string, room: Box, align: 'left' | 'center'): void {
  if (!image) {
    page.drawRectangle({ ...room, borderColor: line, borderWidth: 0.6 });
    for (const [row, shown] of wrapText(fonts, missing, 'regular', 7.5, room.width - 12).entries()) fonts.write(page, shown, { x: room.x + 6, y: room.y + room.height - 14 - row * 10, font: 'regular', size: 7.5, color: faint });
    return;
  }
  const scale = Math.min(room.width / image.width, room.height / image.height);
  const [width, height] = [image.width * scale, image.height * scale];
  page.drawImage(image, { x: align === 'left' ? room.x : room.x + (room.width - width) / 2, y: room.y + room.height - height, width, height });
}

const slotKey = 'MwSlot';

/** The numbers of the empty objects in a written file, in the order of the slots. They are given when it is written, and dictionaries stand in it as plain text. */
export function findSlots(pdf: Uint8Array, count: number): number[] {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const found = new Map([...text.matchAll(new RegExp(`(\\d+) 0 obj\\s*<<[^>]*?/${slotKey} (\\d+)`, 'g'))].map(([, object, slot]) => [Number(slot), Number(object)]));
  return Array.from({ length: count }, (_, slot) => {
    const object = found.get(slot);
    if (object === undefined) throw new Error('a photo has no place in the file');
    return object;
  });
}
