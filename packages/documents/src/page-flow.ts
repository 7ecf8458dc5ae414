import type { PDF, PDFPage } from '@libpdf/core';
import type { Box } from './boxes.ts';
import { faint, ink, line, readable, warning } from './colors.ts';
import type { Letterhead } from './documents.ts';
import type { FontName, Fonts } from './fonts.ts';
import { texts } from './texts.ts';
import type { StaffLanguage } from '@meldewerk/contract/language';
import { wrapText } from './wrap-text.ts';

/** A4 with the margins of a letter. */
const sheet = { width: 595.28, height: 841.89 };
export const margin = { left: 62, right: 62, top: 52, bottom: 66 };
export const contentWidth = sheet.width - margin.left - margin.right;

export type TextStyle = { font: FontName; size: number; lineHeight: number; color: typeof ink; indent?: number };

/** Writes from top to bottom and turns the page when it is full. */
export type PageFlow = {
  /** `reserved` points below its last two lines stay on their page. */
  text(text: string, style: TextStyle, reserved?: number): void;
  space(points: number): void;
  heightOf(text: string, style: TextStyle): number;
  /** Keeps the next `height` points together on one page. */
  keep(height: number): void;
  /** Reserves a block and says where it is. */
  block(height: number): { page: PDFPage; number: number; box: Box };
  rule(): void;
  pages: PDFPage[];
};

type Setup = { letterhead: Letterhead; language: StaffLanguage; footer: string; isSample: boolean };

/** Begins a document that flows over as many A4 pages as it needs, the letterhead on the first. */
export function openFlow(pdf: PDF, fonts: Fonts, { letterhead, language, isSample }: Setup): PageFlow {
  const pages: PDFPage[] = [];
  let y = 0;
  turn();

  function turn(): void {
    const page = pdf.addPage(sheet);
    pages.push(page);
    if (isSample) drawWatermark(page, fonts, language);
    y = sheet.height - margin.top;
    if (pages.length === 1) y = drawLetterhead(pdf, page, fonts, letterhead, y);
    else y = drawContinuation(page, fonts, letterhead, y);
  }
  function current(): PDFPage {
    const page = pages.at(-1);
    if (!page) throw new Error('a flow always has a page');
    return page;
  }
  function keep(height: number): void {
    if (y - height < margin.bottom) turn();
  }

  return {
    pages,
    keep,
    heightOf: (text, { font, size, lineHeight, indent = 0 }) => wrapText(fonts, text, font, size, contentWidth - indent).length * size * lineHeight,
    space(points) {
      y -= points;
    },
    text(text, { font, size, lineHeight, color, indent = 0 }, reserved = 0) {
      const height = size * lineHeight;
      const lines = wrapText(fonts, text, font, size, contentWidth - indent);
      for (const [index, shown] of lines.entries()) {
        const left = lines.length - index;
        keep(left <= 2 ? left * height + reserved : height);
        fonts.write(current(), shown, { x: margin.left + indent, y: y - size, font, size, color });
        y -= height;
      }
    },
    block(height) {
      keep(height);
      y -= height;
      return { page: current(), number: pages.length, box: { x: margin.left, y, width: contentWidth, height } };
    },
    rule() {
      keep(8);
      y -= 4;
      current().drawLine({ start: { x: margin.left, y }, end: { x: sheet.width - margin.right, y }, thickness: 0.5, color: line });
      y -= 4;
    },
  };
}

/** Foot of every page, once their number is known. */
export function drawFooters(fonts: Fonts, pages: PDFPage[], { language, footer, letterhead }: Setup): void {
  for (const [index, page] of pages.entries()) {
    const y = margin.bottom - 30;
    const number = texts[language].pageOf(index + 1, pages.length);
    const left = [letterhead.name, footer].filter(Boolean).join(' · ');
    page.drawLine({ start: { x: margin.left, y: y + 13 }, end: { x: sheet.width - margin.right, y: y + 13 }, thickness: 0.5, color: line });
    const room = contentWidth - fonts.widthOf(number, 'regular', 7.5) - 12;
    const size = Math.min(7.5, (7.5 * room) / Math.max(1, fonts.widthOf(left, 'regular', 7.5)));
    fonts.write(page, left, { x: margin.left, y, font: 'regular', size, color: faint });
    fonts.write(page, number, { x: sheet.width - margin.right - fonts.widthOf(number, 'regular', 7.5), y, font: 'regular', size: 7.5, color: faint });
  }
}

function drawLetterhead(pdf: PDF, page: PDFPage, fonts: Fonts, letterhead: Letterhead, top: number): number {
  const right = sheet.width - margin.right;
  const color = readable(letterhead.color);
  const logo = letterhead.logo && isPng(letterhead.logo) ? pdf.embedPng(letterhead.logo) : null;
  const nameRoom = contentWidth * (logo ? 0.42 : 0.55);
  if (logo) {
    const scale = Math.min(nameRoom / logo.width, 40 / logo.height);
    page.drawImage(logo, { x: margin.left, y: top - logo.height * scale, width: logo.width * scale, height: logo.height * scale });
  } else {
    const lines = wrapText(fonts, letterhead.name, 'bold', 15, nameRoom).slice(0, 2);
    for (const [index, shown] of lines.entries()) fonts.write(page, shown, { x: margin.left, y: top - 15 - index * 19, font: 'bold', size: 15, color });
  }
  const contact = [
    ...(logo ? [letterhead.name] : []),
    [letterhead.street, `${letterhead.postalCode} ${letterhead.city}`.trim()].filter(Boolean).join(' · '),
    [letterhead.phone, letterhead.email].filter(Boolean).join(' · '),
  ].filter(Boolean);
  for (const [index, shown] of contact.entries()) {
    const size = Math.min(8, (8 * contentWidth * 0.55) / Math.max(1, fonts.widthOf(shown, 'regular', 8)));
    fonts.write(page, shown, { x: right - fonts.widthOf(shown, 'regular', size), y: top - 10 - index * 11.5, font: 'regular', size, color: index === 0 && logo ? ink : faint });
  }
  const y = top - 46;
  page.drawRectangle({ x: margin.left, y: y - 1.5, width: contentWidth, height: 1.5, color });
  return y - 26;
}

function drawContinuation(page: PDFPage, fonts: Fonts, letterhead: Letterhead, top: number): number {
  fonts.write(page, letterhead.name, { x: margin.left, y: top - 8, font: 'regular', size: 8, color: faint });
  page.drawLine({ start: { x: margin.left, y: top - 14 }, end: { x: sheet.width - margin.right, y: top - 14 }, thickness: 0.5, color: line });
  return top - 34;
}

function drawWatermark(page: PDFPage, fonts: Fonts, language: StaffLanguage): void {
  const word = texts[language].sample;
  const size = 110;
  const half = fonts.widthOf(word, 'bold', size) / 2;
  const lean = Math.PI / 4;
  fonts.write(page, word, {
    x: sheet.width / 2 - Math.cos(lean) * half + Math.sin(lean) * size * 0.35, y: sheet.height / 2 - Math.sin(lean) * half - Math.cos(lean) * size * 0.35,
    font: 'bold', size, color: warning, opacity: 0.06, rotate: 45,
  });
}

function isPng(bytes: Uint8Array): boolean {
  return bytes[0] === 0x89 && bytes[1] === 0x50 && bytes[2] === 0x4e && bytes[3] === 0x47;
}
