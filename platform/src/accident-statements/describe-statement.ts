import { createHash } from 'node:crypto';
import { factsText, sideOfPath, type AccidentContent } from '@meldewerk/contract/accident-fields';
import type { AccidentStatement } from '@meldewerk/contract/accident-statement';
import { inTenant } from '@meldewerk/db/tenant-scope';
import type { Scope } from '../http/scope.ts';
import { readStatementRow, withStatement, type SignatureRow, type Statement } from './statement-access.ts';

/** The statement as the bearer's side sees it. */
export async function readStatement(scope: Scope, tokenHash: Buffer, clientAddress: string): Promise<AccidentStatement> {
  return withStatement(scope, tokenHash, clientAddress, async (_, statement) => describeStatement(statement), 'read');
}

/** The other's own details come into sight when both say that their side is done: then both are to sign them. */
export function describeStatement(statement: Statement): AccidentStatement {
  const { id, version, side, content, writtenBy, paired, readyA, readyB, signatures, closedAt, onReport, expiresAt } = statement;
  const showsBoth = showsBothSides(statement);
  const filledBy = (one: 'a' | 'b') => Object.keys(content).filter((path) => sideOfPath(path) === one).length;
  return {
    id, version, side, paired, showsBoth, onReport,
    writtenBy: Object.fromEntries(Object.entries(writtenBy).filter(([path]) => sideOfPath(path) === null)),
    content: showsBoth ? content : Object.fromEntries(Object.entries(content).filter(([path]) => (sideOfPath(path) ?? side) === side)),
    ready: { a: readyA, b: readyB },
    filled: { a: filledBy('a'), b: filledBy('b') },
    signatures: signatures.map(describeSignature),
    factsSha256: showsBoth ? hashFacts(id, content).toString('hex') : null,
    closedAt: closedAt?.toISOString() ?? null,
    document: describeDocument(statement),
    expiresAt: expiresAt.toISOString(),
  };
}

/** Whether each side has all of the other before it. */
export function showsBothSides({ paired, frozenAt, readyA, readyB }: Statement): boolean {
  return !paired || frozenAt !== null || (readyA && readyB);
}

export function describeSignature({ side, name, signedAt, device }: SignatureRow): AccidentStatement['signatures'][number] {
  return { side, name, signedAt: signedAt.toISOString(), ownDevice: device === side };
}

export function describeDocument({ documentSha256, documentSize }: Pick<Statement, 'documentSha256' | 'documentSize'>): AccidentStatement['document'] {
  return documentSha256 && documentSize !== null ? { sha256: Buffer.from(documentSha256).toString('hex'), byteSize: documentSize } : null;
}

export function hashFacts(id: string, content: AccidentContent): Buffer {
  return createHash('sha256').update(factsText(id, content), 'utf8').digest();
}

/** For jobs and staff: without anybody's token. */
export function loadStatement({ services, tenant }: Scope, statementId: string): Promise<Statement | null> {
  return inTenant(services.db, tenant.id, (tx) => readStatementRow(tx, tenant.id, statementId, 'a', 'read'));
}
