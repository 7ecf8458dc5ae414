import sharp from 'sharp';
import { expect, test } from 'vitest';
import { photographed } from '../../test/photos/pictures.ts';
import { readCaptureTime } from './capture-time.ts';

async function exifWith(fields: Record<string, string>): Promise<Buffer> {
  const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#000000' } }).withExif({ IFD2: fields }).jpeg().toBuffer();
  return (await sharp(picture).metadata()).exif!;
}

test('the time is the camera’s wall time, with its offset when the file names one', async () => {
  expect(readCaptureTime((await sharp(await photographed()).metadata()).exif!)).toBe('2026-11-21T14:03:05+01:00');
  expect(readCaptureTime(await exifWith({ DateTimeOriginal: '2026:11:21 14:03:05' }))).toBe('2026-11-21T14:03:05');
  expect(readCaptureTime(await exifWith({ DateTimeDigitized: '2026:11:21 14:03:05' }))).toBe('2026-11-21T14:03:05');
});

test.each(['0000:00:00 00:00:00', '2026:02:30 10:00:00', '2026:11:21 25:00:00', '1970:01:01 00:00:00', '    :  :     :  :  ', 'gestern'])(
  'a time that cannot be is none: %s',
  async (text) => expect(readCaptureTime(await exifWith({ DateTimeOriginal: text }))).toBeNull(),
);

test('an impossible offset is left away', async () => {
  expect(readCaptureTime(await exifWith({ DateTimeOriginal: '2026:11:21 14:03:05', OffsetTimeOriginal: '+99:99' }))).toBe('2026-11-21T14:03:05');
});

test('a damaged block costs the time and nothing else', async () => {
  const exif = await exifWith({ DateTimeOriginal: '2026:11:21 14:03:05' });
  for (let end = 0; end < exif.byteLength; end += 7) expect(() => readCaptureTime(exif.subarray(0, end))).not.toThrow();
  expect(readCaptureTime(Buffer.alloc(64, 0xff))).toBeNull();
});
