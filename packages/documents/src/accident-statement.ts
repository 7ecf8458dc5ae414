import { circumstances, numberTitles, otherSide, sharedFields, sideFields, statementSides, wordsOf, type AccidentContent, type AccidentField, type StatementSide } from '@meldewerk/contract/accident-fields';
import type { Signature } from '@meldewerk/contract/form';
import type { LocalizedText } from '@meldewerk/contract/language';
import { columnWidth, columnX, drawFrame, drawLines, drawNumber, edges, heightOf, linesOf, openSheet, sheetWidth, sideColors, type Line, type Sheet } from './accident-sheet.ts';
import { drawImpact, drawSketch, sketchHeight } from './accident-drawings.ts';
import { faint, ink, line } from './colors.ts';
import { openFonts, type Fonts } from './fonts.ts';
import { exactInstant, shortInstant } from './instants.ts';
import { newPdf, originOf, writePdf } from './pdf-file.ts';
import { reserveSeal } from './reserve-seal.ts';
import { drawSignature, drawSignatureLine } from './signature-place.ts';
import { withinOurLine } from './visual-order.ts';

export type AccidentSignature = {
  side: StatementSide;
  name: string;
  signature: Signature;
  signedAt: Date;
  /** The side whose device it was given on. */
  device: StatementSide;
};

/** The finished statement of two drivers. Labels are German and English, with the numbers of the European Accident Statement. */
export type AccidentPaper = {
  id: string;
  content: AccidentContent;
  signatures: AccidentSignature[];
  /** SHA-256 (hex) of the facts that both signed. */
  factsSha256: string;
  /** On whose page it was filled in. */
  workshop: string;
  timeZone: string;
  sealedAt: Date;
};

/** Writes the statement, with room for a seal: an own layout, not the printed form. */
export async function writeAccidentStatement(paper: AccidentPaper, sealMark: Uint8Array): Promise<Uint8Array> {
  const pdf = newPdf();
  const fonts = openFonts(pdf);
  const sheet = openSheet(pdf);
  drawHead(sheet, fonts);
  drawShared(sheet, fonts, paper);
  drawSides(sheet, fonts, paper);
  drawCircumstances(sheet, fonts, paper);
  drawSketchPart(sheet, fonts, paper);
  drawSignatures(sheet, fonts, paper);
  drawEvidence(sheet, fonts, paper);
  drawFeet(sheet, fonts, paper);
  reserveSeal(pdf, { mark: sealMark, at: paper.sealedAt, by: paper.workshop });
  return writePdf(pdf, { title: 'Unfallbericht · Accident statement', language: 'de' }, originOf(paper));
}

const both = ({ de, en }: LocalizedText) => (de === en ? de : `${de} · ${en}`);

function drawHead(sheet: Sheet, fonts: Fonts): void {
  const lines = [
    ...linesOf(fonts, 'Unfallbericht · Accident statement', sheetWidth, { font: 'bold', size: 17 }),
    ...linesOf(fonts, 'Angaben beider Beteiligten nach den Nummern 1 bis 15 des Europäischen Unfallberichts. Kein Schuldanerkenntnis: Beide halten fest, wer beteiligt war und was geschehen ist, damit der Schaden schneller geregelt wird.', sheetWidth, { size: 8, color: faint, gapBefore: 3 }),
    ...linesOf(fonts, 'Statements of both parties under the numbers 1 to 15 of the European Accident Statement. No admission of liability: both record who was involved and what happened, so that the claim is settled sooner.', sheetWidth, { size: 7, color: faint, gapBefore: 2 }),
  ];
  const { page, top } = sheet.room(heightOf(lines));
  drawLines(page, fonts, lines, edges.left, top);
  sheet.space(9);
}

const sharedRows = [[[1, 0.3], [2, 0.7]], [[3, 0.3], [4, 0.7]], [[5, 1]]] as const;
const inset = 6;

/** What both state, in cells side by side. */
function drawShared(sheet: Sheet, fonts: Fonts, { content }: AccidentPaper): void {
  for (const row of sharedRows) {
    const cells = row.map(([number, share]) => {
      const width = sheetWidth * share;
      return { number, width, lines: groupLines(fonts, content, 'shared', sharedFields.filter((known) => known.number === number), number, width - 2 * inset) };
    });
    const height = Math.max(...cells.map(({ lines }) => heightOf(lines))) + 9;
    const { page, top } = sheet.room(height);
    let x: number = edges.left;
    for (const { number, width, lines } of cells) {
      drawFrame(page, x, top - height, width, height);
      drawNumber(page, fonts, number, x + inset, top - 4);
      drawLines(page, fonts, lines, x + inset, top - 3);
      x += width;
    }
  }
  sheet.space(9);
}

