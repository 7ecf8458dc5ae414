import type { PreparedReport } from '@meldewerk/contract/preparation';
import type { Transaction } from '@meldewerk/db/client';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { readReportForms } from '../forms/read-report-forms.ts';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import { findPrepared, newestLink, type PreparedRow } from './find-prepared.ts';
import { toShownPreparation } from './preparation-columns.ts';
import { summarizeLink } from './read-link-summary.ts';

/** What staff prepared, to be changed further. Once the customer has sent it there is nothing to prepare any more. */
export async function readPrepared(scope: Scope, reportId: string): Promise<PreparedReport> {
  return inTenant(scope.services.db, scope.tenant.id, async (tx) => {
    const report = await findPrepared(scope, tx, reportId);
    if (!report) throw new ProblemError('notFound');
    if (report.submittedAt || report.preparationVersion === null) throw new ProblemError('alreadySubmitted');
    return describePrepared(scope, tx, report);
  });
}

export async function describePrepared(scope: Scope, tx: Transaction, report: PreparedRow): Promise<PreparedReport> {
  if (report.preparationVersion === null) throw new Error('only a prepared report has a preparation');
  const [link, forms] = await Promise.all([newestLink(scope, tx, report.id), readReportForms(scope, tx, report.id)]);
  return {
    id: report.id,
    reference: report.reference,
    version: report.preparationVersion,
    internalSince: report.internalSince?.toISOString() ?? null,
    preparation: toShownPreparation(report),
    link: summarizeLink(link, report.submittedAt, scope.services.clock.now()),
    forms,
  };
}
