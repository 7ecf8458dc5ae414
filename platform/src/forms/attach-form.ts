import type { attachFormSchema, ReportForm } from '@meldewerk/contract/form';
import type { StaffLanguage } from '@meldewerk/contract/language';
import type { Transaction } from '@meldewerk/db/client';
import { formVersions, reportForms } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import type { InferOutput } from 'valibot';
import { recordEvent } from '../events/record-event.ts';
import { ProblemError } from '../http/problem.ts';
import type { StaffScope } from '../http/scope.ts';
import { dayIn } from '../time-zone.ts';
import { doubtsAbout, type FormDoubt } from './doubts.ts';
import type { ReportOfForm } from './find-report-forms.ts';
import { lockReport } from './lock-report.ts';
import { findFormVersion } from './read-form.ts';
import { caseOf, readReportForms } from './read-report-forms.ts';

type Input = InferOutput<typeof attachFormSchema>;

const maxForms = 20;

/** Puts a form on a report that its customer has not sent yet, in the version named. What speaks against it has to be acknowledged, and is kept. */
export async function attachForm(scope: StaffScope, { reportId, id: named }: { reportId: string; id: string }, input: Input): Promise<ReportForm> {
  const { services, tenant } = scope;
  return inTenant(services.db, tenant.id, async (tx) => {
    const report = await lockReport(scope, tx, reportId);
    if (input.id !== named) throw new ProblemError('malformedRequest');
    if (!(await isRepeat(scope, tx, reportId, input))) {
      if (report.submittedAt) throw new ProblemError('alreadySubmitted');
      await putOnReport(scope, tx, report, input);
    }
    const attached = (await readReportForms(scope, tx, reportId)).find(({ id }) => id === input.id);
    if (!attached) throw new Error('what was attached is there');
    return attached;
  });
}

/** In somebody else's transaction, on a report they have locked: checks, attaches, records. */
export async function putOnReport(scope: StaffScope, tx: Transaction, report: ReportOfForm, input: Input): Promise<void> {
  const { services, tenant, staff } = scope;
  const { id, formId, version } = input;
  await checkRoom(scope, tx, report.id, formId);
  const doubts = await findDoubts(scope, tx, report, input);
  if (doubts.length > 0 && !input.acknowledged) throw new ProblemError('formNotFitting', { issues: doubts.map((doubt) => ({ path: 'formId', code: doubt, message: doubtTexts[scope.language][doubt] })) });
  await tx.insert(reportForms).values({ tenantId: tenant.id, id, reportId: report.id, formId, version, attachedAt: services.clock.now(), attachedBy: staff.id, doubts });
  await recordEvent(services, tx, tenant.id, report.id, { type: 'formAttached', actor: { kind: 'staff', id: staff.id }, data: { reportFormId: id, formId, version, doubts } });
}

async function isRepeat({ tenant }: StaffScope, tx: Transaction, reportId: string, { id, formId, version }: Input): Promise<boolean> {
  const [known] = await tx.select().from(reportForms).where(and(eq(reportForms.tenantId, tenant.id), eq(reportForms.id, id)));
  if (!known) return false;
  if (known.reportId !== reportId || known.formId !== formId || known.version !== version || known.detachedAt) throw new ProblemError('changedMeanwhile');
  return true;
}

async function checkRoom({ tenant, language }: StaffScope, tx: Transaction, reportId: string, formId: string): Promise<void> {
  const there = await tx
    .select({ formId: reportForms.formId })
    .from(reportForms)
    .where(and(eq(reportForms.tenantId, tenant.id), eq(reportForms.reportId, reportId), isNull(reportForms.detachedAt)));
  const say = texts[language];
  if (there.some((form) => form.formId === formId)) throw new ProblemError('validationFailed', { issues: [{ path: 'formId', code: 'attached', message: say.attached }] });
  if (there.length >= maxForms) throw new ProblemError('validationFailed', { issues: [{ path: 'formId', code: 'tooMany', message: say.tooMany }] });
}

async function findDoubts(scope: StaffScope, tx: Transaction, report: ReportOfForm, { formId, version }: Input): Promise<FormDoubt[]> {
  const { tenant, services } = scope;
  const found = await findFormVersion(scope, tx, formId, version);
  if (!found) throw new ProblemError('notFound');
  const [next] = await tx
    .select({ createdAt: formVersions.createdAt })
    .from(formVersions)
    .where(and(eq(formVersions.tenantId, tenant.id), eq(formVersions.formId, formId), gt(formVersions.version, version)))
    .orderBy(asc(formVersions.version))
    .limit(1);
  const at = services.clock.now();
  return doubtsAbout({ ...found.version, retiredAt: found.retiredAt, nextVersionAt: next?.createdAt ?? null }, caseOf(report), { at, day: dayIn(tenant.settings.timeZone, at) });
}

const doubtTexts: Record<StaffLanguage, Record<FormDoubt, string>> = {
  de: {
    outdated: 'Dieses Formular gilt nicht mehr, oder es gibt eine neuere Fassung.',
    notYetValid: 'Dieses Formular gilt noch nicht.',
    otherCase: 'Dieses Formular ist für einen anderen Fall gedacht als diese Meldung.',
    retired: 'Dieses Formular ist stillgelegt.',
  },
  en: {
    outdated: 'This form is no longer valid, or there is a newer version.',
    notYetValid: 'This form is not valid yet.',
    otherCase: 'This form is meant for another case than this report.',
    retired: 'This form has been taken out of use.',
  },
};

const texts = {
  de: { attached: 'Dieses Formular hängt schon an der Meldung.', tooMany: `Mehr als ${maxForms} Formulare nimmt eine Meldung nicht auf.` },
  en: { attached: 'This form is on the report already.', tooMany: `A report takes no more than ${maxForms} forms.` },
} satisfies Record<StaffLanguage, unknown>;
