import type { PhotoMediaType } from '@meldewerk/contract/photo';
import sharp from 'sharp';
import { makeDerivatives, type Derivatives } from './derivatives.ts';

export type DecodeRequest = { bytes: Uint8Array; mediaType: PhotoMediaType };
export type DecodeAnswer = { derivatives: Derivatives } | { refused: 'photoTooManyPixels' | 'photoUnreadable'; reason: string };

// One photo at a time comes in; the parent runs several of these processes. A cache would only keep strangers' pixels around.
sharp.concurrency(1);
sharp.cache(false);

process.on('message', (request: DecodeRequest | 'warmUp') => {
  if (request === 'warmUp') process.send?.('ready');
  else void answer(request);
});
// A signal to the whole process group (Ctrl-C) is the parent's to act on: dying here would look like the photo's fault.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
process.on('disconnect', () => process.exit());

async function answer(request: DecodeRequest): Promise<void> {
  process.send?.(await decode(request));
}

async function decode({ bytes, mediaType }: DecodeRequest): Promise<DecodeAnswer> {
  try {
    return { derivatives: await makeDerivatives(bytes, mediaType) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { refused: reason.includes('pixel limit') ? 'photoTooManyPixels' : 'photoUnreadable', reason };
  }
}
