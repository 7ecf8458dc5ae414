import { keepAsked } from '@meldewerk/catalogue/check-answers';
import type { Language } from '@meldewerk/contract/language';
import type { SubmissionInput } from '@meldewerk/contract/report';
import { wishesToSend, type TypedWishes } from './appointments/wishes.ts';
import { factsOfDraft } from './draft-facts.ts';
import type { Draft, StoredPhoto, TypedFields } from './draft.ts';
import { readNumber } from './fields/read-typed.ts';
import { photosByShot, shotsOf } from './photos/draft-shots.ts';
import { isPartlyPassedOver } from './photos/shots-to-take.ts';
import type { StepHost } from './step.ts';

type Sender = Pick<StepHost, 'category' | 'catalogue' | 'drafts' | 'ownPage' | 'site'> & { language: Language };

/** The draft as the server takes it: only what was asked, only photos it did not refuse. */
export function submissionOf(sender: Sender, photos: readonly StoredPhoto[], pageOrigin: string): SubmissionInput {
  const { category, catalogue, drafts, ownPage, language, site } = sender;
  if (!category || !catalogue) throw new Error('nothing to send: no category');
  const { draft } = drafts;
  const asks = site.categories.find(({ id }) => id === category.id) ?? category;
  const shots = shotsOf(sender as StepHost);
  const spots = asks.damageSpots ? draft.damages : [];
  const sentOf = photosByShot(shots, photos.filter((photo) => photo.state === 'safe'));
  return {
    draftId: draft.id,
    language,
    catalogueVersion: catalogue.version,
    category: category.id,
    answers: keepAsked(category, factsOfDraft(category, draft)),
    ...typedSections(draft),
    ...(asks.safetyCheck ? { safety: draft.safety } : {}),
    damages: spots,
    photos: shots.flatMap((shot) => sentOf(shot).map(({ id, spotId, findings, place }) => ({ id, shotId: shot.id, findings, ...(spotId ? { spotId } : {}), ...(draft.sendPlaces && place ? { location: place } : {}) }))),
    skippedShots: shots.flatMap((shot) => (isPartlyPassedOver(shot, draft.skippedShots, sentOf(shot), spots) ? [shot.id] : [])),
    privacyConsent: { version: draft.consentVersion ?? 0, given: true },
    ...(site.asksForWishes && draft.appointment ? wishesPart(draft.appointment) : {}),
    forms: (draft.link?.forms ?? []).flatMap(({ id }) => {
      // One that is on its way has its id already.
      const signatureId = draft.pendingSignatures[id]?.id ?? draft.signatures[id]?.signatureId;
      return signatureId ? [{ id, signatureId }] : [];
    }),
    ...(draft.withdrawal?.noticeReceived ? { withdrawal: { ...draft.withdrawal, noticeReceived: true } } : {}),
    ...(draft.accidentStatement ? { accidentStatement: { token: draft.accidentStatement.token } } : {}),
    source: draft.link ? { kind: 'link' } : ownPage ? { kind: 'page' } : { kind: 'embed', origin: pageOrigin },
  };
}

function wishesPart(typed: TypedWishes): Pick<SubmissionInput, 'appointment'> {
  const appointment = wishesToSend(typed);
  return appointment ? { appointment } : {};
}

/** Reporter, vehicle and insurance as they go out: in the report, and into the forms to be signed. */
export function typedSections({ reporter, vehicle, insurance }: Pick<Draft, 'reporter' | 'vehicle' | 'insurance'>) {
  return {
    reporter: typedTexts(reporter) as SubmissionInput['reporter'],
    vehicle: { ...(typedTexts(vehicle) as SubmissionInput['vehicle']), ...odometerOf(vehicle) },
    insurance: typedTexts(insurance) as SubmissionInput['insurance'],
  };
}

function typedTexts(fields: TypedFields): Record<string, unknown> {
  const filled = Object.entries(fields)
    .map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value] as const)
    .filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(filled);
}

function odometerOf(vehicle: TypedFields): { odometerKm?: number } {
  const odometerKm = readNumber(String(vehicle['odometerKm'] ?? ''));
  return odometerKm === undefined ? {} : { odometerKm };
}
