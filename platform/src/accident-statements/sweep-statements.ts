import { documentBlobKey } from '@meldewerk/blobs/blob-store';
import { accidentStatementParties, accidentStatements } from '@meldewerk/db/schema-accident-statements';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, inArray, isNotNull, lt, notExists, sql } from 'drizzle-orm';
import type { Services } from '../services.ts';

const atATime = 200;

/** Takes away statements whose time is over and that belong to no report: never finished ones, and finished ones both had time to keep. */
export async function sweepStatements({ db, clock, blobs }: Services, tenantId: string): Promise<void> {
  const gone = await inTenant(db, tenantId, async (tx) => {
    const onReport = tx
      .select({ one: sql`1` })
      .from(accidentStatementParties)
      .where(and(eq(accidentStatementParties.tenantId, tenantId), eq(accidentStatementParties.statementId, accidentStatements.id), isNotNull(accidentStatementParties.reportId)));
    const over = tx.select({ id: accidentStatements.id }).from(accidentStatements).where(and(eq(accidentStatements.tenantId, tenantId), lt(accidentStatements.expiresAt, clock.now()), notExists(onReport))).limit(atATime);
    return tx.delete(accidentStatements).where(and(eq(accidentStatements.tenantId, tenantId), inArray(accidentStatements.id, over))).returning({ documentId: accidentStatements.documentId });
  });
  for (const { documentId } of gone) if (documentId) await blobs.remove(documentBlobKey(tenantId, documentId));
}
