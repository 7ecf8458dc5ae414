import type { ConditionStage } from '@meldewerk/contract/condition-photo';
import type { LocalizedText } from '@meldewerk/contract/language';
import type { WriteSection } from '../section.ts';

const stages: Record<ConditionStage, LocalizedText> = {
  dropOff: { de: 'Annahme', en: 'Drop-off' },
  afterRepair: { de: 'Nach der Reparatur', en: 'After the repair' },
  handOver: { de: 'Übergabe', en: 'Hand-over' },
};

/** What the workshop photographed itself, in the order in which it was taken. */
export const writeCondition: WriteSection = ({ report: { conditionPhotos, shotLabels } }) => {
  if (conditionPhotos.length === 0) return null;
  return {
    title: { de: 'Zustand des Fahrzeugs', en: 'Condition of the vehicle' },
    parts: [{
      kind: 'photos',
      photos: conditionPhotos.map((photo) => {
        const shot = shotLabels[photo.shotId] ?? { de: 'Foto', en: 'Photo' };
        const title = { de: `${stages[photo.stage].de}: ${shot.de}`, en: `${stages[photo.stage].en}: ${shot.en}` };
        return { title, photo: { ...photo, taker: 'workshop', state: 'ready', originalName: null, takenAt: { instant: photo.takenAt }, takenBy: photo.takenByName } };
      }),
    }],
  };
};
