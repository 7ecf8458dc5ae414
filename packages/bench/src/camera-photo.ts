import sharp from 'sharp';

/** A JPEG as a phone writes it: twelve megapixels, about four megabytes, turned on its side by EXIF. */
export async function makeCameraPhoto(): Promise<Buffer> {
  const grain = await sharp({ create: { width: 2000, height: 1500, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 22 } } }).png({ compressionLevel: 1 }).toBuffer();
  return sharp(grain).resize(4000, 3000, { kernel: 'cubic' }).withMetadata({ orientation: 6 }).jpeg({ quality: 90 }).toBuffer();
}
