import type { PhotoMediaType } from '@meldewerk/contract/photo';
import { answerRequests } from '@meldewerk/sandbox/inside';
import sharp from 'sharp';
import { makeDerivatives, type Derivatives } from './derivatives.ts';

export type DecodeRequest = { bytes: Uint8Array; mediaType: PhotoMediaType };
export type DecodeAnswer = { derivatives: Derivatives } | { refused: 'photoTooManyPixels' | 'photoUnreadable'; reason: string };

// One photo at a time comes in; the parent runs several of these processes. A cache would only keep strangers' pixels around.
sharp.concurrency(1);
sharp.cache(false);

answerRequests(decode);

async function decode({ bytes, mediaType }: DecodeRequest): Promise<DecodeAnswer> {
  try {
    return { derivatives: await makeDerivatives(bytes, mediaType) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { refused: reason.includes('pixel limit') ? 'photoTooManyPixels' : 'photoUnreadable', reason };
  }
}
