import type { PhotoMediaType } from '@meldewerk/contract/photo';

export type NamedPhoto = { id: string; shotLabel: string; mediaType: PhotoMediaType; capturedAt: string | null; uploadedAt: Date };

const extensions: Record<PhotoMediaType, string> = {
  'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp', 'image/heic': 'heic', 'image/avif': 'avif',
};

/**
 * Names that say what a photo shows, by photo id: `KA-PA-777_vorne-links_2026-11-21_14-03.jpg` from plate, shot, the camera's
 * time (else the time of arrival in the workshop's zone) and true type. Unique also where case does not count; nothing a
 * customer typed can leave its place, since only letters, digits and hyphens pass.
 */
export function namePhotos(photos: NamedPhoto[], licensePlate: string, timeZone: string): Map<string, string> {
  const taken = new Set<string>();
  return new Map(
    photos.map((photo) => {
      const stem = [toWord(licensePlate) || 'Fahrzeug', toWord(photo.shotLabel).toLowerCase() || 'foto', wallTime(photo, timeZone)].join('_');
      const extension = extensions[photo.mediaType];
      let name = `${stem}.${extension}`;
      for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${stem}_${number}.${extension}`;
      taken.add(name.toLowerCase());
      return [photo.id, name];
    }),
  );
}

function toWord(text: string): string {
  return text.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60).replace(/^-+|-+$/g, '');
}

function wallTime({ capturedAt, uploadedAt }: NamedPhoto, timeZone: string): string {
  const local = capturedAt ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(uploadedAt);
  return `${local.slice(0, 10)}_${local.slice(11, 16).replace(':', '-')}`;
}
