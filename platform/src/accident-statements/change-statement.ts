import { isDeepStrictEqual } from 'node:util';
import { sideOfPath } from '@meldewerk/contract/accident-fields';
import type { AccidentChanges, AccidentStatement, changeStatementSchema } from '@meldewerk/contract/accident-statement';
import type { Transaction } from '@meldewerk/db/client';
import { accidentStatements } from '@meldewerk/db/schema-accident-statements';
import { and, eq } from 'drizzle-orm';
import type * as v from 'valibot';
import { limit, takeFrom } from '../http/rate-limit.ts';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import { describeStatement } from './describe-statement.ts';
import { maySpeakFor, withStatement, type Statement } from './statement-access.ts';

const perToken = limit('statement-changes', 240, 0.5);

/** Writes fields: of both, or of the own side. Of two who write the same field the later one stands, and both see whose it is. After a signature: statementSigned. */
export async function changeStatement(scope: Scope, tokenHash: Buffer, input: v.InferOutput<typeof changeStatementSchema>, clientAddress: string): Promise<AccidentStatement> {
  await takeFrom(scope.services, perToken, tokenHash.toString('hex'));
  return withStatement(scope, tokenHash, clientAddress, async (tx, statement) => describeStatement(await applyChanges(scope, tx, statement, input.changes, input.ready)));
}

export async function applyChanges({ services, tenant }: Scope, tx: Transaction, statement: Statement, changes: AccidentChanges, ready?: boolean): Promise<Statement> {
  const { side, content, writtenBy } = statement;
  const changed = Object.entries(changes).flatMap(([path, value]) => (value !== undefined && !isDeepStrictEqual(content[path] ?? null, value) ? [[path, value] as const] : []));
  const readyKey = side === 'a' ? 'readyA' : 'readyB';
  const turns = ready !== undefined && ready !== statement[readyKey];
  if (changed.length === 0 && !turns) return statement;
  if (statement.frozenAt) throw new ProblemError('statementSigned');
  if (changed.some(([path]) => !maySpeakFor(statement, sideOfPath(path) ?? side))) throw new ProblemError('forbidden');

  const next = { ...statement, version: statement.version + 1, content: { ...content }, writtenBy: { ...writtenBy }, changedAt: services.clock.now(), ...(turns ? { [readyKey]: ready } : {}) };
  for (const [path, value] of changed) {
    if (value === null) delete next.content[path];
    else next.content[path] = value;
    // Of a side's own fields too: those that B's phone wrote are not for A to read when its part ends.
    next.writtenBy[path] = side;
  }
  const { version, content: written, writtenBy: by, readyA, readyB, changedAt } = next;
  await tx
    .update(accidentStatements)
    .set({ version, content: written, writtenBy: by, readyA, readyB, changedAt })
    .where(and(eq(accidentStatements.tenantId, tenant.id), eq(accidentStatements.id, statement.id)));
  return next;
}
