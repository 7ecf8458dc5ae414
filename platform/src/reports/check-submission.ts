import { checkAnswers, keepAsked } from '@meldewerk/catalogue/check-answers';
import { describeFault } from '@meldewerk/catalogue/describe-fault';
import { factsOf } from '@meldewerk/catalogue/facts';
import { openShots } from '@meldewerk/catalogue/open-shots';
import type { Answers, Catalogue, Category } from '@meldewerk/contract/catalogue';
import type { DamageSpot } from '@meldewerk/contract/damage-spot';
import type { LocalizedText, Language } from '@meldewerk/contract/language';
import { textIn } from '@meldewerk/contract/text-in';
import { readLicensePlate, type LicensePlate } from '@meldewerk/contract/license-plate';
import type { PhotoFinding } from '@meldewerk/contract/photo';
import type { Issue, ProblemCode } from '@meldewerk/contract/problem';
import type { ReportDetail, Submission } from '@meldewerk/contract/report';
import { safetyAdvice } from '@meldewerk/contract/safety-advice';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describeIssue } from '../http/issue-text.ts';
import { ProblemError } from '../http/problem.ts';
import { problemText } from '../http/problem-texts.ts';
import type { Scope } from '../http/scope.ts';
import { dayIn } from '../time-zone.ts';
import { askedDamages, damageIssues } from './check-damages.ts';
import type { PhotoOfDraft } from './submit.ts';

export type LinkedPhoto = { id: string; shotId: string; spotId: string | null; findings: PhotoFinding[]; latitude: number | null; longitude: number | null; position: number; sha256: string };

export type CheckedSubmission = Submission & {
  answers: Answers;
  plate: LicensePlate;
  phoneE164: string | undefined;
  privacyText: string;
  categoryLabel: LocalizedText;
  /** What was said about driving on, and what it means; null where it was not asked or not answered. */
  checkedSafety: ReportDetail['safety'];
  /** Matches the photos named in the submission with what has arrived; throws validationFailed for those that have not. */
  linkPhotos: (arrived: PhotoOfDraft[]) => LinkedPhoto[];
};

/** Checks what a schema cannot: answers and shots against the catalogue version, phone number, consent to the text in force. */
export function checkSubmission(scope: Scope, catalogue: Catalogue | null, submission: Submission): CheckedSubmission {
  const { tenant, spoken: language } = scope;
  if (!catalogue) throw new ProblemError('catalogueOutdated');
  const category = catalogue.categories.find(({ id }) => id === submission.category);
  if (!category) throw new ProblemError('catalogueOutdated');

  const facts = factsOf(submission);
  const damages = askedDamages(category, submission);
  const { phone } = submission.reporter;
  const number = phone === undefined ? undefined : parsePhoneNumberFromString(phone, 'DE');
  const { privacyNotice } = tenant.settings;
  const issues: Issue[] = [
    ...answerIssues(category, facts, dayIn(tenant.settings.timeZone, scope.services.clock.now()), language),
    ...damageIssues(category, submission, language),
    ...shotIssues(category, facts, submission, damages, language),
    ...(phone !== undefined && !number?.isValid() ? [issueAt('reporter.phone', false, language)] : []),
    ...(submission.privacyConsent.version === privacyNotice.version ? [] : [issueAt('privacyConsent', false, language)]),
  ];
  if (issues.length > 0) throw new ProblemError('validationFailed', { issues });

  return {
    ...submission,
    answers: keepAsked(category, facts),
    damages,
    plate: readLicensePlate(submission.vehicle.licensePlate),
    phoneE164: number?.number,
    privacyText: textIn(privacyNotice.text, submission.language),
    categoryLabel: category.label,
    checkedSafety: checkSafety(category, submission),
    linkPhotos: (arrived) => linkPhotos({ ...submission, damages }, arrived, language),
  };
}

function checkSafety({ safetyCheck: asked = [] }: Category, { safety = {} }: Submission): ReportDetail['safety'] {
  const answers = Object.fromEntries(asked.flatMap((question) => (safety[question] ? [[question, safety[question]]] : [])));
  return Object.keys(answers).length === 0 ? null : { answers, advice: safetyAdvice(answers, asked) };
}

