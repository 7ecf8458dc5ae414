import { msg } from '@lit/localize';
import type { Draft as ServerDraft } from '@meldewerk/contract/draft';
import type { StoredPhoto } from '../draft.ts';

/** The photos of this device with those that another one brought up; without those that were removed there. */
export function withServerPhotos(stored: readonly StoredPhoto[], { photos }: ServerDraft): StoredPhoto[] {
  const onServer = new Set(photos.map(({ id }) => id));
  const here = new Set(stored.map(({ id }) => id));
  return [
    ...stored.filter((photo) => photo.state !== 'safe' || onServer.has(photo.id)),
    ...photos.flatMap((photo, at) => (here.has(photo.id) || photo.state === 'refused' ? [] : [fromElsewhere(photo, at)])),
  ];
}

/** A photo of which this device has only heard. */
export function fromElsewhere({ id, shotId, spotId }: ServerDraft['photos'][number], at: number): StoredPhoto {
  return {
    id,
    shotId,
    spotId,
    findings: [],
    source: 'file',
    fileName: msg('Von einem anderen Gerät', { id: 'photo.elsewhere' }),
    addedAt: at,
    state: 'safe',
    file: null,
    preview: null,
    uploadUrl: null,
    refusal: null,
    removed: false,
    elsewhere: { shotId, spotId, findings: [], source: 'file' },
  };
}
