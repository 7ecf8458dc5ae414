import type { Readable } from 'node:stream';

export const photoRenditions = ['original', 'display', 'thumbnail'] as const;
export type PhotoRendition = (typeof photoRenditions)[number];

const blobKinds = [...photoRenditions, 'document', 'export'] as const;

/** `tenantId/photoId/rendition` or `tenantId/documentId/document` or `tenantId/exportId/export`: the tenant leads, so that one tenant can be listed, moved or erased alone. */
export type BlobKey = `${string}/${string}/${(typeof blobKinds)[number]}`;

export type OpenBlob = { stream: Readable; byteSize: number };

/** Where files live for good. When `put` or `adopt` has returned, the bytes survive a power cut. */
export type BlobStore = {
  put(key: BlobKey, bytes: Uint8Array): Promise<void>;
  /** Takes over a local file, whole or not at all; afterwards the file at `path` is gone. Replaces what was there. */
  adopt(key: BlobKey, path: string): Promise<void>;
  /** Throws `BlobMissing` when there is nothing. A stream that is not read to its end has to be destroyed. */
  open(key: BlobKey): Promise<OpenBlob>;
  has(key: BlobKey): Promise<boolean>;
  /** Removing what is not there is no error. */
  remove(key: BlobKey): Promise<void>;
};

export class BlobMissing extends Error {
  readonly key: string;
  constructor(key: string) {
    super(`no blob ${key}`);
    this.name = 'BlobMissing';
    this.key = key;
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function photoBlobKey(tenantId: string, photoId: string, rendition: PhotoRendition): BlobKey {
  return `${tenantId}/${photoId}/${rendition}`;
}

/** A file that is kept as it is, such as a signed PDF. */
export function documentBlobKey(tenantId: string, documentId: string): BlobKey {
  return `${tenantId}/${documentId}/document`;
}

/** A workbook somebody asked for. Its id is theirs to choose, so it has a place where no other file lies. */
export function exportBlobKey(tenantId: string, exportId: string): BlobKey {
  return `${tenantId}/${exportId}/export`;
}

/** Keys become paths and URLs, so every driver asks this first. Throws a `RangeError` on anything but a well-formed key. */
export function assertBlobKey(key: string): void {
  const [tenantId = '', id = '', kind = '', ...rest] = key.split('/');
  const wellFormed = uuid.test(tenantId) && uuid.test(id) && blobKinds.some((known) => known === kind);
  if (!wellFormed || rest.length > 0) throw new RangeError('malformed blob key');
}
