import type { ReportStatement } from '@meldewerk/contract/accident-statement';
import { damageReports } from '@meldewerk/db/schema';
import { accidentStatementParties } from '@meldewerk/db/schema-accident-statements';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import { describeDocument, describeSignature, hashFacts } from './describe-statement.ts';
import { readStatementRow, type Statement } from './statement-access.ts';

/** The accident statement that belongs to a report, or null. */
export async function findStatementOfReport({ services, tenant }: Scope, reportId: string): Promise<Statement | null> {
  return inTenant(services.db, tenant.id, async (tx) => {
    const [found] = await tx
      .select({ report: damageReports.id, statementId: accidentStatementParties.statementId, side: accidentStatementParties.side })
      .from(damageReports)
      .leftJoin(accidentStatementParties, and(eq(accidentStatementParties.tenantId, damageReports.tenantId), eq(accidentStatementParties.reportId, damageReports.id)))
      .where(and(eq(damageReports.tenantId, tenant.id), eq(damageReports.id, reportId)))
      .limit(1);
    if (!found) throw new ProblemError('notFound');
    return found.statementId && found.side ? readStatementRow(tx, tenant.id, found.statementId, found.side, 'read') : null;
  });
}

/**
 * As staff see it. Before both have signed, the other driver's own details are theirs: the workshop has only what its
 * customer told and what both state.
 */
export function describeForStaff(statement: Statement): ReportStatement {
  const { id, side, content, signatures, closedAt } = statement;
  return {
    id, side,
    content: closedAt ? content : Object.fromEntries(Object.entries(content).filter(([path]) => path.startsWith('shared.') || path.startsWith(`${side}.`))),
    signatures: signatures.map(describeSignature),
    factsSha256: hashFacts(id, content).toString('hex'),
    closedAt: closedAt?.toISOString() ?? null,
    document: describeDocument(statement),
  };
}
