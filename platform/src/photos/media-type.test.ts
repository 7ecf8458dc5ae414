import { expect, test } from 'vitest';
import { photographed, turnedHeic } from '../../test/photos/pictures.ts';
import { sniffMediaType } from './media-type.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const isobmff = (major: string, ...compatible: string[]) => {
  const brands = [major, '\0\0\0\0', ...compatible].join('');
  return bytes(`\0\0\0${String.fromCharCode(8 + brands.length)}ftyp${brands}`);
};

test('every photo format we take is known by its content', async () => {
  expect(sniffMediaType(await photographed(1, 'jpeg'))).toBe('image/jpeg');
  expect(sniffMediaType(await photographed(1, 'png'))).toBe('image/png');
  expect(sniffMediaType(await photographed(1, 'webp'))).toBe('image/webp');
  expect(sniffMediaType(await photographed(1, 'avif'))).toBe('image/avif');
  expect(sniffMediaType(turnedHeic())).toBe('image/heic');
});

test('HEIF is told from AVIF and from film by its brands', () => {
  expect(sniffMediaType(isobmff('heix', 'mif1'))).toBe('image/heic');
  expect(sniffMediaType(isobmff('mif1', 'miaf', 'heic'))).toBe('image/heic');
  expect(sniffMediaType(isobmff('mif1', 'avif', 'miaf'))).toBe('image/avif');
  expect(sniffMediaType(isobmff('isom', 'mp42'))).toBeNull();
  expect(sniffMediaType(isobmff('qt  '))).toBeNull();
});

test.each([
  ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>'], ['HTML', '<!doctype html><script>alert(1)</script>'], ['PDF', '%PDF-1.7'],
  ['text', 'KA-PA 777'], ['GIF', 'GIF89a'], ['TIFF', 'II*\0'], ['ZIP', 'PK\x03\x04'], ['sound in RIFF', 'RIFF\0\0\0\0WAVE'], ['nothing', ''], ['one byte', '\xff'],
])('%s is no photo', (_name, content) => {
  expect(sniffMediaType(bytes(content))).toBeNull();
});
