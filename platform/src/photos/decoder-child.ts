import type { PhotoMediaType } from '@meldewerk/contract/photo';
import type { RedactedArea } from '@meldewerk/contract/redaction';
import { answerRequests } from '@meldewerk/sandbox/inside';
import sharp from 'sharp';
import { makeDerivatives, makeRedacted, type Derivatives, type Redacted } from './derivatives.ts';

/** With `areas`, the picture comes back whole and with these covered. */
export type DecodeRequest = { bytes: Uint8Array; mediaType: PhotoMediaType; areas?: readonly RedactedArea[] };
export type DecodeAnswer = { derivatives: Derivatives } | { redacted: Redacted } | { refused: 'photoTooManyPixels' | 'photoUnreadable'; reason: string };

// One photo at a time comes in; the parent runs several of these processes. A cache would only keep strangers' pixels around.
sharp.concurrency(1);
sharp.cache(false);

answerRequests(decode);

async function decode({ bytes, mediaType, areas }: DecodeRequest): Promise<DecodeAnswer> {
  try {
    if (areas) return { redacted: await makeRedacted(bytes, mediaType, areas) };
    return { derivatives: await makeDerivatives(bytes, mediaType) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { refused: reason.includes('pixel limit') ? 'photoTooManyPixels' : 'photoUnreadable', reason };
  }
}
