import type { Transaction } from '@meldewerk/db/client';
import { formDocuments, formSignatures, signedDocuments } from '@meldewerk/db/schema';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Scope } from '../http/scope.ts';

export type SignatureRow = typeof formSignatures.$inferSelect;
export type SignedDocumentRow = typeof signedDocuments.$inferSelect;
export type DocumentRow = typeof formDocuments.$inferSelect;

/** What of a form is signed: the customer's newest signature, what it stands under, the workshop's under the same, and the newest sealed file. */
export type Signing = { document: DocumentRow; customer: SignatureRow; workshop: SignatureRow | null; sealed: SignedDocumentRow };

/** By form of the report; those nobody has signed are not there. */
export async function readSignings({ tenant }: Scope, tx: Transaction, reportFormIds: string[]): Promise<Map<string, Signing>> {
  if (reportFormIds.length === 0) return new Map();
  const rows = await tx
    .select({ signature: formSignatures, document: formDocuments, sealed: signedDocuments })
    .from(formSignatures)
    .innerJoin(formDocuments, and(eq(formDocuments.tenantId, formSignatures.tenantId), eq(formDocuments.id, formSignatures.documentId)))
    .innerJoin(signedDocuments, and(eq(signedDocuments.tenantId, formSignatures.tenantId), eq(signedDocuments.signatureId, formSignatures.id)))
    .where(and(eq(formSignatures.tenantId, tenant.id), inArray(formSignatures.reportFormId, reportFormIds)))
    .orderBy(asc(formDocuments.number));
  const signings = new Map<string, Signing>();
  for (const { signature, document, sealed } of rows) {
    if (signature.signer === 'customer') signings.set(signature.reportFormId, { document, customer: signature, workshop: null, sealed });
  }
  for (const { signature, sealed } of rows) {
    const signing = signings.get(signature.reportFormId);
    if (signature.signer === 'workshop' && signing?.document.id === signature.documentId) signings.set(signature.reportFormId, { ...signing, workshop: signature, sealed });
  }
  return signings;
}

export function stateOf(needsWorkshopSignature: boolean, signing: Signing | undefined): 'open' | 'signedByCustomer' | 'complete' {
  if (!signing) return 'open';
  return needsWorkshopSignature && !signing.workshop ? 'signedByCustomer' : 'complete';
}
