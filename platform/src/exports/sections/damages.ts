import { damageKindLabels, damageSizeLabels, partLabel } from '@meldewerk/contract/damage-labels';
import { damageCode } from '@meldewerk/contract/damage-words';
import type { WriteSection } from '../section.ts';

/** What the customer marked one by one, in words and as codes; photos by their numbers in the list of photos. */
export const writeDamages: WriteSection = ({ report: { damages, photos, vehicle } }) => {
  if (damages.length === 0) return null;
  return {
    title: { de: 'Markierte Schäden', en: 'Marked damages' },
    parts: [
      { kind: 'vehicle', type: vehicle.type ?? 'car', damages },
      {
        kind: 'table',
        columns: [
          { label: { de: 'Nr.', en: 'No.' }, share: 0.06 },
          { label: { de: 'Teil', en: 'Part' }, share: 0.19 },
          { label: { de: 'Schaden', en: 'Damage' }, share: 0.16 },
          { label: { de: 'Größe', en: 'Size' }, share: 0.14 },
          { label: { de: 'Notiz', en: 'Note' }, share: 0.16 },
          { label: { de: 'Fotos', en: 'Photos' }, share: 0.08 },
          { label: { de: 'Code', en: 'Code' }, share: 0.21, small: true },
        ],
        rows: damages.map((spot, at) => [
          at + 1, partLabel(spot.part, vehicle.type), damageKindLabels[spot.kind], damageSizeLabels[spot.size], spot.note,
          photos.flatMap(({ spotId }, index) => (spotId === spot.id ? [index + 1] : [])).join(', '),
          damageCode(spot),
        ]),
      },
    ],
  };
};
