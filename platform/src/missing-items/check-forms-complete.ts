import type { Answers } from '@meldewerk/contract/catalogue';
import { requestableFields, type ItemInput } from '@meldewerk/contract/missing-items';
import type { Issue } from '@meldewerk/contract/problem';
import type { Transaction } from '@meldewerk/db/client';
import { contentOf } from '../forms/describe-form.ts';
import { factsOf } from '../forms/facts-of-report.ts';
import { findReportForm, type FoundReportForm } from '../forms/find-report-forms.ts';
import { missingPaths, placeholdersOf } from '../forms/placeholder-values.ts';
import { nameField } from '../http/issue-text.ts';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import { categoryOf } from './category-of.ts';
import { isOpen, itemsOfReport } from './find-items.ts';
import { subjectOf } from './subject-of.ts';
import { missingItemsTexts } from './texts.ts';

/** A form can only be signed once all it prints is known: what it lacks has to be asked for as well, or the customer stands before a form that does not open. */
export async function checkFormsComplete(scope: Scope, tx: Transaction, reportId: string, items: ItemInput[]): Promise<void> {
  const asked = [...(await itemsOfReport(scope, tx, reportId)).filter(isOpen), ...items.map((item) => ({ kind: item.kind, subject: subjectOf(item) }))];
  const coming = new Set(asked.flatMap(({ kind, subject }) => (kind === 'field' ? [...requestableFields[subject as keyof typeof requestableFields]] : kind === 'answer' ? [`answers.${subject}`] : [])) as string[]);
  const issues: Issue[] = [];
  for (const [index, item] of items.entries()) {
    if (item.kind !== 'signature') continue;
    const form = await findReportForm(scope, tx, subjectOf(item));
    if (!form || form.reportId !== reportId) throw new ProblemError('validationFailed', { issues: [{ path: `items.${index}`, code: 'unknown', message: missingItemsTexts[scope.language].unknownForm }] });
    const missing = missingPaths(placeholdersOf(contentOf(form.version)).needed, await factsOfSent(scope, form)).filter((path) => !coming.has(path));
    issues.push(...missing.map((path) => ({ path: `items.${index}`, code: 'formNeeds', message: missingItemsTexts[scope.language].formNeeds(form.version.title, nameField(path, scope.language)) })));
  }
  if (issues.length > 0) throw new ProblemError('validationFailed', { issues });
}

/** What a form on a sent report is filled from: the report as it stands. */
async function factsOfSent(scope: Scope, form: FoundReportForm) {
  const { reporter, vehicle, insurance } = form.report;
  const category = await categoryOf(scope, form.report);
  return factsOf(scope, form, { reporter, vehicle, insurance, incidentDate: incidentDateOf(form.report.answers), categoryLabel: category.label });
}

export function incidentDateOf(answers: unknown): string | null {
  const { incidentDate } = answers as Answers;
  return typeof incidentDate === 'string' ? incidentDate : null;
}