/** A title beside its number, then label and value of each field; what was left empty stays visible as such. */
function groupLines(fonts: Fonts, content: AccidentContent, part: 'shared' | StatementSide, fields: readonly AccidentField[], number: number, width: number): Line[] {
  const title = numberTitles[number] ?? { de: '', en: '' };
  const only = fields.length === 1;
  return [
    ...linesOf(fonts, both(title), width, { font: 'bold', size: 8, indent: 19 }),
    ...fields.flatMap((known) => {
      const value = content[`${part}.${known.id}`];
      const words = value === undefined ? '–' : bilingual(known, value);
      return [
        ...(only ? [] : linesOf(fonts, both(known.label), width, { size: 6.3, color: faint, gapBefore: 2.2 })),
        ...linesOf(fonts, words, width, { size: 8.8, color: value === undefined ? faint : ink, gapBefore: only ? 3 : 0 }),
      ];
    }),
  ];
}

function bilingual(known: AccidentField, value: AccidentContent[string]): string {
  const [de, en] = [wordsOf(known, value, 'de') ?? '', wordsOf(known, value, 'en') ?? ''];
  return known.kind === 'yesNo' || known.kind === 'clock' ? `${de} · ${en}` : de;
}

const sideNumbers = [6, 7, 8, 9, 10, 11, 14] as const;

/** Two columns, each number of A beside that of B. */
function drawSides(sheet: Sheet, fonts: Fonts, { content }: AccidentPaper): void {
  drawSideHeads(sheet, fonts);
  for (const number of sideNumbers) {
    const fields = sideFields.filter((known) => known.number === number);
    const drawing = number === 10 ? 54 : 0;
    const columns = statementSides.map((side) => ({ side, lines: compactLines(fonts, content, side, fields, number, columnWidth - 2 * inset - drawing) }));
    const height = Math.max(...columns.map(({ lines }) => heightOf(lines)), drawing) + 8;
    const { page, top } = sheet.room(height);
    for (const { side, lines } of columns) {
      const x = columnX[side];
      drawFrame(page, x, top - height, columnWidth, height);
      page.drawRectangle({ x, y: top - height, width: 2.5, height, color: sideColors[side].bar });
      drawNumber(page, fonts, number, x + inset, top - 4);
      drawLines(page, fonts, lines, x + inset, top - 3);
      const impact = content[`${side}.impact`];
      if (number === 10) drawImpact(page, { x: x + columnWidth - drawing - 2, y: top - height + 3, width: drawing, height: height - 6 }, typeof impact === 'string' ? impact : null);
    }
  }
  sheet.space(9);
}

const labelShare = 0.41;

/** As `groupLines`, with the value beside its label: a side has many short fields. */
function compactLines(fonts: Fonts, content: AccidentContent, side: StatementSide, fields: readonly AccidentField[], number: number, width: number): Line[] {
  if (fields.length === 1) return groupLines(fonts, content, side, fields, number, width);
  const labelWidth = width * labelShare;
  const title = linesOf(fonts, both(numberTitles[number] ?? { de: '', en: '' }), width, { font: 'bold', size: 8, indent: 19 });
  return [
    ...title,
    ...fields.flatMap((known) => {
      const value = content[`${side}.${known.id}`];
      const label = [...linesOf(fonts, known.label.de, labelWidth - 4, { size: 7, color: faint }), ...linesOf(fonts, known.label.en, labelWidth - 4, { size: 5.6, color: faint })];
      const words = linesOf(fonts, value === undefined ? '–' : bilingual(known, value), width, { size: 8.8, color: value === undefined ? faint : ink, indent: labelWidth });
      return sideBySide(label, words);
    }),
  ];
}

/** Two stacks of lines that share their upper edge: the second is lifted back to where the first began. */
function sideBySide(label: Line[], words: Line[]): Line[] {
  const [labelHeight, wordsHeight] = [heightOf(label), heightOf(words)];
  const [firstLabel, ...labels] = label;
  const [firstWord, ...rest] = words;
  if (!firstLabel || !firstWord) return [...label, ...words];
  const lifted = [{ ...firstLabel, gapBefore: 2.4 }, ...labels, { ...firstWord, gapBefore: -labelHeight }, ...rest];
  const missing = labelHeight - wordsHeight;
  const last = lifted.at(-1);
  // What follows begins below the higher of the two.
  return missing > 0 && last ? [...lifted, { ...last, text: '', height: missing, gapBefore: 0 }] : lifted;
}

