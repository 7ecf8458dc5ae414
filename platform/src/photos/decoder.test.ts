import { readdirSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { createDecoder, PhotoRefused, type Decoder, type DecoderSettings } from './decoder.ts';
import { bomb, phoneSized, photographed, quadrants, turnedHeic } from '../../test/photos/pictures.ts';

const decoders: Decoder[] = [];
const newDecoder = (settings?: Partial<DecoderSettings>) => {
  const decoder = createDecoder(settings);
  decoders.push(decoder);
  return decoder;
};
const decoder = newDecoder({ processes: 2 });
afterAll(() => Promise.all(decoders.map((each) => each.close())));

test.each([1, 2, 3, 4, 5, 6, 7, 8])('a photo taken in orientation %i comes out upright', async (orientation) => {
  const made = await decoder.decode(await photographed(orientation), 'image/jpeg');
  expect({ width: made.width, height: made.height }).toEqual({ width: 320, height: 240 });
  expect(await cornersOf(made.display)).toEqual(['red', 'green', 'blue', 'white']);
  expect(await cornersOf(made.thumbnail)).toEqual(['red', 'green', 'blue', 'white']);
});

test.each(['jpeg', 'png', 'webp', 'avif'] as const)('%s becomes JPEG, without place, camera or any other metadata, and its capture time is kept', async (format) => {
  const original = await photographed(1, format);
  expect((await sharp(original).metadata()).exif).toBeDefined();
  const made = await decoder.decode(original, `image/${format}`);
  await expectBare(made.display);
  await expectBare(made.thumbnail);
  expect(made.capturedAt).toBe('2026-11-21T14:03:05+01:00');
});

test('HEIC is turned once, as its container says, and its EXIF does not come along', async () => {
  const made = await decoder.decode(turnedHeic(), 'image/heic');
  expect({ width: made.width, height: made.height }).toEqual({ width: 320, height: 240 });
  expect(await cornersOf(made.display)).toEqual(['red', 'green', 'blue', 'white']);
  await expectBare(made.display);
  expect(made.capturedAt).toBe('2026-11-21T14:03:05+01:00');
});

test('large pictures are fitted to 2048 and 400 pixels, small ones stay as they are', async () => {
  const made = await decoder.decode(await phoneSized(4032, 3024), 'image/jpeg');
  expect(await sharp(made.display).metadata()).toMatchObject({ width: 2048, height: 1536 });
  expect(await sharp(made.thumbnail).metadata()).toMatchObject({ width: 400, height: 300 });
  const small = await decoder.decode(await photographed(), 'image/jpeg');
  expect(await sharp(small.thumbnail).metadata()).toMatchObject({ width: 320, height: 240 });
});

test('wide-gamut, grey, CMYK and transparent pictures come out in sRGB', async () => {
  const p3 = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#808000' } }).withIccProfile('p3').jpeg().toBuffer();
  const cmyk = await quadrants().toColourspace('cmyk').jpeg().toBuffer();
  const clear = await sharp({ create: { width: 40, height: 40, channels: 4, background: '#00000000' } }).png().toBuffer();
  for (const [file, type] of [[p3, 'image/jpeg'], [cmyk, 'image/jpeg'], [clear, 'image/png'], [await quadrants().greyscale().jpeg().toBuffer(), 'image/jpeg']] as const) {
    const { display } = await decoder.decode(file, type);
    expect((await sharp(display).metadata()).space).toMatch(/^(srgb|b-w)$/);
  }
  expect(await cornersOf((await decoder.decode(clear, 'image/png')).display)).toEqual(['white', 'white', 'white', 'white']);
});

test('a phone’s harmless oddities (bytes behind the end) are no reason to refuse a photo', async () => {
  const made = await decoder.decode(Buffer.concat([await photographed(), Buffer.alloc(5_000, 7)]), 'image/jpeg');
  expect(made.width).toBe(320);
});

test.each(['jpeg', 'png', 'webp', 'avif'] as const)('a truncated %s is refused', async (format) => {
  const whole = format === 'jpeg' ? await phoneSized(800, 600) : await sharp(await phoneSized(320, 240)).toFormat(format).toBuffer();
  await expectRefused(decoder.decode(whole.subarray(0, whole.byteLength / 2), `image/${format}`), 'photoUnreadable');
});

test('a truncated HEIC and plain nonsense are refused', async () => {
  const heic = turnedHeic();
  await expectRefused(decoder.decode(heic.subarray(0, heic.byteLength - 400), 'image/heic'), 'photoUnreadable');
  await expectRefused(decoder.decode(Buffer.from('no picture at all'), 'image/jpeg'), 'photoUnreadable');
  await expectRefused(decoder.decode(Buffer.alloc(0), 'image/webp'), 'photoUnreadable');
});

test('a decompression bomb is refused for its size', async () => {
  const small = bomb(20_000, 20_000);
  expect(small.byteLength).toBeLessThan(100_000);
  await expectRefused(decoder.decode(small, 'image/png'), 'photoTooManyPixels');
});

test('a photo that takes too long is refused, and the next one is served', async () => {
  const impatient = newDecoder({ processes: 1, timeoutMs: 1 });
  await expectRefused(impatient.decode(await phoneSized(), 'image/jpeg'), 'photoUnreadable');
  await expectRefused(impatient.decode(await phoneSized(), 'image/jpeg'), 'photoUnreadable');
});

test.runIf(process.platform === 'linux')('a photo that swells its process is refused', async () => {
  const narrow = newDecoder({ processes: 1, memoryLimitBytes: 1 });
  await expectRefused(narrow.decode(await phoneSized(8_000, 6_000), 'image/jpeg'), 'photoUnreadable');
});

test.runIf(process.platform === 'linux')('a process killed mid-way costs nobody a photo', async () => {
  const robust = newDecoder({ processes: 1 });
  await robust.decode(await photographed(), 'image/jpeg');
  const large = await phoneSized();
  const underWay = robust.decode(large, 'image/jpeg');
  process.kill(newestDecoder(), 'SIGKILL');
  expect((await underWay).width).toBe(4032);
  expect((await robust.decode(await photographed(), 'image/jpeg')).width).toBe(320);
});

test('after closing, photos fail with an ordinary error and may be tried again elsewhere', async () => {
  const closing = newDecoder({ processes: 1 });
  const underWay = closing.decode(await phoneSized(), 'image/jpeg');
  const verdict = underWay.catch((error: unknown) => error);
  await closing.close();
  expect(await verdict).toBeInstanceOf(Error);
  expect(await verdict).not.toBeInstanceOf(PhotoRefused);
  await expect(closing.decode(await photographed(), 'image/jpeg')).rejects.toThrow('closed');
});

async function expectRefused(decoding: Promise<unknown>, problem: PhotoRefused['problem']) {
  const error = await decoding.then(() => null, (thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(PhotoRefused);
  expect((error as PhotoRefused).problem).toBe(problem);
}

async function expectBare(jpeg: Uint8Array) {
  const { format, exif, icc, iptc, xmp, orientation } = await sharp(jpeg).metadata();
  expect({ format, exif, icc, iptc, xmp, orientation }).toEqual({ format: 'jpeg' });
  expect(Buffer.from(jpeg).includes('Exif')).toBe(false);
  expect(Buffer.from(jpeg).includes('Testkamera')).toBe(false);
}

async function cornersOf(jpeg: Uint8Array): Promise<string[]> {
  const { data, info } = await sharp(jpeg).removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => {
    const [red = 0, green = 0, blue = 0] = data.subarray((y * info.width + x) * info.channels);
    if (red > 200 && green > 200 && blue > 200) return 'white';
    return red > 200 ? 'red' : green > 200 ? 'green' : blue > 200 ? 'blue' : `${red},${green},${blue}`;
  };
  const [right, bottom] = [info.width - 8, info.height - 8];
  return [at(8, 8), at(right, 8), at(8, bottom), at(right, bottom)];
}

function newestDecoder(): number {
  const pids = readdirSync('/proc/self/task')
    .flatMap((task) => readFileSync(`/proc/self/task/${task}/children`, 'utf8').trim().split(' '))
    .filter((pid) => pid !== '' && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('decoder-child'));
  return Math.max(...pids.map(Number));
}
