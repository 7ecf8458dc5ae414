import ExifReader from 'exifreader';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { blankLocation, blankLocationInPieces, readLocation } from './location.ts';

const place = { GPSLatitudeRef: 'S', GPSLatitude: '33/1 51/1 2400/100', GPSLongitudeRef: 'E', GPSLongitude: '151/1 12/1 4000/100' };
const xmp = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreatorTool="Kamera" exif:GPSLatitude="33,51.4S"><exif:GPSLongitude>151,12.6E</exif:GPSLongitude></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

async function taken(format: 'jpeg' | 'png' | 'webp' | 'avif'): Promise<Uint8Array> {
  const picture = sharp({ create: { width: 64, height: 48, channels: 3, background: '#36c' } });
  const file = await picture.withExif({ IFD0: { Make: 'Kamera', Orientation: '6' }, IFD2: { DateTimeOriginal: '2026:11:20 10:00:00' }, IFD3: place }).withXmp(xmp).toFormat(format).toBuffer();
  return new Uint8Array(file);
}

test.each(['jpeg', 'png', 'webp', 'avif'] as const)('of a %s file the place goes; time, turn and every pixel stay', async (format) => {
  const file = await taken(format);
  const before = await sharp(file).raw().toBuffer();
  expect(readLocation(file)).toEqual({ latitude: -33.856667, longitude: 151.211111 });
  const size = file.length;
  expect(blankLocation(file)).toBe(true);
  expect(file.length).toBe(size);
  expect(readLocation(file)).toBeNull();
  const text = Buffer.from(file).toString('latin1');
  expect(text).not.toMatch(/GPSL|151,12|33,51/);
  const tags = ExifReader.load(file.buffer as ArrayBuffer, { expanded: true });
  expect(tags.gps?.Latitude).toBeUndefined();
  expect(Object.keys(tags.exif ?? {}).filter((name) => name.startsWith('GPSL'))).toEqual([]);
  expect(tags.exif?.['DateTimeOriginal']?.description).toBe('2026:11:20 10:00:00');
  expect(tags.exif?.['Make']?.description).toBe('Kamera');
  expect(await sharp(file).raw().toBuffer()).toEqual(before);
  expect(blankLocation(file)).toBe(false);
});

test('a photo without a place, and bytes that are no photo, stay as they are', async () => {
  const plain = new Uint8Array(await sharp({ create: { width: 64, height: 48, channels: 3, background: '#36c' } }).jpeg().toBuffer());
  const noise = Uint8Array.from({ length: 200_000 }, (_, at) => (at * at * 31 + at * 7) % 256);
  // A structure that points nowhere.
  noise.set([0x49, 0x49, 0x2a, 0, 0xff, 0xff, 0xff, 0xff], 1000);
  noise.set([0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8], noise.length - 8);
  for (const file of [plain, noise, new Uint8Array()]) {
    const before = file.slice();
    expect(blankLocation(file)).toBe(false);
    expect(file).toEqual(before);
    expect(readLocation(file)).toBeNull();
  }
});

/** A photo that states its place in EXIF alone. */
async function takenPlainly(): Promise<Buffer> {
  return sharp({ create: { width: 64, height: 48, channels: 3, background: '#36c' } }).withExif({ IFD3: place }).jpeg().toBuffer();
}

test.each([
  ['a million beginnings', Buffer.alloc(1_000_000, 0x2a)],
  ['directories of twenty thousand entries', Buffer.alloc(8_000, Buffer.from([0x49, 0x49, 0x2a, 0, 0x8c, 1, 0, 0]))],
])('a file made of nothing but beginnings keeps nobody: after %s what follows stays as it is', async (_, hostile) => {
  const photo = await takenPlainly();
  expect(blankLocation(Buffer.concat([hostile.subarray(0, hostile.length / 20), photo]))).toBe(true);
  const file = Buffer.concat([hostile, photo]);
  expect(blankLocation(file)).toBe(false);
  expect(file.equals(Buffer.concat([hostile, photo]))).toBe(true);
});

const inXmp = (text: string) => Buffer.from(`<x:xmpmeta ${text}</x:xmpmeta>`);
const said = '<exif:GPSLatitude>33,51.4S</exif:GPSLatitude>';

// No bound, no end: each of these makes every place in the text the beginning of a search through all of it.
test.each([
  ['of a packet half a megabyte', (length: number) => `${'<x:xmpmeta '.repeat(length / 11)}${said}`, 512 * 1024],
  ['of a field’s value 2000 letters', (length: number) => `<exif:GPSLatitude>${'1'.repeat(length)}</exif:GPSLatitude>`, 2_000],
  ['of a field’s own attributes 300 letters', (length: number) => `<exif:GPSLatitude ${'1'.repeat(length)}/>`, 300],
  ['of an attribute’s value 600 letters', (length: number) => `<a exif:GPSLatitude="${'1'.repeat(length)}"/>`, 600],
  ['before an attribute’s value nine blanks', (length: number) => `<a exif:GPSLatitude=${' '.repeat(length)}"1"/>`, 9],
])('only %s are looked at', (_, textOf, most) => {
  expect(blankLocation(inXmp(textOf(most > 100 ? most - 100 : most)))).toBe(true);
  const file = inXmp(textOf(most + 100));
  expect(blankLocation(file)).toBe(false);
  expect(file.equals(inXmp(textOf(most + 100)))).toBe(true);
});

test('whoever has to answer in between can rest, however a file begins', () => {
  const rests = (file: Uint8Array) => [...blankLocationInPieces(file)].length;
  expect(rests(Buffer.alloc(1_000_000, 0x2a))).toBeGreaterThanOrEqual(1_000);
  expect(rests(Buffer.alloc(1_000_000, '<'))).toBeGreaterThanOrEqual(1_000);
});

test('the place is found in a large packet, after a packet without one, and where values are long', () => {
  const packet = (inner: string) => `<x:xmpmeta xmlns:x="adobe:ns:meta/">${inner}</x:xmpmeta>`;
  const created = `<Iptc4xmpExt:LocationCreated><rdf:Bag><rdf:li>${'Gasse '.repeat(200)}</rdf:li></rdf:Bag></Iptc4xmpExt:LocationCreated>`;
  const file = new Uint8Array(Buffer.from(`${packet('<dc:title>Golf</dc:title>')}${packet(`${'<crs:Tint>0</crs:Tint>'.repeat(10_000)}${created}<rdf:Description exif:GPSLatitude="33,51.4S"/>`)}`));
  expect(blankLocation(file)).toBe(true);
  expect(Buffer.from(file).toString('latin1')).not.toMatch(/Gasse|33,51/);
});
