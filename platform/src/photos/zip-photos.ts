import type { Readable } from 'node:stream';
import { photoBlobKey } from '@meldewerk/blobs/blob-store';
import { ZipFile } from 'yazl';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import { findPhotosOfReport, type NamedFile } from './find-photos.ts';
import { attachment } from '../http/content-disposition.ts';
import type { PhotoAnswer } from './send-photo.ts';

/** All photos of a report as one stream: the originals byte for byte, or with parts covered where staff covered them. Stored and not deflated: photos are compressed already. */
export async function zipPhotos(scope: Scope, reportId: string): Promise<PhotoAnswer> {
  const report = await findPhotosOfReport(scope, reportId);
  if (!report) throw new ProblemError('notFound');
  const { stream, byteSize } = await pack(scope, report.files);
  const fileName = `${report.licensePlate.replace(/[^\p{L}\p{N}]+/gu, '-')}_${report.reference}_Fotos.zip`;
  return {
    stream,
    headers: {
      'content-type': 'application/zip',
      'content-disposition': attachment(fileName),
      'content-length': String(byteSize),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  };
}

/** One file after the other is opened when its turn comes. A file that fails breaks the stream off: better no archive than a short one. */
async function pack({ services, tenant }: Scope, files: NamedFile[]): Promise<{ stream: Readable; byteSize: number }> {
  const zip = new ZipFile();
  const stream = zip.outputStream as Readable;
  let current: Readable | null = null;
  const abort = (error: Error) => stream.destroy(error);
  zip.on('error', abort);
  stream.once('close', () => current?.destroy());

  for (const { blobId, fileName, byteSize, uploadedAt } of files) {
    const handOver = async (take: (error: unknown, file: Readable) => void) => {
      const { stream: file } = await services.blobs.open(photoBlobKey(tenant.id, blobId, 'original'));
      current = file.once('error', abort);
      if (stream.destroyed) file.destroy();
      else take(null, file);
    };
    zip.addReadStreamLazy(fileName, { compress: false, size: byteSize, mtime: uploadedAt }, (take) => void handOver(take).catch(abort));
  }
  const byteSize = await new Promise<number>((resolve) => zip.end({ forceZip64Format: false, comment: '' }, resolve as () => void));
  return { stream, byteSize };
}
