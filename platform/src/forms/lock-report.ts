import type { Transaction } from '@meldewerk/db/client';
import { damageReports } from '@meldewerk/db/schema';
import { and, eq } from 'drizzle-orm';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import type { ReportOfForm } from './find-report-forms.ts';

/** The report, which nobody changes, submits or signs on until this transaction is through. */
export async function lockReport({ tenant }: Scope, tx: Transaction, reportId: string): Promise<ReportOfForm> {
  const [report] = await tx.select().from(damageReports).where(and(eq(damageReports.tenantId, tenant.id), eq(damageReports.id, reportId))).for('no key update');
  if (!report) throw new ProblemError('notFound');
  return report as typeof report & Pick<ReportOfForm, 'reporter' | 'vehicle' | 'insurance'>;
}
