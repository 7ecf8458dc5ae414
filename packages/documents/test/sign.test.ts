import { createHash, X509Certificate } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { createDocuments } from '../src/create-documents.ts';
import type { FilledField } from '../src/documents.ts';
import { makeSealKey, openSealKey } from '../src/seal-key.ts';
import { contentBomb, onePage } from './evil-pdfs.ts';
import { drawnIn, evidenceFor, letterhead, repairContract, signedAt, typedIn } from './papers.ts';
import { faultsOf, hasPdfTools, pictureOf, readSeal, textOf } from './pdf-tools.ts';

const documents = createDocuments({ processes: 1, sealKey: async () => openSealKey(await makeSealKey('werkstatt.example', signedAt)) });
afterAll(() => documents.close());

async function signedContract() {
  const { pdf, signatureFields } = await documents.compose(repairContract);
  const [customer, workshop] = signatureFields;
  if (!customer || !workshop) throw new Error('both sign');
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  const signed = await documents.sign({ pdf, signatures: [drawnIn(customer), typedIn(workshop)], evidence: evidenceFor(sha256) });
  return { pdf, sha256, signed };
}

test.runIf(hasPdfTools)('a signed form is accepted by qpdf and, whole as it is, by a PDF reader, with the time it was signed', async () => {
  const { signed } = await signedContract();
  expect(faultsOf(signed)).toBe('');
  const verdict = readSeal(signed);
  expect(verdict).toMatchObject({ valid: true, wholeFile: true });
  expect(verdict.text).toContain('CN=werkstatt.example');
  expect(verdict.text).toMatch(/Signing Time: Nov 21 2026/);
});

test.runIf(hasPdfTools)('a single changed byte shows, wherever it is', async () => {
  const { signed } = await signedContract();
  for (const at of [20, 2_000, signed.length - 500]) {
    const changed = signed.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(readSeal(changed).valid, `byte ${at}`).toBe(false);
  }
});

test.runIf(hasPdfTools)('what is appended to a sealed file shows', async () => {
  const { signed } = await signedContract();
  expect(readSeal(Buffer.concat([signed, Buffer.from('\n% more\n%%EOF\n')])).wholeFile).toBe(false);
});

test.runIf(hasPdfTools)('the evidence page says who signed what, when, how, from where, and what the file was before', async () => {
  const { signed, sha256 } = await signedContract();
  const text = textOf(signed);
  for (const told of ['Nachweis der elektronischen Unterschrift', 'Jürgen Größmann', 'SM-2026-000123', '21.11.2026, 14:03:05 UTC+01:00 (2026-11-21 13:03:05 UTC)', 'auf dem Bildschirm gezeichnet', '2001:db8::1', 'Mozilla/5.0 (iPhone)']) expect(text).toContain(told);
  expect(text.replaceAll(/\s/g, '')).toContain(sha256);
});

test.runIf(hasPdfTools)('signatures are seen in their places', async () => {
  const { pdf, signed } = await signedContract();
  expect(pictureOf(signed).equals(pictureOf(pdf))).toBe(false);
  expect(textOf(signed)).toMatch(/Petra Müller, 21\.11\.2026, 14:03/);
});

test('a text form is the same bytes every time, and its letters are those of all of Europe', async () => {
  const [first, second] = [await documents.compose(repairContract), await documents.compose(repairContract)];
  expect(Buffer.from(first.pdf).equals(second.pdf)).toBe(true);
  expect(first.signatureFields.map(({ signer }) => signer)).toEqual(['customer', 'workshop']);
  if (!hasPdfTools) return;
  for (const word of ['Größmann', 'Äußere', '1.234,56 €', 'Łukasz', 'Żółw', 'Ağaoğlu', 'Жанна']) expect(textOf(first.pdf)).toContain(word);
});

test.runIf(hasPdfTools)('nobody signs a page without text, however the text before it falls', async () => {
  for (let words = 300; words <= 420; words += 15) {
    // Place and date below a text are not what is signed.
    const text = `${'Reparatur '.repeat(words - 40)}\n\n# Zum Schluss\n${'Reparatur '.repeat(40)}${words % 2 ? '\n\nStuttgart, 22.11.2026' : ''}`;
    const { pdf, pageCount, signatureFields } = await documents.compose({ ...repairContract, text });
    const pages = textOf(pdf).split('\f');
    expect([words, signatureFields[0]?.page, (pages[pageCount - 1]?.match(/Reparatur /g) ?? []).length > 3]).toEqual([words, pageCount, true]);
  }
});

