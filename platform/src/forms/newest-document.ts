import type { FormDocument } from '@meldewerk/contract/form';
import type { Transaction } from '@meldewerk/db/client';
import { formDocuments } from '@meldewerk/db/schema';
import { and, desc, eq } from 'drizzle-orm';
import type { Scope } from '../http/scope.ts';
import type { DocumentRow } from './read-signing.ts';

/** The filled form that was read last: the only one that can be signed. */
export async function newestDocument({ tenant }: Scope, tx: Transaction, reportFormId: string): Promise<DocumentRow | undefined> {
  const [document] = await tx
    .select()
    .from(formDocuments)
    .where(and(eq(formDocuments.tenantId, tenant.id), eq(formDocuments.reportFormId, reportFormId)))
    .orderBy(desc(formDocuments.number))
    .limit(1);
  return document;
}

export function describeDocument({ id, sha256, pageCount, text }: Pick<DocumentRow, 'id' | 'sha256' | 'pageCount' | 'text'>, signatureId: string | null): FormDocument {
  return { documentId: id, sha256: Buffer.from(sha256).toString('hex'), pageCount, text, signatureId };
}
