import type { Transaction } from '@meldewerk/db/client';
import { formSignatures, signedDocuments } from '@meldewerk/db/schema';
import { recordEvent } from '../events/record-event.ts';
import type { Scope } from '../http/scope.ts';
import type { FoundReportForm } from './find-report-forms.ts';
import type { SignatureRow } from './read-signing.ts';
import type { Sealed } from './seal-form.ts';

/** Writes down a signature with its sealed file and its place in the report's chain, all or nothing. The report is locked. */
export async function recordSignature({ services, tenant }: Scope, tx: Transaction, form: FoundReportForm, signature: SignatureRow, sealed: Sealed): Promise<void> {
  const { id, sha256, unsignedSha256, bytes } = sealed;
  await tx.insert(formSignatures).values(signature);
  await tx.insert(signedDocuments).values({ tenantId: tenant.id, id, reportFormId: form.id, signatureId: signature.id, sha256, unsignedSha256, byteSize: bytes.byteLength, createdAt: services.clock.now() });
  await recordEvent(services, tx, tenant.id, form.reportId, {
    type: signature.signer === 'customer' ? 'formSigned' : 'formCountersigned',
    actor: signature.staffUserId ? { kind: 'staff', id: signature.staffUserId } : { kind: 'customer', id: null },
    data: { reportFormId: form.id, formId: form.version.formId, version: form.version.version, signatureId: signature.id, unsignedSha256: unsignedSha256.toString('hex'), signedSha256: sha256.toString('hex') },
  });
}
