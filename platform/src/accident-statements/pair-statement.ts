import { randomBytes, timingSafeEqual } from 'node:crypto';
import { sideOfPath, type AccidentContent } from '@meldewerk/contract/accident-fields';
import type { AccidentStatement, joinStatementSchema, Pairing } from '@meldewerk/contract/accident-statement';
import type { Transaction } from '@meldewerk/db/client';
import { accidentStatementPairings, accidentStatementParties, accidentStatements } from '@meldewerk/db/schema-accident-statements';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type * as v from 'valibot';
import { addressKey, limit, takeFrom } from '../http/rate-limit.ts';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import { describeStatement, showsBothSides } from './describe-statement.ts';
import { findStatement, hashToken, withStatement, type Statement } from './statement-access.ts';

const lifetimeMs = 10 * 60 * 1000;
const perToken = limit('statement-pairings', 20, 15);
const guesses = limit('statement-joining-by-address', 20, 30);

/** A token for the other driver's phone: for one joining, within minutes. The one shown before stops to work. */
export async function makePairing(scope: Scope, tokenHash: Buffer, clientAddress: string): Promise<Pairing> {
  const { services, tenant } = scope;
  await takeFrom(services, perToken, tokenHash.toString('hex'));
  return withStatement(scope, tokenHash, clientAddress, async (tx, statement) => {
    if (statement.side !== 'a' || statement.paired) throw new ProblemError('forbidden');
    if (statement.closedAt) throw new ProblemError('statementSigned');
    const token = randomBytes(16).toString('base64url');
    const createdAt = services.clock.now();
    const expiresAt = new Date(createdAt.getTime() + lifetimeMs);
    const ofStatement = and(eq(accidentStatementPairings.tenantId, tenant.id), eq(accidentStatementPairings.statementId, statement.id));
    await tx.delete(accidentStatementPairings).where(and(ofStatement, isNull(accidentStatementPairings.usedAt)));
    await tx.insert(accidentStatementPairings).values({ tenantId: tenant.id, tokenHash: hashToken(token), statementId: statement.id, createdAt, expiresAt });
    return { token, expiresAt: expiresAt.toISOString() };
  });
}

/** Whether a scanned code still leads anywhere. It tells nothing else, and uses nothing up: pages are also opened by scanners of links. */
export async function assertInvitation(scope: Scope, pairingHash: Buffer, clientAddress: string): Promise<void> {
  await throttled(scope, clientAddress, (tx) => findOpenPairing(scope, tx, pairingHash));
}

/** The other driver's phone joins with the token it made; asking again with the same one is harmless, any other comes too late. */
export async function joinStatement(scope: Scope, pairingHash: Buffer, { token, language }: v.InferOutput<typeof joinStatementSchema>, clientAddress: string): Promise<AccidentStatement> {
  const { services, tenant } = scope;
  const tokenHash = hashToken(token);
  return throttled(scope, clientAddress, async (tx) => {
    const pairing = await findOpenPairing(scope, tx, pairingHash, tokenHash);
    if (!pairing.usedAt) {
      const now = services.clock.now();
      const party = { tenantId: tenant.id, statementId: pairing.statementId, side: 'b' as const, tokenHash, language, joinedAt: now };
      const [joined] = await tx.insert(accidentStatementParties).values(party).onConflictDoNothing().returning({ side: accidentStatementParties.side });
      if (!joined) throw new ProblemError('linkWithdrawn');
      // News to the phone that shows the code.
      await tx.update(accidentStatements).set({ version: sql`${accidentStatements.version} + 1` }).where(and(eq(accidentStatements.tenantId, tenant.id), eq(accidentStatements.id, pairing.statementId)));
      await tx.update(accidentStatementPairings).set({ usedAt: now, usedBy: tokenHash }).where(and(eq(accidentStatementPairings.tenantId, tenant.id), eq(accidentStatementPairings.tokenHash, pairingHash)));
    }
    const statement = await findStatement(scope, tx, tokenHash, 'read');
    if (!statement) throw new ProblemError('linkWithdrawn');
    return describeStatement(statement);
  });
}

/**
 * Ends the part of the other phone, as long as nothing is signed on that side: a code opened in the wrong browser must not end the
 * whole. What both state stays; of its own side it takes along what A has not been shown yet.
 */
export async function unpair(scope: Scope, tokenHash: Buffer, clientAddress: string): Promise<AccidentStatement> {
  const { tenant } = scope;
  return withStatement(scope, tokenHash, clientAddress, async (tx, statement) => {
    if (statement.side !== 'a') throw new ProblemError('forbidden');
    if (statement.closedAt || statement.signatures.some(({ side }) => side === 'b')) throw new ProblemError('statementSigned');
    await tx.delete(accidentStatementParties).where(and(eq(accidentStatementParties.tenantId, tenant.id), eq(accidentStatementParties.statementId, statement.id), eq(accidentStatementParties.side, 'b')));
    const set = { content: withoutUnshown(statement), readyB: false, version: statement.version + 1 };
    await tx.update(accidentStatements).set(set).where(and(eq(accidentStatements.tenantId, tenant.id), eq(accidentStatements.id, statement.id)));
    return describeStatement({ ...statement, ...set, paired: false });
  });
}

function withoutUnshown(statement: Statement): AccidentContent {
  const { content, writtenBy } = statement;
  return showsBothSides(statement) ? content : Object.fromEntries(Object.entries(content).filter(([path]) => sideOfPath(path) !== 'b' || writtenBy[path] !== 'b'));
}

async function findOpenPairing({ services, tenant }: Scope, tx: Transaction, pairingHash: Buffer, joining?: Buffer) {
  const pairings = accidentStatementPairings;
  const [pairing] = await tx.select().from(pairings).where(and(eq(pairings.tenantId, tenant.id), eq(pairings.tokenHash, pairingHash))).for('update');
  if (!pairing) throw new ProblemError('notFound');
  const again = pairing.usedBy !== null && joining !== undefined && timingSafeEqual(pairing.usedBy, joining);
  if (pairing.usedAt && !again) throw new ProblemError('linkWithdrawn');
  if (!again && pairing.expiresAt <= services.clock.now()) throw new ProblemError('linkExpired');
  return pairing;
}

/** Wrong codes are counted, right ones are not. */
async function throttled<Result>({ services, tenant }: Scope, clientAddress: string, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  try {
    return await inTenant(services.db, tenant.id, work);
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'notFound') await takeFrom(services, guesses, addressKey(clientAddress));
    throw error;
  }
}
