import type { PDF, PDFPage } from '@libpdf/core';
import { faint, ink, line } from './colors.ts';
import type { Evidence, EvidenceOfSigner } from './documents.ts';
import { styles } from './flow-text.ts';
import type { Fonts } from './fonts.ts';
import { exactInstant } from './instants.ts';
import { contentWidth, drawFooters, openFlow, type PageFlow } from './page-flow.ts';
import { texts } from './texts.ts';
import { wrapText } from './wrap-text.ts';

/** Who signed what, when, how and from where, as the last page of the file. */
export function addEvidencePage(pdf: PDF, fonts: Fonts, evidence: Evidence, pageCount: number): PDFPage[] {
  const { language, timeZone, letterhead } = evidence;
  const say = texts[language].evidence;
  const setup = { letterhead, language, footer: `${evidence.title} · ${evidence.reference}`, isSample: false };
  const flow = openFlow(pdf, fonts, setup);
  flow.text(say.title, styles.title);
  flow.space(4);
  flow.text(say.introduction, styles.paragraph);
  flow.space(10);
  writeFacts(flow, fonts, [
    [say.document, evidence.title],
    [say.version, String(evidence.version)],
    [say.reference, evidence.reference],
    [say.pages, String(pageCount)],
    [say.unsigned, spaced(evidence.unsignedSha256)],
    [say.sealedAt, exactInstant(evidence.sealedAt, timeZone, language)],
  ]);
  for (const [index, signer] of evidence.signers.entries()) {
    flow.space(12);
    flow.keep(130);
    flow.text(say.signature(index + 1), styles.heading);
    flow.space(3);
    writeFacts(flow, fonts, factsOf(signer, evidence));
  }
  flow.space(14);
  flow.keep(120);
  flow.text(say.sealTitle, styles.heading);
  flow.space(2);
  flow.text(say.seal, styles.note);
  flow.space(4);
  flow.text(say.hash, styles.note);
  drawFooters(fonts, flow.pages, setup);
  return flow.pages;
}

type Fact = [label: string, value: string];

function factsOf(signer: EvidenceOfSigner, { language, timeZone }: Evidence): Fact[] {
  const say = texts[language].evidence;
  return [
    [say.name, signer.name],
    [say.role, say.roles[signer.role]],
    [say.signedAt, exactInstant(signer.signedAt, timeZone, language)],
    [say.method, say.methods[signer.method]],
    [say.ip, signer.ip ?? say.unknown],
    [say.device, signer.userAgent ?? say.unknown],
  ];
}

const labelWidth = 150;
const size = 9;
const height = size * 1.4;

function writeFacts(flow: PageFlow, fonts: Fonts, facts: Fact[]): void {
  for (const [label, value] of facts) {
    const labels = wrapText(fonts, label, 'regular', size, labelWidth - 10);
    const values = wrapText(fonts, value, 'regular', size, contentWidth - labelWidth);
    const { page, box } = flow.block(Math.max(labels.length, values.length) * height + 7);
    const top = box.y + box.height - 4;
    for (const [index, shown] of labels.entries()) fonts.write(page, shown, { x: box.x, y: top - size - index * height, font: 'regular', size, color: faint });
    for (const [index, shown] of values.entries()) fonts.write(page, shown, { x: box.x + labelWidth, y: top - size - index * height, font: 'regular', size, color: ink });
    page.drawLine({ start: { x: box.x, y: box.y }, end: { x: box.x + box.width, y: box.y }, thickness: 0.4, color: line });
  }
}

/** Two lines of groups of eight can be compared by eye. */
function spaced(hash: string): string {
  return hash.replaceAll(/(.{8})(?=.)/g, '$1 ').replace(/^(.{35}) /, '$1\n');
}
