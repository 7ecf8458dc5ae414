import type { PhotoMediaType } from '@meldewerk/contract/photo';
import { expect, test } from 'vitest';
import { bomb, photographed, quadrants, turnedHeic } from '../../test/photos/pictures.ts';
import { sniffMediaType } from './media-type.ts';
import { readPixelSize } from './pixel-size.ts';

const sizeOf = (file: Uint8Array, mediaType: PhotoMediaType) =>
  readPixelSize(
    async (position, length) => {
      const part = file.subarray(position, position + length);
      return new DataView(part.buffer, part.byteOffset, part.byteLength);
    },
    mediaType,
    file.byteLength,
  );

test('the size of every format is read from its header', async () => {
  const files = [
    await photographed(1, 'jpeg'), await photographed(1, 'png'), await photographed(1, 'webp'), await photographed(1, 'avif'),
    await quadrants().webp().toBuffer(), await quadrants().webp({ lossless: true }).toBuffer(), await quadrants().jpeg({ progressive: true }).toBuffer(),
  ];
  for (const file of files) expect(await sizeOf(file, sniffMediaType(file)!)).toEqual({ width: 320, height: 240 });
  // As stored; the pixel count is what matters here.
  expect(await sizeOf(turnedHeic(), 'image/heic')).toEqual({ width: 240, height: 320 });
});

test('a bomb shows its size before anything is decoded', async () => {
  expect(await sizeOf(bomb(20_000, 20_000), 'image/png')).toEqual({ width: 20_000, height: 20_000 });
});

test('a file that ends inside its header has no size, wherever it ends', async () => {
  for (const format of ['jpeg', 'png', 'webp', 'avif'] as const) {
    const file = await photographed(1, format);
    for (let end = 0; end < 24; end += 1) expect(await sizeOf(file.subarray(0, end), sniffMediaType(file)!)).toBeNull();
  }
  expect(await sizeOf(turnedHeic().subarray(0, 60), 'image/heic')).toBeNull();
});

test('headers that lead in circles or nowhere end the search', async () => {
  expect(await sizeOf(Buffer.concat([Buffer.from('ffd8', 'hex'), Buffer.alloc(100_000, 0xff)]), 'image/jpeg')).toBeNull();
  expect(await sizeOf(Buffer.from(`ffd8${'ffe00000'.repeat(5_000)}`, 'hex'), 'image/jpeg')).toBeNull();
  expect(await sizeOf(Buffer.alloc(1_000), 'image/heic')).toBeNull();
  expect(await sizeOf(bomb(1, 1).fill(0, 16, 24), 'image/png')).toBeNull();
});
