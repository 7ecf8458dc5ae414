import { withRests } from '@meldewerk/photo-check/in-pieces';
import { blankLocationInPieces, readLocationInPieces, type PhotoLocation } from '@meldewerk/photo-check/location';
import { pause } from '../photo-check/pause.ts';

/** Where a photo was taken, as its file states it; null when it does not, or cannot be read just now. */
export async function placeOf(file: Blob): Promise<PhotoLocation | null> {
  const bytes = await bytesOf(file);
  return bytes && withRests(readLocationInPieces(bytes), pause);
}

/** The photo as it leaves the device: the same, byte for byte, but for where it was taken. */
export async function withoutPlace(file: Blob): Promise<Blob> {
  const bytes = await bytesOf(file);
  return bytes && (await withRests(blankLocationInPieces(bytes), pause)) ? new Blob([bytes], { type: file.type }) : file;
}

// Whoever sends a file that cannot be read finds out by sending it.
async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
  return file.arrayBuffer().then((buffer) => new Uint8Array(buffer), () => null);
}
