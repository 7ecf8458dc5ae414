import type { PDF, PDFPage } from '@libpdf/core';
import type { Box } from './boxes.ts';
import { faint, ink, line } from './colors.ts';
import type { DossierPicture } from './dossier.ts';
import type { Fonts } from './fonts.ts';
import { contentWidth, type PageFlow } from './page-flow.ts';
import { wrapText } from './wrap-text.ts';

const sheet = { columns: 4, gap: 10, height: 84, captionHeight: 34 };
/** Two of these fill a page. */
const large = { height: 252, block: 338 };

/** All at a glance, then each by itself on half a page with what is known of it. */
export function drawPictures(pdf: PDF, flow: PageFlow, fonts: Fonts, pictures: DossierPicture[]): void {
  drawContactSheet(pdf, flow, fonts, pictures);
  for (const [index, picture] of pictures.entries()) drawLarge(pdf, flow, fonts, picture, index + 1);
}

function drawContactSheet(pdf: PDF, flow: PageFlow, fonts: Fonts, pictures: DossierPicture[]): void {
  const width = (contentWidth - (sheet.columns - 1) * sheet.gap) / sheet.columns;
  const rows = Math.ceil(pictures.length / sheet.columns);
  // What can be seen at a glance is on one page, as far as that holds it.
  flow.keep(Math.min(rows, 5) * (sheet.height + sheet.captionHeight));
  for (let at = 0; at < pictures.length; at += sheet.columns) {
    const { page, box } = flow.block(sheet.height + sheet.captionHeight);
    for (const [column, picture] of pictures.slice(at, at + sheet.columns).entries()) {
      const x = box.x + column * (width + sheet.gap);
      const room = { x, y: box.y + sheet.captionHeight, width, height: sheet.height };
      drawPicture(pdf, page, fonts, { bytes: picture.thumbnail, missing: picture.missing }, room, 'center');
      for (const [row, shown] of wrapText(fonts, `${at + column + 1}. ${picture.title}`, 'regular', 7.5, width).slice(0, 2).entries()) {
        fonts.write(page, shown, { x, y: room.y - 10 - row * 10, font: 'regular', size: 7.5, color: ink });
      }
    }
  }
}

function drawLarge(pdf: PDF, flow: PageFlow, fonts: Fonts, picture: DossierPicture, number: number): void {
  const { page, box } = flow.block(large.block);
  const room = { x: box.x, y: box.y + box.height - large.height, width: contentWidth, height: large.height };
  drawPicture(pdf, page, fonts, { bytes: picture.display, missing: picture.missing }, room, 'left');
  fonts.write(page, `${number}. ${picture.title}`, { x: box.x, y: room.y - 14, font: 'bold', size: 9.5, color: ink });
  for (const [index, [label, value]] of picture.facts.entries()) {
    const y = room.y - 28 - index * 10.5;
    fonts.write(page, label, { x: box.x, y, font: 'regular', size: 7.5, color: faint });
    fonts.write(page, wrapText(fonts, value, 'regular', 7.5, contentWidth - 90)[0] ?? '', { x: box.x + 90, y, font: 'regular', size: 7.5, color: ink });
  }
}

/** As large as its room lets it be; where there is none, an empty frame says why. */
function drawPicture(pdf: PDF, page: PDFPage, fonts: Fonts, { bytes, missing }: { bytes: Uint8Array | null; missing: string }, room: Box, align: 'left' | 'center'): void {
  if (!bytes) {
    page.drawRectangle({ ...room, borderColor: line, borderWidth: 0.6 });
    for (const [row, shown] of wrapText(fonts, missing, 'regular', 7.5, room.width - 12).entries()) fonts.write(page, shown, { x: room.x + 6, y: room.y + room.height - 14 - row * 10, font: 'regular', size: 7.5, color: faint });
    return;
  }
  const image = pdf.embedJpeg(bytes);
  const scale = Math.min(room.width / image.width, room.height / image.height);
  const [width, height] = [image.width * scale, image.height * scale];
  page.drawImage(image, { x: align === 'left' ? room.x : room.x + (room.width - width) / 2, y: room.y + room.height - height, width, height });
}
