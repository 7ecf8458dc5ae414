import { buffer } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { createDocuments } from '../src/create-documents.ts';
import { makeSealKey, openSealKey } from '../src/seal-key.ts';
import { inVisualOrder, withinOurLine } from '../src/visual-order.ts';
import { shapeLetters } from '../src/arabic-forms.ts';
import { letterhead, signedAt } from './papers.ts';
import { faultsOf, hasPdfTools, textOf, unpacked } from './pdf-tools.ts';

const documents = createDocuments({ processes: 1, sealKey: async () => openSealKey(await makeSealKey('werkstatt.example', signedAt)) });
afterAll(() => documents.close());

const dossierOf = async (facts: [string, string][]) => buffer((await documents.dossier({ language: 'de', letterhead, title: 'Schadenakte', subtitle: 'KA-PA 777', footer: 'SM', sections: [{ title: 'Angaben', parts: [{ kind: 'facts', facts }] }] })).bytes());
const codes = (shaped: { letter: string }[]) => shaped.map(({ letter }) => letter.codePointAt(0)?.toString(16)).join(' ');

test('each letter takes the shape its neighbours ask for: meem first, haa and meem between, dal at the end', () => {
  expect(codes(shapeLetters('محمد'))).toBe('fee3 fea4 fee4 feaa');
  // Dal joins nothing after it, a space separates, and lam with alef is one letter.
  expect(codes(shapeLetters('دار لا'))).toBe('fea9 fe8d fead 20 fefb');
  expect(codes(shapeLetters('سلام'))).toBe('feb3 fefc fee1');
  expect(shapeLetters('حدّاد')[1]?.marks).toBe('\u0651');
  // Persian letters, and a tatweel between.
  expect(codes(shapeLetters('پژ'))).toBe('fb58 fb8b');
  expect(codes(shapeLetters('بـب'))).toBe('fe91 640 fe90');
});

test('a line stands as it is read: Arabic from the right, numbers and Latin words within from the left, brackets turned', () => {
  const shown = (line: string) => inVisualOrder(line).map(({ letter }) => letter.normalize('NFKC')).join('');
  expect(shown('باب VW 12')).toBe(`VW 12 ${[...'باب'].toReversed().join('')}`);
  expect(shown('(باب)')).toBe(`(${[...'باب'].toReversed().join('')})`);
  expect(shown('Tür: باب')).toBe(`Tür: ${[...'باب'].toReversed().join('')}`);
  expect(shown(`${withinOurLine('باب')}, 22.11.2026, 11:19`).replaceAll('\u200e', ''), 'who signed, and when').toBe(`${[...'باب'].toReversed().join('')}, 22.11.2026, 11:19`);
});

test.runIf(hasPdfTools)('Arabic stands in a PDF joined and to be copied, marks and Latin words among it, and adds little to the file', async () => {
  const told = 'وجدت الباب الخلفي الأيسر مضغوطاً وعليه خدش طويل';
  const arabic = await dossierOf([['Was ist passiert?', told], ['Ort', 'موقف Durlacher Allee، الصف 2'], ['Name', 'سامر الحدّاد']]);
  const latin = await dossierOf([['Was ist passiert?', 'Die Tür hinten links ist eingedrückt'], ['Ort', 'Durlacher Allee'], ['Name', 'Samer']]);
  expect(faultsOf(arabic)).toBe('');
  const text = textOf(arabic).normalize('NFKC').replaceAll(/[\u200e\u200f\u202a-\u202e]/g, '');
  expect(text).not.toContain('□');
  for (const word of ['وجدت', 'الباب', 'سامر', 'Durlacher Allee']) expect(text).toContain(word);
  expect(unpacked(arabic)).toMatch(/[A-Z]{6}\+NotoNaskhArabic/);
  expect(arabic.byteLength - latin.byteLength).toBeLessThan(40_000);
});