test.runIf(hasPdfTools)('a sample says once that it is one, in its own words where it has some', async () => {
  const read = async (text: string) => textOf((await documents.compose({ ...repairContract, isSample: true, text })).pdf).match(/Muster\b.*/g);
  expect(await read('Muster – vor Gebrauch prüfen und anpassen\n\nIch beauftrage.')).toEqual(['Muster – vor Gebrauch prüfen und anpassen']);
  expect(await read('(Mustertext: zu ersetzen.)\n\nIhr Recht.')).toEqual(null);
  expect(await read('Ich beauftrage.')).toEqual([expect.stringMatching(/^Muster: vor der Verwendung/)]);
});

test('signing what is typed with letters no font has is no reason to fail', async () => {
  const { pdf, signatureFields } = await documents.compose({ ...repairContract, text: 'شركة 株式会社 😀' });
  const [customer] = signatureFields;
  if (!customer) throw new Error('the customer signs');
  const odd = { ...typedIn(customer), name: 'محمد', signature: { method: 'typed', typedName: '张伟 😀' } } as const;
  expect((await documents.sign({ pdf, signatures: [odd], evidence: evidenceFor('0'.repeat(64)) })).length).toBeGreaterThan(10_000);
});

const field = (value: FilledField['value'], more: Partial<FilledField> = {}): FilledField => ({ page: 1, x: 0.1, y: 0.2, width: 0.3, height: 0.03, type: 'text', label: 'Name', value, ...more });

test.runIf(hasPdfTools)('a long value shrinks into its field and is not cut', async () => {
  const { cleaned } = await documents.inspect(onePage({ page: '/Rotate 90' }));
  const long = 'Rechtsschutzversicherungsgesellschaften Donaudampfschifffahrtsgesellschaft mit sehr langem Namen und Sitz in Villingen-Schwenningen, Abteilung Kraftfahrt-Schaden Süd';
  const filled = await documents.fill(cleaned, [field(long), field('kurz', { y: 0.4 })]);
  expect(textOf(filled).replaceAll(/\s+/g, ' ')).toContain('kurz');
  for (const word of long.split(' ')) expect(textOf(filled)).toContain(word);
  expect(faultsOf(filled)).toBe('');
});

test.runIf(hasPdfTools)('a field nobody filled and an empty box leave the page as it is; a ticked box and a signature line are seen', async () => {
  const { cleaned } = await documents.inspect(onePage());
  const before = pictureOf(cleaned);
  expect(pictureOf(await documents.fill(cleaned, [field(null), field(false, { type: 'checkbox' })])).equals(before)).toBe(true);
  expect(pictureOf(await documents.fill(cleaned, [field(true, { type: 'checkbox' })])).equals(before)).toBe(false);
  const withLine = await documents.fill(cleaned, [field(null, { type: 'signature', label: 'Unterschrift Halterin', height: 0.08 })]);
  expect(textOf(withLine)).toContain('Unterschrift Halterin');
});

test('the same values make the same file', async () => {
  const { cleaned } = await documents.inspect(onePage());
  const [first, second] = [await documents.fill(cleaned, [field('Jo')]), await documents.fill(cleaned, [field('Jo')])];
  expect(Buffer.from(first).equals(second)).toBe(true);
});

test.runIf(hasPdfTools)('a letter is sealed when it is to be, and plain otherwise', async () => {
  const letter = { language: 'en', letterhead, title: 'Notice', text: 'You may withdraw.', footer: '', isSample: true } as const;
  expect(readSeal(await documents.letter({ ...letter, sealedAt: signedAt }))).toMatchObject({ valid: true, wholeFile: true });
  const plain = await documents.letter({ ...letter, sealedAt: null });
  expect(readSeal(plain).text).not.toContain('Signature #1');
  expect(textOf(plain)).toMatch(/You may withdraw[^]*Page 1 of 1/);
});

test('the certificate names the installation, holds for years, and is for signing only', async () => {
  const certificate = new X509Certificate(await documents.sealCertificate());
  expect(certificate.subject).toContain('CN=werkstatt.example');
  expect(certificate.ca).toBe(false);
  expect(new Date(certificate.validTo).getUTCFullYear()).toBe(2046);
  expect(certificate.verify(certificate.publicKey)).toBe(true);
});

test.runIf(process.platform === 'linux')('an upload that takes its time keeps nobody from signing', async () => {
  const upload = documents.inspect(contentBomb(200_000_000)).catch(() => null);
  let isOver = false;
  void upload.then(() => (isOver = true));
  await signedContract();
  expect(isOver).toBe(false);
  await upload;
});
