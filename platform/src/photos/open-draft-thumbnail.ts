import { photoBlobKey } from '@meldewerk/blobs/blob-store';
import { photos } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import { authorizeDraft } from '../drafts/authorize-draft.ts';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import type { PhotoAnswer } from './send-photo.ts';

/** A photo of a draft that is not sent yet, small, for the customer's other device. A phone that helps sees its own alone. */
export async function openDraftThumbnail(scope: Scope, draftId: string, photoId: string, tokenHash: Buffer): Promise<PhotoAnswer> {
  const { services, tenant } = scope;
  await inTenant(services.db, tenant.id, async (tx) => {
    const draft = await authorizeDraft(scope, tx, draftId, tokenHash, 'phoneToo');
    const [photo] = await tx.select({ state: photos.state, handoffId: photos.handoffId }).from(photos).where(and(eq(photos.tenantId, tenant.id), eq(photos.id, photoId), eq(photos.draftId, draftId)));
    if (photo?.state !== 'ready' || draft.reportId !== null || (draft.handoff && photo.handoffId !== draft.handoff.id)) throw new ProblemError('notFound');
  });
  const { stream, byteSize } = await services.blobs.open(photoBlobKey(tenant.id, photoId, 'thumbnail'));
  return { stream, headers: { 'content-type': 'image/jpeg', 'content-disposition': 'inline', 'cache-control': 'no-store', 'content-length': String(byteSize), 'x-content-type-options': 'nosniff' } };
}
