import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { createDocuments } from '../src/create-documents.ts';
import type { Dossier, DossierPicture } from '../src/dossier.ts';
import { readJpegFrame } from '../src/jpeg-frame.ts';
import { makeSealKey, openSealKey } from '../src/seal-key.ts';
import { letterhead, signedAt } from './papers.ts';
import { faultsOf, hasPdfTools, pictureOf, textOf } from './pdf-tools.ts';

const documents = createDocuments({ processes: 1, sealKey: async () => openSealKey(await makeSealKey('werkstatt.example', signedAt)) });
afterAll(() => documents.close());

const sha256 = 'a1b2'.repeat(16);

async function photo(width: number, height: number): Promise<DossierPicture> {
  const jpeg = await sharp({ create: { width, height, channels: 3, background: '#27548a' } }).jpeg().toBuffer();
  const frame = readJpegFrame(jpeg);
  if (!frame) throw new Error('sharp writes JPEGs');
  return { title: 'Schaden aus der Nähe', display: { ...frame, byteSize: jpeg.byteLength, open: async () => Readable.from([jpeg.subarray(0, 100), jpeg.subarray(100)]) }, thumbnail: jpeg, missing: '', facts: [['Hochgeladen', '21.11.2026, 14:03:05'], ['SHA-256', sha256]] };
}

/** The whole file as it is sent, which is as long as was said. */
async function written(dossier: Dossier): Promise<Buffer> {
  const { byteSize, bytes } = await documents.dossier(dossier);
  const pdf = await buffer(bytes());
  expect(pdf.byteLength).toBe(byteSize);
  return pdf;
}

function dossierOf(sections: Dossier['sections']): Dossier {
  return { language: 'de', letterhead, title: 'Schadenakte SM-2026-000123', subtitle: 'KA-PA 777', footer: 'SM-2026-000123', sections };
}

test.runIf(hasPdfTools)('a dossier is accepted by qpdf, numbers its pages and shows each photo on the contact sheet and by itself', async () => {
  const pictures = [await photo(640, 480), await photo(300, 900), await photo(900, 300), { ...(await photo(10, 10)), display: null, thumbnail: null, missing: 'Das Foto wird noch verarbeitet.' }];
  const pdf = await written(dossierOf([{ title: 'Vorgang', parts: [{ kind: 'facts', facts: [['Name', 'Jürgen Größmann']] }] }, { title: 'Fotos', parts: [{ kind: 'pictures', pictures }] }]));
  expect(faultsOf(pdf)).toBe('');
  const text = textOf(pdf);
  const pages = text.split('\f').filter(Boolean).length;
  for (const told of ['Karosserie Größmann', 'Jürgen Größmann', sha256, `Seite ${pages} von ${pages}`, '4. Schaden aus der Nähe', 'Das Foto wird noch verarbeitet.']) expect(text).toContain(told);
  expect(text.match(/1\. Schaden aus der Nähe/g)).toHaveLength(2);
});

test.runIf(hasPdfTools)('letters of every script, half letters and texts longer than a page do not break it, and nothing runs off a page', async () => {
  const odd = ['محمد العربي', '李小龍', '日本語テキスト', 'Ольга Ψηφίο', '👩‍🔧🚗', 'नमस्ते', '\uD83D half', '\u0000\u202e reversed', 'a'.repeat(3_000)];
  const long = 'Beule an der Tür. '.repeat(600);
  const pdf = await written(dossierOf([
    { title: odd.join(' ').slice(0, 200), parts: [
      { kind: 'facts', facts: [...odd.map((text): [string, string] => [text.slice(0, 40), text]), ['Beschreibung', long]] },
      { kind: 'text', text: long },
      { kind: 'table', columns: [{ label: 'Was', share: 0.3 }, { label: 'Prüfsumme', share: 0.7, small: true }], rows: [...odd.map((text) => [text, sha256]), [long, long], ...Array.from({ length: 120 }, (_, index) => [`Zeile ${index}`, sha256])] },
    ] },
  ]));
  expect(faultsOf(pdf)).toBe('');
  const text = textOf(pdf);
  expect(text).toContain('Ольга Ψηφίο');
  expect(text).toContain('Zeile 119');
  expect(text.match(/Beule an der Tür\./g)?.length).toBeGreaterThan(1_700);
  // The heading of a table stands on every page it reaches.
  expect(text.match(/Was +Prüfsumme/g)?.length).toBeGreaterThan(3);
});

test('what is no photo at all takes only its own dossier down', async () => {
  const broken: DossierPicture = { ...(await photo(10, 10)), thumbnail: Buffer.from('no jpeg') };
  await expect(documents.dossier(dossierOf([{ title: 'Fotos', parts: [{ kind: 'pictures', pictures: [broken] }] }]))).rejects.toMatchObject({ problem: 'pdfUnreadable' });
  await expect(documents.dossier(dossierOf([]))).resolves.toMatchObject({ byteSize: expect.any(Number) });
});

test.runIf(hasPdfTools)('a large photo is seen in its place, in colour as in grey', async () => {
  const red = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#ff0000' } }).jpeg().toBuffer();
  const grey = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#404040' } }).toColourspace('b-w').jpeg().toBuffer();
  const pictures = [red, grey].map((jpeg): DossierPicture => ({ title: 'Foto', display: { ...readJpegFrame(jpeg)!, byteSize: jpeg.byteLength, open: async () => Readable.from([jpeg]) }, thumbnail: null, missing: '', facts: [] }));
  const seen = pictureOf(await written(dossierOf([{ title: 'Fotos', parts: [{ kind: 'pictures', pictures }] }])), 1);
  const second = pictureOf(await written(dossierOf([{ title: 'Fotos', parts: [{ kind: 'pictures', pictures }] }])), 2);
  const has = (picture: Buffer, [r, g, b]: [number, number, number]) => Array.from({ length: Math.floor((picture.length - 20) / 3) }, (_, index) => 20 + index * 3).some((at) => [0, 1, 2].some((shift) => Math.abs((picture[at + shift] ?? 0) - r) < 6 && Math.abs((picture[at + shift + 1] ?? 0) - g) < 6 && Math.abs((picture[at + shift + 2] ?? 0) - b) < 6));
  expect([has(seen, [254, 0, 0]), has(second, [64, 64, 64])]).toEqual([true, true]);
});