function drawSideHeads(sheet: Sheet, fonts: Fonts): void {
  const { page, top } = sheet.room(19);
  for (const side of statementSides) {
    const { bar, text } = sideColors[side];
    page.drawRectangle({ x: columnX[side], y: top - 19, width: columnWidth, height: 19, color: bar });
    fonts.write(page, `Fahrzeug ${side.toUpperCase()} · Vehicle ${side.toUpperCase()}`, { x: columnX[side] + 8, y: top - 13.4, font: 'bold', size: 10, color: text });
  }
}

/** The seventeen ticks between their two columns of boxes, and how many each ticked. */
function drawCircumstances(sheet: Sheet, fonts: Fonts, { content }: AccidentPaper): void {
  const ticked = (side: StatementSide) => (Array.isArray(content[`${side}.circumstances`]) ? (content[`${side}.circumstances`] as string[]) : []);
  const rowHeight = 11.3;
  const height = 20 + circumstances.length * rowHeight + 17;
  const { page, top } = sheet.room(height);
  drawFrame(page, edges.left, top - height, sheetWidth, height);
  drawNumber(page, fonts, 12, edges.left + inset + 34, top - 5);
  fonts.write(page, both(numberTitles[12] ?? { de: '', en: '' }), { x: edges.left + inset + 53, y: top - 13, font: 'bold', size: 8.5, color: ink });
  const boxX = { a: edges.left + 14, b: edges.right - 24 } as const;
  for (const side of statementSides) {
    page.drawRectangle({ x: boxX[side] - 5, y: top - 17, width: 20, height: 13, color: sideColors[side].bar });
    fonts.write(page, side.toUpperCase(), { x: boxX[side] + 2, y: top - 13.6, font: 'bold', size: 8.5, color: sideColors[side].text });
  }
  for (const [index, { id, label }] of circumstances.entries()) {
    const y = top - 22 - (index + 1) * rowHeight;
    for (const side of statementSides) drawBox(page, boxX[side], y + 1, ticked(side).includes(id));
    fonts.write(page, String(index + 1), { x: edges.left + 40, y: y + 2.8, font: 'bold', size: 7.5, color: faint });
    fonts.write(page, label.de, { x: edges.left + 58, y: y + 2.8, font: 'regular', size: 8.2, color: ink });
    const shift = Math.max(250, fonts.widthOf(label.de, 'regular', 8.2) + 8);
    fonts.write(page, label.en, { x: edges.left + 58 + Math.min(shift, 250), y: y + 2.8, font: 'regular', size: 6.6, color: faint });
    page.drawLine({ start: { x: edges.left + 36, y }, end: { x: edges.right - 36, y }, thickness: 0.3, color: line });
  }
  const foot = top - height + 5;
  for (const side of statementSides) fonts.write(page, String(ticked(side).length), { x: boxX[side] + 2.5, y: foot, font: 'bold', size: 9, color: ink });
  fonts.write(page, 'Anzahl der Kreuze · number of boxes ticked', { x: edges.left + 58, y: foot, font: 'regular', size: 7.5, color: faint });
  sheet.space(9);
}

function drawBox(page: Parameters<typeof drawFrame>[0], x: number, y: number, isTicked: boolean): void {
  page.drawRectangle({ x, y, width: 8.6, height: 8.6, borderColor: ink, borderWidth: 0.8 });
  if (!isTicked) return;
  page.drawLine({ start: { x: x + 1.6, y: y + 1.6 }, end: { x: x + 7, y: y + 7 }, thickness: 1.5, color: ink });
  page.drawLine({ start: { x: x + 1.6, y: y + 7 }, end: { x: x + 7, y: y + 1.6 }, thickness: 1.5, color: ink });
}

