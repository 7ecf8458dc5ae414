import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { documentBlobKey } from '@meldewerk/blobs/blob-store';
import type { Signature } from '@meldewerk/contract/form';
import type { SignatureField } from '@meldewerk/documents/documents';
import { letterheadOf } from '../documents/letterhead.ts';
import type { Scope } from '../http/scope.ts';
import type { FoundReportForm } from './find-report-forms.ts';
import type { DocumentRow, SignatureRow } from './read-signing.ts';

export type Sealed = { id: string; sha256: Buffer; unsignedSha256: Buffer; bytes: Uint8Array };

/** The document with these signatures in place, its evidence page and the seal, under an id of its own. Works outside any transaction. */
export async function sealForm(scope: Scope, { version, report }: FoundReportForm, document: DocumentRow, signatures: SignatureRow[]): Promise<Sealed> {
  const { services, tenant } = scope;
  const { timeZone } = tenant.settings;
  const { language } = version;
  const pdf = await buffer((await services.blobs.open(documentBlobKey(tenant.id, document.id))).stream);
  const unsignedSha256 = Buffer.from(document.sha256);
  if (!sha256(pdf).equals(unsignedSha256)) throw new Error('the file of a document is not what was read');
  const places = document.signatureFields as SignatureField[];

  const bytes = await services.documents.sign({
    pdf,
    signatures: signatures.flatMap(({ signer, signature, name, signedAt }) =>
      places.filter((place) => place.signer === signer).map((place) => ({ place, signature: signature as Signature, name, signedAt, timeZone, language })),
    ),
    evidence: {
      language, timeZone,
      letterhead: letterheadOf(tenant.settings),
      title: version.title,
      version: version.version,
      reference: report.reference,
      unsignedSha256: unsignedSha256.toString('hex'),
      signers: signatures.map(({ name, signer, signature, signedAt, ip, userAgent }) => ({ name, role: signer, method: (signature as Signature).method, signedAt, ip, userAgent })),
      sealedAt: services.clock.now(),
    },
  });
  return { id: services.newId(), sha256: sha256(bytes), unsignedSha256, bytes };
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
