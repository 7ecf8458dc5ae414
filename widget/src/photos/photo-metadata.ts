import type { StoredPhoto } from '../draft.ts';

/** What goes along with a photo on its way up. */
export function metadataOf({ id, shotId, source, fileName, spotId, handoffId }: StoredPhoto, draftId: string): Record<string, string> {
  return { draftId, photoId: id, shotId, source, fileName, ...(spotId ? { spotId } : {}), ...(handoffId ? { handoffId } : {}) };
}
