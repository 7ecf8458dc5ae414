import type { Submission } from '@meldewerk/contract/report';
import type { Transaction } from '@meldewerk/db/client';
import { accidentStatementParties, accidentStatements } from '@meldewerk/db/schema-accident-statements';
import { and, eq, isNull } from 'drizzle-orm';
import { recordEvent } from '../events/record-event.ts';
import type { Scope } from '../http/scope.ts';
import { hashToken } from './statement-access.ts';

/** Puts the statement that its driver began on their report, signed or not yet; false when the token opens none that is still free. */
export async function attachStatement({ services, tenant }: Scope, tx: Transaction, reportId: string, named: Submission['accidentStatement']): Promise<boolean> {
  if (!named) return false;
  const parties = accidentStatementParties;
  const [party] = await tx
    .update(parties)
    .set({ reportId })
    .where(and(eq(parties.tenantId, tenant.id), eq(parties.tokenHash, hashToken(named.token)), isNull(parties.reportId)))
    .returning({ statementId: parties.statementId });
  if (!party) return false;
  const [statement] = await tx.select({ sha256: accidentStatements.documentSha256 }).from(accidentStatements).where(and(eq(accidentStatements.tenantId, tenant.id), eq(accidentStatements.id, party.statementId)));
  const actor = { kind: 'customer', id: null } as const;
  await recordEvent(services, tx, tenant.id, reportId, { type: 'accidentStatementAttached', actor, data: { statementId: party.statementId } });
  if (statement?.sha256) await recordEvent(services, tx, tenant.id, reportId, { type: 'accidentStatementSigned', actor, data: { statementId: party.statementId, sha256: Buffer.from(statement.sha256).toString('hex') } });
  return true;
}
