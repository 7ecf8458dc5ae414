import { expect, test } from 'vitest';
import { sniffMediaType } from './sniff-media-type.ts';

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

test.each([
  ['a JPEG', '\xff\xd8\xff\xe0\0\x10JFIF', 'image/jpeg'],
  ['a PNG', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'image/png'],
  ['a WebP', 'RIFF\x24\0\0\0WEBPVP8 ', 'image/webp'],
  ['an iPhone’s HEIC', '\0\0\0\x24ftypheic\0\0\0\0mif1heic', 'image/heic'],
  ['a HEIF that names its brand second', '\0\0\0\x18ftypmif1\0\0\0\0mif1heic', 'image/heic'],
  ['an AVIF', '\0\0\0\x1cftypavif\0\0\0\0avifmif1', 'image/avif'],
  ['an AVIF that names its brand second', '\0\0\0\x1cftypmif1\0\0\0\0mif1avif', 'image/avif'],
  ['a video', '\0\0\0\x18ftypmp42\0\0\0\0isommp42', null],
  ['a PDF', '%PDF-1.7', null],
  ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg">', null],
  ['an empty file', '', null],
])('%s is judged by its content', (_name, start, mediaType) => {
  expect(sniffMediaType(bytes(start))).toBe(mediaType);
});
