import { redactionStateSchema, type RedactionInput, type RedactionState } from '@meldewerk/contract/redaction';
import { request, requestJson } from '@meldewerk/shell/request';

export function fetchRedaction(photoId: string, signal?: AbortSignal): Promise<RedactionState> {
  return requestJson(redactionStateSchema, 'GET', `/api/photos/${photoId}/redaction`, { signal });
}

/** Covers areas for good. Another redaction since `replaces` is a problem: changedMeanwhile. */
export function saveRedaction(photoId: string, input: RedactionInput): Promise<RedactionState> {
  return requestJson(redactionStateSchema, 'PUT', `/api/photos/${photoId}/redaction`, { body: input });
}

export async function removeRedaction(photoId: string): Promise<void> {
  await request('DELETE', `/api/photos/${photoId}/redaction`);
}

/** The sealed original. That it was opened, and what for, is on record from then on. */
export async function openOriginal(photoId: string, reason: string): Promise<Blob> {
  return (await request('POST', `/api/photos/${photoId}/original-openings`, { body: { reason } })).blob();
}
