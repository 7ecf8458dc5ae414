import { isDeepStrictEqual } from 'node:util';
import type { Language, LocalizedText } from '@meldewerk/contract/language';
import type { Issue } from '@meldewerk/contract/problem';
import type { Submission } from '@meldewerk/contract/report';
import type { Transaction } from '@meldewerk/db/client';
import { problemText } from '../http/problem-texts.ts';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import { contentOf } from './describe-form.ts';
import { factsOf } from './facts-of-report.ts';
import { findFormsOfReport, type FoundReportForm } from './find-report-forms.ts';
import { comparable, placeholdersOf, placeholderValues } from './placeholder-values.ts';
import { readSignings, type Signing } from './read-signing.ts';

type Submitting = { reportId: string; submission: Pick<Submission, 'reporter' | 'vehicle' | 'insurance' | 'answers' | 'forms'>; categoryLabel: LocalizedText };

/** Lets a submission through when every form on the report is signed, and with the values that are submitted now. Throws validationFailed at `forms.<id>`. */
export async function checkSignedForms(scope: Scope, tx: Transaction, submitting: Submitting): Promise<void> {
  const forms = await findFormsOfReport(scope, tx, submitting.reportId);
  const signings = await readSignings(scope, tx, forms.map(({ id }) => id));
  const issues = forms.flatMap((form) => issueWith(scope, form, signings.get(form.id), submitting));
  if (issues.length > 0) throw new ProblemError('validationFailed', { issues });
}

function issueWith(scope: Scope, form: FoundReportForm, signing: Signing | undefined, { submission, categoryLabel }: Submitting): Issue[] {
  const path = `forms.${form.id}`;
  if (!signing) return [{ path, code: 'unsigned', message: unsigned[scope.spoken](form.version.title) }];
  const { reporter, vehicle, insurance, answers } = submission;
  const { incidentDate } = answers;
  const facts = factsOf(scope, form, { reporter, vehicle, insurance, incidentDate: typeof incidentDate === 'string' ? incidentDate : null, categoryLabel });
  const now = placeholderValues(placeholdersOf(contentOf(form.version)).used, facts);
  const named = submission.forms.find(({ id }) => id === form.id);
  const stands = isDeepStrictEqual(comparable(now), comparable(signing.document.placeholderValues)) && (!named || named.signatureId === signing.customer.id);
  return stands ? [] : [{ path, code: 'formChanged', message: problemText('formChanged', scope.spoken).detail }];
}

const unsigned: Record<Language, (title: string) => string> = {
  de: (title) => `Dieses Formular ist noch nicht unterschrieben: ${title}.`,
  en: (title) => `This form is not signed yet: ${title}.`,
  tr: (title) => `Bu form henüz imzalanmadı: ${title}.`,
  pl: (title) => `Ten formularz nie jest jeszcze podpisany: ${title}.`,
  uk: (title) => `Цю форму ще не підписано: ${title}.`,
  ar: (title) => `هذا النموذج لم يوقّع بعد: \u2068${title}\u2069.`,
};
