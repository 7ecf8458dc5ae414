import { photoLimits, type PhotoMediaType } from '@meldewerk/contract/photo';
import type { RedactedArea } from '@meldewerk/contract/redaction';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { readCaptureTime } from './capture-time.ts';
import { decodeHeic } from './heic.ts';
import { redact } from './redact.ts';

/** Longest edges in pixels; smaller pictures keep their size. */
export const derivativeSizes = { display: 2048, thumbnail: 400 } as const;
/** Plain baseline JPEG: mozjpeg or WebP would halve the throughput. */
export const jpegQuality = 80;

export type Redacted = { whole: Uint8Array; display: Uint8Array; thumbnail: Uint8Array };

/** Two JPEGs, and the upright size of the original. */
export type Derivatives = { display: Uint8Array; thumbnail: Uint8Array; width: number; height: number; capturedAt: string | null };

// Warnings are harmless oddities of phone cameras; errors and truncation are not.
const inputLimits = { limitInputPixels: photoLimits.maxPixels, failOn: 'error' } as const;

/** Makes both derivatives upright, in sRGB and without metadata. Runs in the decoder's own process only. */
export async function makeDerivatives(bytes: Uint8Array, mediaType: PhotoMediaType): Promise<Derivatives> {
  const { picture, header } = await openUpright(bytes, mediaType);
  const display = await fitted(picture, derivativeSizes.display).flatten({ background: '#ffffff' }).jpeg({ quality: jpegQuality }).toBuffer();
  const thumbnail = await fitted(sharp(display), derivativeSizes.thumbnail).jpeg({ quality: jpegQuality }).toBuffer();
  const { width, height } = mediaType === 'image/heic' ? header : header.autoOrient;
  return { display, thumbnail, width, height, capturedAt: header.exif ? readCaptureTime(header.exif) : null };
}

/** The whole picture and both derivatives of it with areas that are covered for good, upright and without metadata. */
export async function makeRedacted(bytes: Uint8Array, mediaType: PhotoMediaType, areas: readonly RedactedArea[]): Promise<Redacted> {
  const { picture } = await openUpright(bytes, mediaType);
  const whole = await (await redact(picture, areas)).jpeg({ quality: 90 }).toBuffer();
  const display = await fitted(sharp(whole), derivativeSizes.display).jpeg({ quality: jpegQuality }).toBuffer();
  const thumbnail = await fitted(sharp(display), derivativeSizes.thumbnail).jpeg({ quality: jpegQuality }).toBuffer();
  return { whole, display, thumbnail };
}

async function openUpright(bytes: Uint8Array, mediaType: PhotoMediaType): Promise<{ picture: Sharp; header: Metadata }> {
  const original = sharp(bytes, inputLimits);
  const header = await original.metadata();
  return { picture: mediaType === 'image/heic' ? await decodeHeic(bytes, header.icc) : original.autoOrient(), header };
}

function fitted(picture: Sharp, edge: number): Sharp {
  return picture.resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true });
}
