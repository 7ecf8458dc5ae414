import sharp from 'sharp';
import type { PhotoFile } from '@meldewerk/testing/fill-widget';

type Taking = { name: string; takenAt?: string; turned?: boolean };

const gps = { GPSLatitudeRef: 'N', GPSLatitude: '49/1 0/1 2412/100', GPSLongitudeRef: 'E', GPSLongitude: '8/1 24/1 1260/100' };

/** A photo as a phone takes it: 12 megapixels, 3 to 6 MB, no two alike. `turned`: held upright, as phones store it (orientation 6), with the place it was taken at. */
export async function takePhonePhoto({ name, takenAt = '2026:01:20 14:03:05', turned = false }: Taking): Promise<PhotoFile> {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const grain = await sharp({ create: { width: 1008, height: 756, channels: 3, background: '#888888', noise } }).png({ compressionLevel: 1 }).toBuffer();
  const picture = sharp(grain)
    .resize(4032, 3024, { kernel: 'cubic', fit: 'fill' })
    .jpeg({ quality: 80 })
    .withExif({ IFD0: { Make: 'Testkamera' }, IFD2: { DateTimeOriginal: takenAt, OffsetTimeOriginal: '+01:00' }, ...(turned && { IFD3: gps }) });
  if (turned) picture.withMetadata({ orientation: 6 });
  return { name, mimeType: 'image/jpeg', buffer: await picture.toBuffer() };
}
