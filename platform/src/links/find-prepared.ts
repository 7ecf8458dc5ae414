import type { Transaction } from '@meldewerk/db/client';
import { damageReports, reportLinks } from '@meldewerk/db/schema';
import { and, desc, eq } from 'drizzle-orm';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';

export type PreparedRow = typeof damageReports.$inferSelect;
export type LinkRow = typeof reportLinks.$inferSelect;

/** The prepared report, held against everybody else who would change it until the transaction ends; null when there is none. */
export async function findPrepared(scope: Scope, tx: Transaction, reportId: string): Promise<PreparedRow | null> {
  const [report] = await tx
    .select()
    .from(damageReports)
    .where(and(eq(damageReports.tenantId, scope.tenant.id), eq(damageReports.id, reportId)))
    .for('no key update');
  return report ?? null;
}

/** For what is possible only before the customer has sent it. */
export async function lockOpenPrepared(scope: Scope, tx: Transaction, reportId: string): Promise<PreparedRow> {
  const report = await findPrepared(scope, tx, reportId);
  if (!report) throw new ProblemError('notFound');
  if (report.submittedAt || report.preparationVersion === null) throw new ProblemError('alreadySubmitted');
  return report;
}

/** The generation that counts; a report of the workshop's page has none: notFound. */
export async function newestLink(scope: Scope, tx: Transaction, reportId: string): Promise<LinkRow> {
  const [link] = await tx
    .select()
    .from(reportLinks)
    .where(and(eq(reportLinks.tenantId, scope.tenant.id), eq(reportLinks.reportId, reportId)))
    .orderBy(desc(reportLinks.generation))
    .limit(1);
  if (!link) throw new ProblemError('notFound');
  return link;
}
