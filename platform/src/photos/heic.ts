import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import sharp, { type Sharp } from 'sharp';
import { photoLimits } from '@meldewerk/contract/photo';

type HeifImage = {
  get_width(): number;
  get_height(): number;
  is_primary(): boolean;
  display(target: { data: Uint8ClampedArray; width: number; height: number }, done: (filled: object | null) => void): void;
  free(): void;
};
type LibHeif = { HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] } };

let libheif: LibHeif | null = null;

/**
 * Decodes HEVC pictures, which sharp's prebuilt libvips leaves out, in WebAssembly. The pixels come back upright: the
 * container's own rotation is applied here, and EXIF orientation is void in HEIF.
 */
export async function decodeHeic(bytes: Uint8Array, colorProfile: Uint8Array | undefined): Promise<Sharp> {
  libheif ??= loadLibHeif();
  const images = new libheif.HeifDecoder().decode(bytes);
  try {
    const primary = images.find((image) => image.is_primary()) ?? images[0];
    if (!primary) throw new Error('no picture in the file');
    const raw = await pixelsOf(primary);
    return colorProfile ? await withProfile(raw, colorProfile) : raw;
  } finally {
    for (const image of images) image.free();
  }
}

function loadLibHeif(): LibHeif {
  const require = createRequire(import.meta.url);
  const wasmBinary = readFileSync(require.resolve('libheif-js/libheif-wasm/libheif.wasm'));
  const instantiate = require('libheif-js/libheif-wasm/libheif.js') as (options: { wasmBinary: Uint8Array }) => LibHeif;
  return instantiate({ wasmBinary });
}

async function pixelsOf(image: HeifImage): Promise<Sharp> {
  const width = image.get_width();
  const height = image.get_height();
  if (width * height > photoLimits.maxPixels) throw new Error('Input image exceeds pixel limit');
  const data = new Uint8ClampedArray(width * height * 4);
  const filled = await new Promise((resolve) => image.display({ data, width, height }, resolve));
  if (filled === null) throw new Error('the picture cannot be decoded');
  return sharp(data, { raw: { width, height, channels: 4 } });
}

/** Raw pixels cannot carry the profile they are in (iPhones: Display P3), so they pass through a JPEG that can. */
async function withProfile(raw: Sharp, profile: Uint8Array): Promise<Sharp> {
  const jpeg = await raw.resize({ width: 2048, height: 2048, fit: 'inside', withoutEnlargement: true }).removeAlpha().jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer();
  const header = Buffer.from('....ICC_PROFILE\0\x01\x01', 'latin1');
  header.writeUInt16BE(0xffe2, 0);
  header.writeUInt16BE(header.byteLength - 2 + profile.byteLength, 2);
  return sharp(Buffer.concat([jpeg.subarray(0, 2), header, profile, jpeg.subarray(2)]));
}
