import type { ConditionPhoto, ConditionStage } from '@meldewerk/contract/condition-photo';
import type { ReportDetail } from '@meldewerk/contract/report';

/** A view of the vehicle to be photographed again: the photo it is compared with, if the customer sent one, and what was taken in this stage. */
export type Angle = { key: string; shotId: string; intakePhotoId: string | null; taken: ConditionPhoto[] };

const corners = ['frontLeft', 'frontRight', 'rearRight', 'rearLeft'];

/** The customer's photos of the vehicle in their order, then the corners nobody photographed, then whatever else was taken. */
export function anglesOf({ photos, conditionPhotos }: Pick<ReportDetail, 'photos' | 'conditionPhotos'>, stage: ConditionStage): Angle[] {
  const ofStage = conditionPhotos.filter((photo) => photo.stage === stage);
  const intake = photos.filter(({ state }) => state === 'ready').map(({ id, shotId }): Angle => ({ key: id, shotId, intakePhotoId: id, taken: ofStage.filter(({ comparesPhotoId }) => comparesPhotoId === id) }));
  const open = corners.filter((shotId) => !intake.some((angle) => angle.shotId === shotId)).map((shotId): Angle => ({ key: shotId, shotId, intakePhotoId: null, taken: ofStage.filter((photo) => photo.shotId === shotId && photo.comparesPhotoId === null) }));
  const others: Angle = { key: 'other', shotId: 'other', intakePhotoId: null, taken: ofStage.filter((photo) => ![...intake, ...open].some(({ taken }) => taken.includes(photo))) };
  return [...intake, ...open, others];
}