function drawSketchPart(sheet: Sheet, fonts: Fonts, { content }: AccidentPaper): void {
  const drawn = content['shared.sketch'];
  const sketch = typeof drawn === 'object' && !Array.isArray(drawn) ? drawn : null;
  const words = content['shared.sketchText'];
  // The words stand beside the drawing; alone they have the whole width.
  const width = 264;
  const beside = sketch ? width + 10 : 0;
  const lines = linesOf(fonts, typeof words === 'string' ? words : sketch ? '' : '–', sheetWidth - 2 * inset - beside, { size: 9 });
  const height = 19 + Math.max(sketch ? sketchHeight(width) : 0, heightOf(lines)) + 6;
  const { page, top } = sheet.room(Math.min(height, edges.top - edges.bottom));
  drawFrame(page, edges.left, top - height, sheetWidth, height);
  drawNumber(page, fonts, 13, edges.left + inset, top - 4);
  fonts.write(page, both(numberTitles[13] ?? { de: '', en: '' }), { x: edges.left + inset + 19, y: top - 12.5, font: 'bold', size: 8.5, color: ink });
  if (sketch) drawSketch(page, fonts, sketch, { x: edges.left + inset, y: top - 19 - sketchHeight(width), width });
  drawLines(page, fonts, lines, edges.left + inset + beside, top - 17);
  sheet.space(9);
}

function drawSignatures(sheet: Sheet, fonts: Fonts, { signatures, timeZone }: AccidentPaper): void {
  const height = 82;
  const { page, top } = sheet.room(height);
  for (const side of statementSides) {
    const x = columnX[side];
    drawFrame(page, x, top - height, columnWidth, height);
    page.drawRectangle({ x, y: top - height, width: 2.5, height, color: sideColors[side].bar });
    drawNumber(page, fonts, 15, x + inset, top - 4);
    fonts.write(page, `Unterschrift Fahrer ${side.toUpperCase()} · Signature of driver ${side.toUpperCase()}`, { x: x + inset + 19, y: top - 12.5, font: 'bold', size: 8, color: ink });
    const room = { x: x + 14, y: top - height + 5, width: columnWidth - 28, height: height - 24 };
    drawSignatureLine(page, fonts, room, '');
    const given = signatures.find((signature) => signature.side === side);
    if (given) drawSignature(page, fonts, room, given.signature, `${withinOurLine(given.name)}, ${shortInstant(given.signedAt, timeZone, 'de')}`);
  }
  sheet.space(9);
}

function drawEvidence(sheet: Sheet, fonts: Fonts, paper: AccidentPaper): void {
  const { signatures, factsSha256, timeZone, sealedAt, id } = paper;
  const small = { size: 6.5, color: faint, gapBefore: 1.2 };
  const lines = [
    ...linesOf(fonts, 'Nachweis · Evidence', sheetWidth, { font: 'bold', size: 8 }),
    ...linesOf(fonts, `Beide haben dieselben Angaben unterschrieben. · Both signed the very same facts. SHA-256: ${factsSha256}`, sheetWidth, small),
    ...signatures.flatMap(({ side, name, signature, signedAt, device }) => linesOf(fonts, [
      `${side.toUpperCase()}: ${withinOurLine(name)}`, exactInstant(signedAt, timeZone, 'de'), signature.method === 'drawn' ? 'gezeichnet · drawn' : 'Name getippt · name typed',
      device === side ? 'auf dem eigenen Gerät · on the own device' : `auf dem Gerät von ${otherSide(side).toUpperCase()} · on the device of ${otherSide(side).toUpperCase()}`,
    ].join(' · '), sheetWidth, small)),
    ...linesOf(fonts, `Versiegelt am · sealed on ${exactInstant(sealedAt, timeZone, 'de')}. Kennung · id ${id}`, sheetWidth, small),
    ...linesOf(fonts, 'Die Datei ist mit dem Zertifikat dieser Installation elektronisch versiegelt; ein PDF-Programm zeigt, ob danach etwas geändert wurde. Es ist keine qualifizierte elektronische Signatur. · Sealed electronically with this installation’s certificate; a PDF reader shows any later change. Not a qualified electronic signature.', sheetWidth, small),
  ];
  const { page, top } = sheet.room(heightOf(lines));
  drawLines(page, fonts, lines, edges.left, top);
}

function drawFeet(sheet: Sheet, fonts: Fonts, { workshop, id }: AccidentPaper): void {
  const y = edges.bottom - 20;
  for (const [index, page] of sheet.pages.entries()) {
    const number = `${index + 1} / ${sheet.pages.length}`;
    page.drawLine({ start: { x: edges.left, y: y + 11 }, end: { x: edges.right, y: y + 11 }, thickness: 0.5, color: line });
    fonts.write(page, `Unfallbericht ${id.slice(0, 8)} · ausgefüllt auf der Seite von ${workshop}, erstellt mit Meldewerk`.slice(0, 130), { x: edges.left, y, font: 'regular', size: 7, color: faint });
    fonts.write(page, number, { x: edges.right - fonts.widthOf(number, 'regular', 7), y, font: 'regular', size: 7, color: faint });
  }
}
