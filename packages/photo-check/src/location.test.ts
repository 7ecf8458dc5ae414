import ExifReader from 'exifreader';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { blankLocation, readLocation } from './location.ts';

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

test('a file made of nothing but beginnings keeps nobody longer than an honest one', () => {
  const unit = Buffer.from([0x49, 0x49, 0x2a, 0, 0x8c, 1, 0, 0]);
  const inXmp = (text: string) => Buffer.concat([Buffer.from('<x:xmpmeta '), Buffer.alloc(4_000_000, text), Buffer.from('</x:xmpmeta>')]);
  const hostile = [Buffer.alloc(4_000_000, unit), Buffer.alloc(4_000_000, 0x2a), ...['<x:xmpmeta ', '<exif:GPSLatitude>', '<exif:GPSa ', ' a:GPS="', ' a:GPS  ', '<a-a-a:GPS>', '<exif:GPSL></exif:GPSM>'].map(inXmp)];
  for (const file of hostile) {
    const begun = performance.now();
    blankLocation(new Uint8Array(file));
    // Minutes and days before it was bounded; a busy machine takes a fraction of this.
    expect(performance.now() - begun).toBeLessThan(2_000);
  }
});

test('the place is found in a large packet, after a packet without one, and where values are long', () => {
  const packet = (inner: string) => `<x:xmpmeta xmlns:x="adobe:ns:meta/">${inner}</x:xmpmeta>`;
  const created = `<Iptc4xmpExt:LocationCreated><rdf:Bag><rdf:li>${'Gasse '.repeat(200)}</rdf:li></rdf:Bag></Iptc4xmpExt:LocationCreated>`;
  const file = new Uint8Array(Buffer.from(`${packet('<dc:title>Golf</dc:title>')}${packet(`${'<crs:Tint>0</crs:Tint>'.repeat(10_000)}${created}<rdf:Description exif:GPSLatitude="33,51.4S"/>`)}`));
  expect(blankLocation(file)).toBe(true);
  expect(Buffer.from(file).toString('latin1')).not.toMatch(/Gasse|33,51/);
});
