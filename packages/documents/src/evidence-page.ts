import type { PDF, PDFPage } from '@libpdf/core';
import type { Evidence, EvidenceOfSigner } from './documents.ts';
import { drawFacts, type Fact } from './draw-facts.ts';
import { styles } from './flow-text.ts';
import type { Fonts } from './fonts.ts';
import { exactInstant } from './instants.ts';
import { drawFooters, openFlow } from './page-flow.ts';
import { texts } from './texts.ts';

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
  drawFacts(flow, fonts, [
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
    drawFacts(flow, fonts, factsOf(signer, evidence));
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

/** Two lines of groups of eight can be compared by eye. */
function spaced(hash: string): string {
  return hash.replaceAll(/(.{8})(?=.)/g, '$1 ').replace(/^(.{35}) /, '$1\n');
}
