import { expect, test } from 'vitest';
import { withCaptureTime } from './capture-time.ts';

const takenAt = new Date(2026, 10, 22, 6, 5, 9);
const bytesOf = async (picture: Blob) => Buffer.from(await picture.arrayBuffer());
const jpeg = (...rest: number[]) => new Blob([Uint8Array.from([0xff, 0xd8, ...rest])], { type: 'image/jpeg' });

test('a picture that says nothing of its time says it afterwards, with the offset of the device', async () => {
  const dated = await bytesOf(await withCaptureTime(jpeg(0xff, 0xdb, 0, 3, 7), takenAt));
  expect(dated.subarray(0, 4)).toEqual(Buffer.from([0xff, 0xd8, 0xff, 0xe1]));
  const length = dated.readUInt16BE(4);
  const segment = dated.subarray(6, 4 + length).toString('latin1');
  expect(segment).toMatch(/^Exif\0\0MM\0\*/);
  expect(segment).toMatch(/2026:11:22 06:05:09\0[+-]\d\d:\d\d\0$/);
  expect(dated.subarray(4 + length), 'the picture itself is untouched').toEqual(Buffer.from([0xff, 0xdb, 0, 3, 7]));
});

test('what a camera wrote itself stays, and so do other kinds of picture', async () => {
  const own = jpeg(0xff, 0xe1, 0, 8, ...Buffer.from('Exif\0\0'));
  expect(await withCaptureTime(own, takenAt)).toBe(own);
  const png = new Blob([new Uint8Array([0x89, 0x50])], { type: 'image/png' });
  expect(await withCaptureTime(png, takenAt)).toBe(png);
});
