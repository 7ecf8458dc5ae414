import { Readable } from 'node:stream';
import { photoBlobKey } from '@meldewerk/blobs/blob-store';
import type { StaffLanguage } from '@meldewerk/contract/language';
import { damageReports } from '@meldewerk/db/schema';
import { approvalPhotos } from '@meldewerk/db/schema-approvals';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import { sendDocument } from '../forms/send-document.ts';
import { fileNameOf } from '../forms/signed-documents.ts';
import { ProblemError } from '../http/problem.ts';
import type { CustomerScope, Scope } from '../http/scope.ts';
import { shownBlobId } from '../photos/shown-blob-id.ts';
import { findApproval, type ApprovalRow } from './read-approvals.ts';
import { approvalTexts } from './texts.ts';

type Rendition = 'thumbnail' | 'display';

/** A photo that goes with a question. To a customer only of their own report. */
export async function sendApprovalPhoto(scope: Scope | CustomerScope, approvalId: string, photoId: string, rendition: Rendition, method: string): Promise<Response> {
  const { services, tenant } = scope;
  await inTenant(services.db, tenant.id, async (tx) => {
    assertOwn(scope, await findApproval(scope, tx, approvalId));
    const [photo] = await tx.select({ id: approvalPhotos.photoId }).from(approvalPhotos).where(and(eq(approvalPhotos.tenantId, tenant.id), eq(approvalPhotos.approvalId, approvalId), eq(approvalPhotos.photoId, photoId)));
    if (!photo) throw new ProblemError('notFound');
  });
  const { stream, byteSize } = await services.blobs.open(photoBlobKey(tenant.id, await shownBlobId(scope, photoId), rendition));
  const headers = { 'content-type': 'image/jpeg', 'content-disposition': 'inline', 'cache-control': 'private, no-store', 'content-length': String(byteSize), 'x-content-type-options': 'nosniff' };
  if (method !== 'HEAD') return new Response(Readable.toWeb(stream) as ReadableStream, { headers });
  stream.destroy();
  return new Response(null, { headers });
}

/** The sealed PDF of question and answer. To a customer only of their own report. */
export async function sendApprovalDocument(scope: Scope | CustomerScope, approvalId: string, method: string): Promise<Response> {
  const { services, tenant } = scope;
  const { documentId, fileName } = await inTenant(services.db, tenant.id, async (tx) => {
    const approval = await findApproval(scope, tx, approvalId);
    assertOwn(scope, approval);
    const [report] = await tx.select({ reference: damageReports.reference, language: damageReports.language }).from(damageReports).where(and(eq(damageReports.tenantId, tenant.id), eq(damageReports.id, approval.reportId)));
    if (!approval.documentId || !report) throw new ProblemError('notFound');
    return { documentId: approval.documentId, fileName: fileNameOf(report.reference, approvalTexts[report.language as StaffLanguage].title[approval.kind]) };
  });
  return sendDocument(scope, documentId, fileName, method);
}

function assertOwn(scope: Scope | CustomerScope, { reportId }: ApprovalRow): void {
  if ('reportId' in scope && scope.reportId !== reportId) throw new ProblemError('notFound');
}
