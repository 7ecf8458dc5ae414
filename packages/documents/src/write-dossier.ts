import { faint, readable } from './colors.ts';
import type { Dossier, DossierPart } from './dossier.ts';
import { drawPictures } from './draw-pictures.ts';
import { drawTable } from './draw-table.ts';
import { drawFacts } from './draw-facts.ts';
import { styles } from './flow-text.ts';
import { openFonts } from './fonts.ts';
import { drawFooters, openFlow } from './page-flow.ts';
import { newPdf, originOf, writePdf } from './pdf-file.ts';

/** Sets a dossier: as many pages as it needs, each with its number. */
export async function writeDossier(dossier: Dossier): Promise<Uint8Array> {
  const pdf = newPdf();
  const fonts = openFonts(pdf);
  const setup = { ...dossier, isSample: false };
  const flow = openFlow(pdf, fonts, setup);
  const heading = { ...styles.heading, size: 13, color: readable(dossier.letterhead.color) };
  flow.text(dossier.title, styles.title);
  flow.text(dossier.subtitle, { ...styles.paragraph, color: faint });

  for (const { title, parts } of dossier.sections) {
    flow.space(16);
    flow.keep(90);
    flow.text(title, heading);
    flow.space(4);
    for (const part of parts) writePart(part);
  }

  function writePart(part: DossierPart): void {
    if (part.kind === 'facts') drawFacts(flow, fonts, part.facts);
    else if (part.kind === 'table') drawTable(flow, fonts, part);
    else if (part.kind === 'pictures') drawPictures(pdf, flow, fonts, part.pictures);
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
  return writePdf(pdf, dossier, originOf(dossier.title, dossier.footer, flow.pages.length));
}
