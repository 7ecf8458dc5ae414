import { createHash } from 'node:crypto';
import { pairingTokenSchema, statementTokenSchema } from '@meldewerk/contract/accident-statement';
import type { AccidentContent, StatementSide } from '@meldewerk/contract/accident-fields';
import type { Transaction } from '@meldewerk/db/client';
import { accidentStatementParties, accidentStatements, accidentStatementSignatures } from '@meldewerk/db/schema-accident-statements';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { addressKey, limit, takeFrom } from '../http/rate-limit.ts';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';

export type SignatureRow = typeof accidentStatementSignatures.$inferSelect;
/** A statement with all who belong to it, and the side whose bearer asks. */
export type Statement = Omit<typeof accidentStatements.$inferSelect, 'content'> & {
  content: AccidentContent;
  side: StatementSide;
  paired: boolean;
  /** It belongs to the damage report of this side. */
  onReport: boolean;
  signatures: SignatureRow[];
};

const guesses = limit('statement-guess-by-address', 30, 20);

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** SHA-256 of the token of one side in an `Authorization: Bearer` header; throws unauthenticated when there is none of the right form. */
export function readStatementToken(authorization: string | undefined): Buffer {
  return readBearer(authorization, statementTokenSchema);
}

/** The same for what a QR code carries. */
export function readPairingToken(authorization: string | undefined): Buffer {
  return readBearer(authorization, pairingTokenSchema);
}

function readBearer(authorization: string | undefined, schema: typeof statementTokenSchema): Buffer {
  const [scheme, token] = (authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !v.is(schema, token)) throw new ProblemError('unauthenticated');
  return hashToken(token);
}

/**
 * Does `work` with the statement that a token opens, alone with it where it is going to change. Unknown and swept look alike.
 * Whoever knows no token may guess a few times only.
 */
export async function withStatement<Result>(scope: Scope, tokenHash: Buffer, clientAddress: string, work: (tx: Transaction, statement: Statement) => Promise<Result>, lock: 'read' | 'change' = 'change'): Promise<Result> {
  const { services, tenant } = scope;
  const done = await inTenant(services.db, tenant.id, async (tx) => {
    const statement = await findStatement(scope, tx, tokenHash, lock);
    if (!statement) return null;
    return { result: await work(tx, statement) };
  });
  if (done) return done.result;
  await takeFrom(services, guesses, addressKey(clientAddress));
  throw new ProblemError('notFound');
}

/** The statement of a token, as long as the two may open it; throws linkExpired after. */
export async function findStatement({ tenant, services }: Scope, tx: Transaction, tokenHash: Buffer, lock: 'read' | 'change'): Promise<Statement | null> {
  const parties = accidentStatementParties;
  const [party] = await tx.select({ statementId: parties.statementId, side: parties.side }).from(parties).where(and(eq(parties.tenantId, tenant.id), eq(parties.tokenHash, tokenHash)));
  const statement = party ? await readStatementRow(tx, tenant.id, party.statementId, party.side, lock) : null;
  if (statement && statement.expiresAt <= services.clock.now()) throw new ProblemError('linkExpired');
  return statement;
}

export async function readStatementRow(tx: Transaction, tenantId: string, id: string, side: StatementSide, lock: 'read' | 'change'): Promise<Statement | null> {
  const isIt = and(eq(accidentStatements.tenantId, tenantId), eq(accidentStatements.id, id));
  const query = tx.select().from(accidentStatements).where(isIt);
  const [row] = await (lock === 'change' ? query.for('update') : query);
  if (!row) return null;
  const signed = accidentStatementSignatures;
  const [parties, signatures] = await Promise.all([
    tx.select({ side: accidentStatementParties.side, reportId: accidentStatementParties.reportId }).from(accidentStatementParties).where(and(eq(accidentStatementParties.tenantId, tenantId), eq(accidentStatementParties.statementId, id))),
    tx.select().from(signed).where(and(eq(signed.tenantId, tenantId), eq(signed.statementId, id))).orderBy(signed.signedAt, signed.side),
  ]);
  // The other one may have ended this phone's part between the two looks.
  if (!parties.some((party) => party.side === side)) return null;
  return { ...row, content: row.content as AccidentContent, side, paired: parties.some((party) => party.side === 'b'), onReport: parties.some((party) => party.side === side && party.reportId !== null), signatures };
}

/** Until B has a phone of their own, A's stands for both. */
export function maySpeakFor({ side, paired }: Statement, other: StatementSide): boolean {
  return side === other || (side === 'a' && !paired);
}
