import { msg } from '@lit/localize';
import { ProblemError } from '../api.ts';
import { readDraft } from '../draft-api.ts';
import type { StoredPhoto } from '../draft.ts';
import type { StepHost } from '../step.ts';

/** Photos whose file the device had no room for when the page was closed: the server has them, or they have to be taken again. */
export async function withoutLost({ api, drafts, language }: StepHost, stored: readonly StoredPhoto[]): Promise<StoredPhoto[]> {
  if (!stored.some(isLost)) return [...stored];
  const seen = await readDraft(api, drafts.draft, language).catch((error: unknown) => (error instanceof ProblemError ? { photos: [] } : null));
  // Nobody can say yet.
  if (!seen) return [...stored];
  return stored.map((photo): StoredPhoto => {
    if (!isLost(photo)) return photo;
    if (seen.photos.some(({ id }) => id === photo.id)) return { ...photo, state: 'safe' };
    return { ...photo, state: 'refused', refusal: msg('Für dieses Foto war auf Ihrem Gerät kein Platz, und es kam nicht mehr bei der Werkstatt an. Bitte nehmen Sie es noch einmal auf.', { id: 'photo.lost' }) };
  });
}

function isLost({ file, state }: StoredPhoto): boolean {
  return file === null && state !== 'safe' && state !== 'refused';
}
