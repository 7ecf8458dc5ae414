import { photos, reportForms, signedDocuments } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import { sendDocument } from '../forms/send-document.ts';
import { findSignedFile } from '../forms/signed-documents.ts';
import { ProblemError } from '../http/problem.ts';
import type { CustomerScope } from '../http/scope.ts';
import { openPhoto, type PhotoAnswer } from '../photos/send-photo.ts';

/** A photo of the customer's own report. */
export async function openOwnPhoto(scope: CustomerScope, photoId: string, rendition: 'thumbnail' | 'display'): Promise<PhotoAnswer> {
  const { services, tenant, reportId } = scope;
  const [own] = await inTenant(services.db, tenant.id, (tx) =>
    tx.select({ id: photos.id }).from(photos).where(and(eq(photos.tenantId, tenant.id), eq(photos.id, photoId), eq(photos.reportId, reportId))),
  );
  if (!own) throw new ProblemError('notFound');
  const { stream, headers } = await openPhoto(scope, photoId, rendition);
  // The access ends with the link; a copy in the browser would not.
  return { stream, headers: { ...headers, 'cache-control': 'private, no-store' } };
}

/** A sealed PDF of the customer's own report. */
export async function sendOwnDocument(scope: CustomerScope, documentId: string, method: string): Promise<Response> {
  const { services, tenant, reportId } = scope;
  const [own] = await inTenant(services.db, tenant.id, (tx) =>
    tx
      .select({ id: signedDocuments.id })
      .from(signedDocuments)
      .innerJoin(reportForms, and(eq(reportForms.tenantId, signedDocuments.tenantId), eq(reportForms.id, signedDocuments.reportFormId)))
      .where(and(eq(signedDocuments.tenantId, tenant.id), eq(signedDocuments.id, documentId), eq(reportForms.reportId, reportId))),
  );
  if (!own) throw new ProblemError('notFound');
  const { fileName } = await findSignedFile(scope, documentId);
  return sendDocument(scope, documentId, fileName, method);
}
