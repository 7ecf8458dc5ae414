import type { Readable } from 'node:stream';
import { photoBlobKey, type PhotoRendition } from '@meldewerk/blobs/blob-store';
import { photos } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import { attachment } from '../http/content-disposition.ts';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import { findPhotosOfReport } from './find-photos.ts';

export type PhotoAnswer = { stream: Readable; headers: Record<string, string> };

/** A photo of a report; once parts of it are covered, in every rendition with these covered. Photos of drafts that were never sent are nobody's business: notFound. */
export async function openPhoto(scope: Scope, photoId: string, rendition: PhotoRendition): Promise<PhotoAnswer> {
  const { services, tenant } = scope;
  const [photo] = await inTenant(services.db, tenant.id, (tx) =>
    tx.select({ state: photos.state, reportId: photos.reportId, redactionId: photos.redactionId }).from(photos).where(and(eq(photos.tenantId, tenant.id), eq(photos.id, photoId))),
  );
  if (!photo?.reportId || (rendition !== 'original' && photo.state !== 'ready')) throw new ProblemError('notFound');
  const blobId = photo.redactionId ?? photoId;
  const describing = rendition === 'original' ? await describeOriginal(scope, photo.reportId, photoId) : derivativeHeaders(blobId);
  const { stream, byteSize } = await services.blobs.open(photoBlobKey(tenant.id, blobId, rendition));
  return { stream, headers: { ...describing, 'content-length': String(byteSize), 'x-content-type-options': 'nosniff' } };
}

/** Only for who is signed in. A browser asks each time whether its copy may still be shown: parts may have been covered since. */
const derivativeHeaders = (blobId: string) => ({
  'content-type': 'image/jpeg',
  'content-disposition': 'inline',
  'cache-control': 'private, no-cache',
  etag: `"${blobId}"`,
});

async function describeOriginal(scope: Scope, reportId: string, photoId: string) {
  const report = await findPhotosOfReport(scope, reportId);
  const file = report?.files.find(({ id }) => id === photoId);
  if (!file) throw new ProblemError('notFound');
  return { 'content-type': file.mediaType, 'content-disposition': attachment(file.fileName), 'cache-control': 'private, no-store' };
}