function issueAt(path: string, missing: boolean, language: Language): Issue {
  const code = missing ? 'missing' : 'invalid';
  return { path, code, message: describeIssue(path, { code, missing }, language) };
}

function answerIssues(category: Category, facts: ReturnType<typeof factsOf>, today: string, language: Language): Issue[] {
  const questions = new Map(category.questions.map((question) => [question.id, question]));
  return checkAnswers(category, facts, { today }).flatMap((fault) => {
    const question = questions.get(fault.questionId);
    return question ? [{ path: `answers.${fault.questionId}`, code: fault.fault, message: describeFault(fault, question, language) }] : [];
  });
}

function shotIssues(category: Category, facts: ReturnType<typeof factsOf>, submission: Submission, damages: readonly DamageSpot[], language: Language): Issue[] {
  // Whoever comes with a statement signed on the phone has none on paper to photograph.
  const needed = openShots(category, facts, submission.photos, new Set(submission.skippedShots), damages.map(({ id }) => id)).filter(({ shot }) => !(shot.id === 'accidentStatement' && submission.accidentStatement));
  return needed.map(({ shot, fault }) => ({
    path: `photos.${shot.id}`,
    code: fault,
    message: photoMissing[language](textIn(shot.label, language), fault === 'notDecided'),
  }));
}

const photoMissing: Record<Language, (shot: string, optional: boolean) => string> = {
  de: (shot, optional) => `Dieses Foto fehlt noch: ${shot}.${optional ? ' Sie können es auch auslassen.' : ''}`,
  en: (shot, optional) => `This photo is still missing: ${shot}.${optional ? ' You can also leave it out.' : ''}`,
  tr: (shot, optional) => `Bu fotoğraf henüz eksik: ${shot}.${optional ? ' Atlayabilirsiniz de.' : ''}`,
  pl: (shot, optional) => `Brakuje jeszcze tego zdjęcia: ${shot}.${optional ? ' Można je też pominąć.' : ''}`,
  uk: (shot, optional) => `Ще бракує цього фото: ${shot}.${optional ? ' Його можна й пропустити.' : ''}`,
  ar: (shot, optional) => `هذه الصورة ما زالت ناقصة: ${shot}.${optional ? ' يمكنك أيضاً تركها.' : ''}`,
};

function linkPhotos(submission: Submission, arrived: PhotoOfDraft[], language: Language): LinkedPhoto[] {
  const byId = new Map(arrived.map((photo) => [photo.id, photo]));
  const unique = [...new Map(submission.photos.map((photo) => [photo.id, photo])).values()];
  const spots = new Set(submission.damages.map((spot) => spot.id));
  const issues: Issue[] = [];
  const linked = unique.flatMap(({ id, shotId, spotId, findings, location }, position): LinkedPhoto[] => {
    const photo = byId.get(id);
    if (photo && photo.state !== 'refused') return [{ id, shotId, spotId: spotId !== undefined && spots.has(spotId) ? spotId : null, findings, latitude: location?.latitude ?? null, longitude: location?.longitude ?? null, position, sha256: Buffer.from(photo.sha256).toString('hex') }];
    const code = (photo?.problem ?? 'photoNotArrived') as ProblemCode | 'photoNotArrived';
    issues.push({ path: `photos.${shotId}`, code, message: code === 'photoNotArrived' ? notArrived[language] : problemText(code, language).detail });
    return [];
  });
  if (issues.length > 0) throw new ProblemError('validationFailed', { issues });
  return linked;
}

const notArrived: Record<Language, string> = {
  de: 'Ein Foto ist noch nicht vollständig übertragen. Bitte warten Sie einen Moment oder wählen Sie es noch einmal aus.',
  en: 'A photo has not been uploaded completely yet. Please wait a moment or choose it again.',
  tr: 'Bir fotoğraf henüz tam aktarılmadı. Lütfen biraz bekleyin veya yeniden seçin.',
  pl: 'Jedno zdjęcie nie jest jeszcze w całości przesłane. Proszę chwilę poczekać lub wybrać je ponownie.',
  uk: 'Одне фото ще не повністю передано. Зачекайте трохи або виберіть його ще раз.',
  ar: 'هناك صورة لم تُنقل كاملة بعد. يرجى الانتظار قليلاً أو اختيارها مرة أخرى.',
};
