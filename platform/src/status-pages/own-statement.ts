import type { StatusPage } from '@meldewerk/contract/status-page';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { attachStatement } from '../accident-statements/attach-statement.ts';
import { describeDocument } from '../accident-statements/describe-statement.ts';
import { findStatementOfReport } from '../accident-statements/statement-of-report.ts';
import { sendStatementDocument } from '../accident-statements/statement-document.ts';
import { ProblemError } from '../http/problem.ts';
import type { CustomerScope } from '../http/scope.ts';

/** Puts a statement that was begun after sending on the report. The one that is there already stays. */
export async function attachOwnStatement(scope: CustomerScope, token: string): Promise<void> {
  const { services, tenant, reportId } = scope;
  if (await findStatementOfReport(scope, reportId)) return;
  const attached = await inTenant(services.db, tenant.id, (tx) => attachStatement(scope, tx, reportId, { token }));
  if (!attached) throw new ProblemError('notFound');
}

export async function sendOwnStatement(scope: CustomerScope, method: string): Promise<Response> {
  return sendStatementDocument(scope, await findStatementOfReport(scope, scope.reportId), method);
}

/** How it stands, without anybody's details: those are on the statement's own page and in its PDF. */
export async function describeOwnStatement(scope: CustomerScope): Promise<StatusPage['accidentStatement']> {
  const statement = await findStatementOfReport(scope, scope.reportId);
  return statement && { closedAt: statement.closedAt?.toISOString() ?? null, document: describeDocument(statement) };
}
