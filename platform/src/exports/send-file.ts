import { Readable } from 'node:stream';
import type { StreamedPdf } from '@meldewerk/documents/append-photos';
import { attachment } from '../http/content-disposition.ts';

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A file made for this one request: nobody's cache keeps it, and no browser takes it for anything else. */
export function sendFile(file: Uint8Array | StreamedPdf, fileName: string, mediaType: string): Response {
  const { byteSize, bytes } = file instanceof Uint8Array ? { byteSize: file.byteLength, bytes: () => [file] } : file;
  return new Response(Readable.toWeb(Readable.from(bytes(), { objectMode: false })) as ReadableStream, {
    headers: { 'content-type': mediaType, 'content-disposition': attachment(fileName), 'content-length': String(byteSize), 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' },
  });
}
