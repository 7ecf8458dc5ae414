import type { ReportDetail } from '@meldewerk/contract/report';
import type { Transaction } from '@meldewerk/db/client';
import { damageReports, forms, formVersions, reportForms } from '@meldewerk/db/schema';
import { and, asc, eq, isNull, type SQL } from 'drizzle-orm';
import type { Scope } from '../http/scope.ts';
import type { FormVersion } from './describe-form.ts';

type ReportRow = typeof damageReports.$inferSelect;
/** The columns were written from the contract's schemas and from nothing else. */
export type ReportOfForm = Omit<ReportRow, 'reporter' | 'vehicle' | 'insurance'> & Pick<ReportDetail, 'reporter' | 'vehicle' | 'insurance'>;
export type FoundReportForm = { id: string; reportId: string; attachedAt: Date; version: FormVersion; retiredAt: Date | null; report: ReportOfForm };

/** The forms on a report in the order they were attached; those taken off again are gone. */
export function findFormsOfReport(scope: Scope, tx: Transaction, reportId: string): Promise<FoundReportForm[]> {
  return find(scope, tx, eq(reportForms.reportId, reportId));
}

export async function findReportForm(scope: Scope, tx: Transaction, id: string): Promise<FoundReportForm | undefined> {
  const [found] = await find(scope, tx, eq(reportForms.id, id));
  return found;
}

async function find({ tenant }: Scope, tx: Transaction, which: SQL): Promise<FoundReportForm[]> {
  const rows = await tx
    .select({ id: reportForms.id, reportId: reportForms.reportId, attachedAt: reportForms.attachedAt, version: formVersions, retiredAt: forms.retiredAt, report: damageReports })
    .from(reportForms)
    .innerJoin(formVersions, and(eq(formVersions.tenantId, reportForms.tenantId), eq(formVersions.formId, reportForms.formId), eq(formVersions.version, reportForms.version)))
    .innerJoin(forms, and(eq(forms.tenantId, reportForms.tenantId), eq(forms.id, reportForms.formId)))
    .innerJoin(damageReports, and(eq(damageReports.tenantId, reportForms.tenantId), eq(damageReports.id, reportForms.reportId)))
    .where(and(eq(reportForms.tenantId, tenant.id), isNull(reportForms.detachedAt), which))
    .orderBy(asc(reportForms.attachedAt), asc(reportForms.id));
  return rows as FoundReportForm[];
}
