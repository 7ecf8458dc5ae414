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

/** A photo of a report. Photos of drafts that were never sent are nobody's business: notFound. */
export async function openPhoto(scope: Scope, photoId: string, rendition: PhotoRendition): Promise<PhotoAnswer> {
  const { services, tenant } = scope;
  const [photo] = await inTenant(services.db, tenant.id, (tx) =>
    tx.select({ state: photos.state, reportId: photos.reportId }).from(photos).where(and(eq(photos.tenantId, tenant.id), eq(photos.id, photoId))),
  );
  if (!photo?.reportId || (rendition !== 'original' && photo.state !== 'ready')) throw new ProblemError('notFound');
  const describing = rendition === 'original' ? await describeOriginal(scope, photo.reportId, photoId) : derivativeHeaders;
  const { stream, byteSize } = await services.blobs.open(photoBlobKey(tenant.id, photoId, rendition));
  return { stream, headers: { ...describing, 'content-length': String(byteSize), 'x-content-type-options': 'nosniff' } };
}

/** Made once and never again, and only for who is signed in. */
const derivativeHeaders = {
  'content-type': 'image/jpeg',
  'content-disposition': 'inline',
  'cache-control': 'private, max-age=31536000, immutable',
};

async function describeOriginal(scope: Scope, reportId: string, photoId: string) {
  const report = await findPhotosOfReport(scope, reportId);
  const file = report?.files.find(({ id }) => id === photoId);
  if (!file) throw new ProblemError('notFound');
  return { 'content-type': file.mediaType, 'content-disposition': attachment(file.fileName), 'cache-control': 'private, no-store' };
}
