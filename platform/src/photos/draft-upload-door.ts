import { photoLimits } from '@meldewerk/contract/photo';
import { drafts, photos } from '@meldewerk/db/schema';
import { and, count, eq } from 'drizzle-orm';
import { authorizeDraft, readDraftToken } from '../drafts/authorize-draft.ts';
import { ProblemError } from '../http/problem.ts';
import type { UploadDoor } from './upload-door.ts';

/** The photos of a report that is not sent yet, by the bearer of its draft. */
export const draftUploads: UploadDoor = {
  path: '/api/uploads',
  ownerKey: 'draftId',
  async enter(c) {
    const tokenHash = readDraftToken(c.req.header('authorization'));
    return (tx, draftId) => authorizeDraft(c.var.scope, tx, draftId, tokenHash, 'phoneToo');
  },
  draftOf: async (_scope, _tx, draftId) => draftId,
  /** A draft takes photos until it is sent and up to a number; its row is locked, so that counting and adding are one. */
  async place({ tenant }, tx, { ownerId: draftId, shotId }) {
    const [[draft], [taken]] = await Promise.all([
      tx.select({ reportId: drafts.reportId }).from(drafts).where(and(eq(drafts.tenantId, tenant.id), eq(drafts.id, draftId))).for('update'),
      tx.select({ photos: count() }).from(photos).where(and(eq(photos.tenantId, tenant.id), eq(photos.draftId, draftId))),
    ]);
    if (!draft) throw new ProblemError('notFound');
    if (draft.reportId !== null) throw new ProblemError('draftSubmitted');
    if ((taken?.photos ?? 0) >= photoLimits.maxPerDraft) throw new ProblemError('photoLimitReached');
    return { draftId, shotId };
  },
};
