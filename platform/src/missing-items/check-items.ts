import { maxOpenItems, type ItemInput } from '@meldewerk/contract/missing-items';
import type { Issue } from '@meldewerk/contract/problem';
import type { Transaction } from '@meldewerk/db/client';
import { consents, photos } from '@meldewerk/db/schema';
import { and, eq } from 'drizzle-orm';
import { findFormsOfReport } from '../forms/find-report-forms.ts';
import { findFormVersion } from '../forms/read-form.ts';
import { readSignings } from '../forms/read-signing.ts';
import { ProblemError } from '../http/problem.ts';
import type { StaffScope } from '../http/scope.ts';
import { categoryOf } from './category-of.ts';
import { isOpen, itemsOfReport, type ReportRow } from './find-items.ts';
import { subjectOf } from './subject-of.ts';
import { missingItemsTexts } from './texts.ts';

/** Lets a request through whose every item is of this very report, and is not asked for already. Throws validationFailed at `items.<index>`. */
export async function checkItems(scope: StaffScope, tx: Transaction, report: ReportRow, items: ItemInput[]): Promise<void> {
  const { tenant, language } = scope;
  const category = await categoryOf(scope, report);
  const open = (await itemsOfReport(scope, tx, report.id)).filter(isOpen);
  const ofReport = await tx.select({ id: photos.id }).from(photos).where(and(eq(photos.tenantId, tenant.id), eq(photos.reportId, report.id)));
  const forms = await findFormsOfReport(scope, tx, report.id);
  const signings = await readSignings(scope, tx, forms.map(({ id }) => id));
  const [notice] = await tx.select({ kind: consents.kind }).from(consents).where(and(eq(consents.tenantId, tenant.id), eq(consents.reportId, report.id), eq(consents.kind, 'withdrawalNotice')));
  const say = missingItemsTexts[language];
  const seen = new Set(open.map(keyOf));

  const issues: Issue[] = [];
  for (const [index, item] of items.entries()) {
    const fault = await faultOf(item);
    if (fault) issues.push({ path: `items.${index}`, ...fault });
    seen.add(keyOf({ kind: item.kind, subject: subjectOf(item), replacesPhotoId: item.kind === 'photo' ? (item.replacesPhotoId ?? null) : null }));
  }
  if (open.length + items.length > maxOpenItems) issues.push({ path: 'items', code: 'tooMany', message: say.tooMany });
  if (issues.length > 0) throw new ProblemError('validationFailed', { issues });

  async function faultOf(item: ItemInput): Promise<Omit<Issue, 'path'> | null> {
    if (seen.has(keyOf({ kind: item.kind, subject: subjectOf(item), replacesPhotoId: item.kind === 'photo' ? (item.replacesPhotoId ?? null) : null }))) return { code: 'alreadyRequested', message: say.alreadyRequested };
    switch (item.kind) {
      case 'field':
        return null;
      case 'photo':
        if (!category.shots.some(({ id }) => id === item.shotId)) return { code: 'unknown', message: say.unknownShot };
        return !item.replacesPhotoId || ofReport.some(({ id }) => id === item.replacesPhotoId) ? null : { code: 'unknown', message: say.unknownPhoto };
      case 'answer':
        return category.questions.some(({ id, type }) => id === item.questionId && type !== 'notice') ? null : { code: 'unknown', message: say.unknownQuestion };
      case 'signature': {
        const { form: wanted } = item;
        const there = 'reportFormId' in wanted ? forms.find(({ id }) => id === wanted.reportFormId) : undefined;
        if (there && signings.has(there.id)) return { code: 'signed', message: say.signedAlready };
        const version = 'formId' in wanted ? (await findFormVersion(scope, tx, wanted.formId, wanted.version))?.version : there?.version;
        if (!version) return { code: 'unknown', message: say.unknownForm };
        return version.concludesContract && !notice ? { code: 'concludesContract', message: say.concludesContract } : null;
      }
    }
  }
}

function keyOf({ kind, subject, replacesPhotoId }: { kind: string; subject: string; replacesPhotoId: string | null }): string {
  return `${kind} ${subject} ${replacesPhotoId ?? ''}`;
}
