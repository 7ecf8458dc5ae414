import type { FormSigner } from '@meldewerk/contract/form';
import { placeOf } from './boxes.ts';
import type { ComposedForm, SignatureField } from './documents.ts';
import { styles, writeText } from './flow-text.ts';
import { openFonts, type Fonts } from './fonts.ts';
import { drawFooters, openFlow, type PageFlow } from './page-flow.ts';
import { newPdf, originOf, writePdf } from './pdf-file.ts';
import { drawSignatureLine } from './signature-place.ts';
import { texts } from './texts.ts';

export type Composed = { pdf: Uint8Array; pageCount: number; signatureFields: SignatureField[] };

/** Sets a text form on the workshop's paper. */
export async function composeForm(form: ComposedForm): Promise<Composed> {
  const pdf = newPdf();
  const fonts = openFonts(pdf);
  const flow = openFlow(pdf, fonts, form);
  const text = writeHead(flow, form);
  writeText(flow, form.letterhead, text, form.signers.length > 0 ? place.height + place.above : 0);
  const signatureFields = drawSignaturePlaces(flow, fonts, form);
  drawFooters(fonts, flow.pages, form);
  return { pdf: await writePdf(pdf, form, originOf({ ...form, letterhead: { ...form.letterhead, logo: null } }, form.letterhead.logo)), pageCount: flow.pages.length, signatureFields };
}

/** Title, and on a sample what it is: in the words it begins with itself, or in ours. Returns the text that is left to write. */
export function writeHead(flow: PageFlow, { title, text, isSample, language }: Pick<ComposedForm, 'title' | 'text' | 'isSample' | 'language'>): string {
  flow.text(title, styles.title);
  flow.space(isSample ? 2 : 10);
  if (!isSample) return text;
  const own = texts[language].sampleBegins.test(text) ? (text.split(/\r?\n/, 1)[0] ?? '') : '';
  flow.text(own || texts[language].sampleNote, styles.sample);
  flow.space(10);
  return text.slice(own.length);
}

const place = { width: 220, height: 74, gap: 31, above: 8 };

/** Side by side below the text. */
function drawSignaturePlaces(flow: PageFlow, fonts: Fonts, { signers, language }: ComposedForm): SignatureField[] {
  if (signers.length === 0) return [];
  flow.space(place.above);
  const { page, number, box } = flow.block(place.height);
  return signers.slice(0, 2).map((signer: FormSigner, index) => {
    const label = texts[language].signatureOf[signer];
    const room = { x: box.x + index * (place.width + place.gap), y: box.y, width: place.width, height: place.height };
    drawSignatureLine(page, fonts, room, label);
    return { ...placeOf(page, number, room), signer, label };
  });
}
