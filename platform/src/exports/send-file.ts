import { attachment } from '../http/content-disposition.ts';

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A file made for this one request: nobody's cache keeps it, and no browser takes it for anything else. */
export function sendFile(bytes: Uint8Array, fileName: string, mediaType: string): Response {
  return new Response(inPieces(bytes), {
    headers: { 'content-type': mediaType, 'content-disposition': attachment(fileName), 'content-length': String(bytes.byteLength), 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' },
  });
}

const pieceBytes = 256 * 1024;

/** Handed on as fast as it is taken, so that a slow line keeps one copy in memory and not two. */
function inPieces(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.byteLength) return controller.close();
      controller.enqueue(bytes.subarray(at, at + pieceBytes));
      at += pieceBytes;
    },
  });
}
