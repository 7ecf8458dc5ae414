import { open, readFile } from 'node:fs/promises';
import { blankLocation } from '@meldewerk/photo-check/location';

/**
 * Overwrites in a file that was uploaded where the photo was taken. Our own pages do so before they send; whoever sends by
 * another way sends no place either. Nothing else changes, and doing it twice changes nothing more.
 */
export async function withoutLocation(path: string): Promise<void> {
  const bytes = await readFile(path);
  if (!blankLocation(bytes)) return;
  const file = await open(path, 'r+');
  try {
    await file.write(bytes, 0, bytes.length, 0);
  } finally {
    await file.close();
  }
}
