import { missingIn, type StatementSide } from '@meldewerk/contract/accident-fields';
import type { AccidentStatement, signStatementSchema } from '@meldewerk/contract/accident-statement';
import { accidentStatements, accidentStatementSignatures } from '@meldewerk/db/schema-accident-statements';
import { and, eq, sql } from 'drizzle-orm';
import type * as v from 'valibot';
import { checkSignature, hasLetters } from '../forms/check-signature.ts';
import { limit, takeFrom } from '../http/rate-limit.ts';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import { describeStatement, hashFacts, showsBothSides } from './describe-statement.ts';
import { maySpeakFor, withStatement, type Statement } from './statement-access.ts';

const keptAfterClosingMs = 30 * 24 * 60 * 60 * 1000;
const perToken = limit('statement-signatures', 20, 10);

type Device = { clientAddress: string; userAgent: string | undefined };

/**
 * Signs the facts that were read under this hash. The first signature freezes them, the second closes the statement and has
 * its document made. The same signature again is harmless.
 */
export async function signStatement(scope: Scope, tokenHash: Buffer, input: v.InferOutput<typeof signStatementSchema>, { clientAddress, userAgent }: Device): Promise<AccidentStatement> {
  const { services, tenant } = scope;
  await takeFrom(services, perToken, tokenHash.toString('hex'));
  return withStatement(scope, tokenHash, clientAddress, async (tx, statement) => {
    if (!maySpeakFor(statement, input.side)) throw new ProblemError('forbidden');
    const earlier = statement.signatures.find(({ side }) => side === input.side);
    if (earlier?.id === input.id) return describeStatement(statement);
    if (earlier) throw new ProblemError('formAlreadySigned');
    const facts = assertReady(statement, input.factsSha256);
    if (!hasLetters(input.name)) throw new ProblemError('signatureEmpty');

    const signedAt = services.clock.now();
    const row = { tenantId: tenant.id, statementId: statement.id, side: input.side, id: input.id, factsSha256: facts, name: input.name, signature: checkSignature(input.signature), signedAt, device: statement.side, ip: clientAddress || null, userAgent: userAgent?.slice(0, 300) ?? null };
    const [added] = await tx.insert(accidentStatementSignatures).values(row).onConflictDoNothing().returning();
    if (!added) throw new ProblemError('formAlreadySigned');
    const signatures = [...statement.signatures, added];
    const closes = signatures.length === 2;
    const set = { frozenAt: statement.frozenAt ?? signedAt, version: statement.version + 1, changedAt: signedAt, ...(closes ? { closedAt: signedAt, expiresAt: new Date(signedAt.getTime() + keptAfterClosingMs) } : {}) };
    await tx.update(accidentStatements).set(set).where(and(eq(accidentStatements.tenantId, tenant.id), eq(accidentStatements.id, statement.id)));
    if (closes) await tx.execute(sql`select enqueue_job('make-accident-statement', ${JSON.stringify({ tenantId: tenant.id, statementId: statement.id })}::json, ${`accident-statement/${tenant.id}/${statement.id}`})`);
    return describeStatement({ ...statement, ...set, signatures });
  });
}

/** Takes the own signature back while the other one is not there yet: the facts can be changed again. */
export async function withdrawSignature(scope: Scope, tokenHash: Buffer, side: StatementSide, clientAddress: string): Promise<AccidentStatement> {
  const { tenant } = scope;
  return withStatement(scope, tokenHash, clientAddress, async (tx, statement) => {
    if (!maySpeakFor(statement, side)) throw new ProblemError('forbidden');
    if (statement.closedAt) throw new ProblemError('statementSigned');
    const signatures = statement.signatures.filter((signature) => signature.side !== side);
    if (signatures.length === statement.signatures.length) return describeStatement(statement);
    await tx.delete(accidentStatementSignatures).where(and(eq(accidentStatementSignatures.tenantId, tenant.id), eq(accidentStatementSignatures.statementId, statement.id), eq(accidentStatementSignatures.side, side)));
    const set = { frozenAt: null, version: statement.version + 1 };
    await tx.update(accidentStatements).set(set).where(and(eq(accidentStatements.tenantId, tenant.id), eq(accidentStatements.id, statement.id)));
    return describeStatement({ ...statement, ...set, signatures });
  });
}

function assertReady(statement: Statement, factsSha256: string): Buffer {
  const { id, content } = statement;
  if (!showsBothSides(statement) || missingIn(content).length > 0) throw new ProblemError('formIncomplete');
  const facts = hashFacts(id, content);
  if (facts.toString('hex') !== factsSha256) throw new ProblemError('changedMeanwhile');
  return facts;
}
