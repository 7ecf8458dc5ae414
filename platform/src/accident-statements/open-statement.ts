import type { AccidentStatement, openStatementSchema } from '@meldewerk/contract/accident-statement';
import { accidentStatementParties, accidentStatements } from '@meldewerk/db/schema-accident-statements';
import { inTenant } from '@meldewerk/db/tenant-scope';
import type * as v from 'valibot';
import { addressKey, limit, takeAll } from '../http/rate-limit.ts';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import { applyChanges } from './change-statement.ts';
import { describeStatement } from './describe-statement.ts';
import { findStatement } from './statement-access.ts';

const lifetimeMs = 30 * 24 * 60 * 60 * 1000;
const perAddress = limit('statement-by-address', 20, 60);
const perTenant = limit('statement-by-tenant', 300, 5);

/** Makes the statement the first driver's device has thought up, with what is known already; or finds it again after a lost answer. */
export async function openStatement(scope: Scope, tokenHash: Buffer, { id, language, changes }: v.InferOutput<typeof openStatementSchema>, clientAddress: string): Promise<AccidentStatement> {
  const { services, tenant } = scope;
  const known = await inTenant(services.db, tenant.id, (tx) => findStatement(scope, tx, tokenHash, 'read'));
  if (known) return describeStatement(sameOnly(known, id));
  await takeAll(services, [perAddress, addressKey(clientAddress)], [perTenant, tenant.id]);
  const now = services.clock.now();
  return inTenant(services.db, tenant.id, async (tx) => {
    const [made] = await tx
      .insert(accidentStatements)
      .values({ tenantId: tenant.id, id, createdAt: now, changedAt: now, expiresAt: new Date(now.getTime() + lifetimeMs) })
      .onConflictDoNothing()
      .returning({ id: accidentStatements.id });
    // Somebody else's id is theirs.
    if (made) await tx.insert(accidentStatementParties).values({ tenantId: tenant.id, statementId: id, side: 'a', tokenHash, language, joinedAt: now });
    const statement = await findStatement(scope, tx, tokenHash, 'change');
    if (!statement) throw new ProblemError('notFound');
    return describeStatement(made ? await applyChanges(scope, tx, statement, changes) : statement);
  });
}

function sameOnly<Found extends { id: string }>(found: Found, id: string): Found {
  if (found.id !== id) throw new ProblemError('notFound');
  return found;
}
