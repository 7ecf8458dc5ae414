import { faint, readable } from './colors.ts';
import type { DossierBase, DossierPart, LaidOutDossier } from './dossier.ts';
import { contactSheetHeight, drawPictures, findSlots } from './draw-pictures.ts';
import { drawSides, firstRowHeight } from './draw-sides.ts';
import { drawTable } from './draw-table.ts';
import { drawFacts } from './draw-facts.ts';
import { styles } from './flow-text.ts';
import { openFonts } from './fonts.ts';
import type { JpegFrame } from './jpeg-frame.ts';
import { drawFooters, openFlow } from './page-flow.ts';
import { newPdf, originOf, writePdf } from './pdf-file.ts';

/** Sets a dossier: as many pages as it needs, each with its number, and an empty object for each large photo. */
export async function writeDossier(dossier: LaidOutDossier): Promise<DossierBase> {
  const pdf = newPdf();
  const fonts = openFonts(pdf);
  let slots = 0;
  const setup = { ...dossier, isSample: false };
  const flow = openFlow(pdf, fonts, setup);
  const heading = { ...styles.heading, size: 13, color: readable(dossier.letterhead.color) };
  flow.text(dossier.title, styles.title);
  flow.text(dossier.subtitle, { ...styles.paragraph, color: faint });

  for (const { title, parts } of dossier.sections) {
    flow.space(16);
    const [first] = parts;
    flow.keep(first?.kind === 'pictures' ? 26 + contactSheetHeight(first.pictures) : first?.kind === 'sides' ? Math.max(90, 26 + firstRowHeight(first.sides)) : 90);
    flow.text(title, heading);
    flow.space(4);
    for (const part of parts) writePart(part);
  }

  function writePart(part: DossierPart<JpegFrame>): void {
    if (part.kind === 'facts') drawFacts(flow, fonts, part.facts);
    else if (part.kind === 'sides') drawSides(flow, fonts, part.sides);
    else if (part.kind === 'table') drawTable(flow, fonts, part);
    else if (part.kind === 'pictures') drawPictures(pdf, flow, fonts, part.pictures, () => slots++);
    else if (part.kind === 'subheading') {
      flow.space(8);
      flow.keep(60);
      flow.text(part.text, { ...styles.heading, size: 10 });
      flow.space(2);
    } else {
      flow.space(4);
      flow.text(part.text, part.kind === 'note' ? styles.note : { ...styles.paragraph, size: 9 });
      flow.space(4);
    }
  }

  drawFooters(fonts, flow.pages, setup);
  const written = await writePdf(pdf, dossier, originOf(dossier.title, dossier.footer, flow.pages.length));
  return { pdf: written, photoObjects: findSlots(written, slots) };
}
