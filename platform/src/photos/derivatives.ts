import { photoLimits, type PhotoMediaType } from '@meldewerk/contract/photo';
import sharp, { type Sharp } from 'sharp';
import { readCaptureTime } from './capture-time.ts';
import { decodeHeic } from './heic.ts';

/** Longest edges in pixels; smaller pictures keep their size. */
export const derivativeSizes = { display: 2048, thumbnail: 400 } as const;
/** Plain baseline JPEG: mozjpeg or WebP would halve the throughput. */
export const jpegQuality = 80;

/** Two JPEGs, and the upright size of the original. */
export type Derivatives = { display: Uint8Array; thumbnail: Uint8Array; width: number; height: number; capturedAt: string | null };

// Warnings are harmless oddities of phone cameras; errors and truncation are not.
const inputLimits = { limitInputPixels: photoLimits.maxPixels, failOn: 'error' } as const;

/** Makes both derivatives upright, in sRGB and without metadata. Runs in the decoder's own process only. */
export async function makeDerivatives(bytes: Uint8Array, mediaType: PhotoMediaType): Promise<Derivatives> {
  const original = sharp(bytes, inputLimits);
  const header = await original.metadata();
  const picture = mediaType === 'image/heic' ? await decodeHeic(bytes, header.icc) : original.autoOrient();
  const display = await fitted(picture, derivativeSizes.display).flatten({ background: '#ffffff' }).jpeg({ quality: jpegQuality }).toBuffer();
  const thumbnail = await fitted(sharp(display), derivativeSizes.thumbnail).jpeg({ quality: jpegQuality }).toBuffer();
  const { width, height } = mediaType === 'image/heic' ? header : header.autoOrient;
  return { display, thumbnail, width, height, capturedAt: header.exif ? readCaptureTime(header.exif) : null };
}

function fitted(picture: Sharp, edge: number): Sharp {
  return picture.resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true });
}
