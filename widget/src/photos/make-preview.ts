import { lookAt } from '../photo-check/look-at.ts';

/** A small picture to recognise the photo by; null where this browser cannot decode it (HEIC in Chromium). */
export async function makePreview(file: Blob): Promise<Blob | null> {
  return (await lookAt(file))?.preview ?? null;
}
