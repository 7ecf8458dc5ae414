import { Readable } from 'node:stream';
import { documentBlobKey } from '@meldewerk/blobs/blob-store';
import { attachment } from '../http/content-disposition.ts';
import type { Scope } from '../http/scope.ts';

/** Whose files these are. */
export type FilesOf = { services: Scope['services']; tenant: Pick<Scope['tenant'], 'id'> };

/** A stored PDF as a download: nobody's cache keeps it, and no browser takes it for anything else. */
export async function sendDocument({ services, tenant }: FilesOf, documentId: string, fileName: string, method: string): Promise<Response> {
  const { stream, byteSize } = await services.blobs.open(documentBlobKey(tenant.id, documentId));
  const headers = { ...pdfHeaders(fileName), 'content-length': String(byteSize) };
  if (method !== 'HEAD') return new Response(Readable.toWeb(stream) as ReadableStream, { headers });
  stream.destroy();
  return new Response(null, { headers });
}

export function pdfHeaders(fileName: string): Record<string, string> {
  return { 'content-type': 'application/pdf', 'content-disposition': attachment(fileName), 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' };
}
