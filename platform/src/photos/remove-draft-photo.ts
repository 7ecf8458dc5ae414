import { photoBlobKey, photoRenditions } from '@meldewerk/blobs/blob-store';
import { photos } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, isNull } from 'drizzle-orm';
import { authorizeDraft } from '../drafts/authorize-draft.ts';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';

/** The customer takes a photo back, a phone that helps only one of its own. That it is gone already is no error; after sending it is too late. */
export async function removeDraftPhoto(scope: Scope, draftId: string, photoId: string, tokenHash: Buffer): Promise<void> {
  const { services, tenant } = scope;
  const removed = await inTenant(services.db, tenant.id, async (tx) => {
    const draft = await authorizeDraft(scope, tx, draftId, tokenHash, 'phoneToo');
    if (draft.reportId !== null) throw new ProblemError('draftSubmitted');
    const [there] = await tx.select({ handoffId: photos.handoffId }).from(photos).where(and(eq(photos.tenantId, tenant.id), eq(photos.id, photoId), eq(photos.draftId, draftId)));
    if (draft.handoff && there && there.handoffId !== draft.handoff.id) throw new ProblemError('forbidden');
    return tx
      .delete(photos)
      .where(and(eq(photos.tenantId, tenant.id), eq(photos.id, photoId), eq(photos.draftId, draftId), isNull(photos.reportId)))
      .returning({ id: photos.id });
  });
  // Files after the row: a row without a file must never be, a file without a row does no harm.
  if (removed.length > 0) await Promise.all(photoRenditions.map((rendition) => services.blobs.remove(photoBlobKey(tenant.id, photoId, rendition))));
}
