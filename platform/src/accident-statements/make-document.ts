import { createHash } from 'node:crypto';
import type { Signature } from '@meldewerk/contract/form';
import { accidentStatementParties, accidentStatements } from '@meldewerk/db/schema-accident-statements';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { recordEvent } from '../events/record-event.ts';
import { storingFile } from '../forms/storing-file.ts';
import { openJobScope } from '../job-scope.ts';
import type { Services } from '../services.ts';
import { hashFacts, loadStatement } from './describe-statement.ts';

/** Makes the one document of a statement that both have signed. Once it is there it stays as it is, however often this is asked. */
export async function makeAccidentDocument(services: Services, { tenantId, statementId }: { tenantId: string; statementId: string }): Promise<void> {
  const scope = await openJobScope(services, tenantId);
  const statement = scope && (await loadStatement(scope, statementId));
  if (!scope || !statement?.closedAt || statement.documentId) return;
  const { id, content, signatures, closedAt } = statement;
  const factsSha256 = hashFacts(id, content);
  if (!signatures.every((signature) => factsSha256.equals(signature.factsSha256))) throw new Error('what was signed is not what is written');
  const { name, timeZone } = scope.tenant.settings;
  const bytes = await services.documents.accidentStatement({
    id, content, timeZone,
    workshop: name,
    factsSha256: factsSha256.toString('hex'),
    sealedAt: closedAt,
    signatures: signatures.map(({ side, name: signer, signature, signedAt, device }) => ({ side, name: signer, signature: signature as Signature, signedAt, device })),
  });
  const file = { id: services.newId(), bytes };
  const sha256 = createHash('sha256').update(bytes).digest();
  await storingFile(scope, file, (keep) =>
    inTenant(services.db, tenantId, async (tx) => {
      const [made] = await tx
        .update(accidentStatements)
        .set({ documentId: file.id, documentSha256: sha256, documentSize: bytes.byteLength, version: statement.version + 1 })
        .where(and(eq(accidentStatements.tenantId, tenantId), eq(accidentStatements.id, id), isNull(accidentStatements.documentId)))
        .returning({ id: accidentStatements.id });
      if (!made) return;
      keep();
      const parties = accidentStatementParties;
      const reported = await tx.select({ reportId: parties.reportId }).from(parties).where(and(eq(parties.tenantId, tenantId), eq(parties.statementId, id), isNotNull(parties.reportId)));
      for (const { reportId } of reported) if (reportId) await recordEvent(services, tx, tenantId, reportId, { type: 'accidentStatementSigned', actor: { kind: 'customer', id: null }, data: { statementId: id, sha256: sha256.toString('hex') } });
    }),
  );
}
