import type { WriteSection } from '../section.ts';

export const writePhotos: WriteSection = ({ report: { damages, photos, shotLabels, skippedShots } }) => {
  // One taken of a marked damage is not missing, even where it was left out for another one.
  const leftOut = skippedShots.filter((shot) => !photos.some(({ shotId }) => shotId === shot));
  if (photos.length === 0 && leftOut.length === 0) return null;
  const nameOf = (shotId: string) => shotLabels[shotId] ?? { de: 'Foto', en: 'Photo' };
  const titleOf = ({ shotId, spotId }: (typeof photos)[number]) => {
    const number = damages.findIndex(({ id }) => id === spotId) + 1;
    const { de, en } = nameOf(shotId);
    return number > 0 ? { de: `Schaden ${number}: ${de}`, en: `Damage ${number}: ${en}` } : { de, en };
  };
  const skipped = { de: leftOut.map((shot) => nameOf(shot).de).join(', '), en: leftOut.map((shot) => nameOf(shot).en).join(', ') };
  return {
    title: { de: 'Fotos', en: 'Photos' },
    parts: [
      ...(photos.length > 0 ? [{ kind: 'photos' as const, photos: photos.map((photo) => ({ title: titleOf(photo), photo: { ...photo, taker: 'customer' as const, takenAt: photo.capturedAt?.slice(0, 19).replace('T', ' '), takenBy: null } })) }] : []),
      ...(leftOut.length > 0 ? [{ kind: 'note' as const, text: { de: `Vom Kunden übersprungen: ${skipped.de}.`, en: `Passed over by the customer: ${skipped.en}.` } }] : []),
    ],
  };
};
