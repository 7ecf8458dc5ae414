import { documentBlobKey } from '@meldewerk/blobs/blob-store';
import type { FilesOf } from './send-document.ts';

/**
 * Stores a file for good before `write` puts down what it is. Where `write` does not call `keep` (somebody was faster, or it
 * throws), the file is nobody's and goes again. Once kept it stays: whether a cut-off commit went through, nobody knows.
 */
export async function storingFile<Result>({ services, tenant }: FilesOf, { id, bytes }: { id: string; bytes: Uint8Array }, write: (keep: () => void) => Promise<Result>): Promise<Result> {
  const key = documentBlobKey(tenant.id, id);
  let kept = false;
  await services.blobs.put(key, bytes);
  try {
    return await write(() => {
      kept = true;
    });
  } finally {
    if (!kept) await services.blobs.remove(key);
  }
}
