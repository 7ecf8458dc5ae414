import { Readable } from 'node:stream';
import { BlobMissing, documentBlobKey, photoBlobKey } from '@meldewerk/blobs/blob-store';
import type { MessageFileRendition } from '@meldewerk/contract/message';
import { reportMessages } from '@meldewerk/db/schema';
import { messageFiles } from '@meldewerk/db/schema-messages';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, isNull, or } from 'drizzle-orm';
import { attachment } from '../http/content-disposition.ts';
import { ProblemError } from '../http/problem.ts';
import type { CustomerScope, Scope, StaffScope } from '../http/scope.ts';

type FileRow = typeof messageFiles.$inferSelect;

/** A file of any message of the workshop's reports, or one this staff member has just uploaded. */
export async function sendFileToStaff(scope: StaffScope, fileId: string, rendition: MessageFileRendition, method: string): Promise<Response> {
  const { tenant, staff } = scope;
  const [found] = await inTenant(scope.services.db, tenant.id, (tx) =>
    tx
      .select({ file: messageFiles, written: reportMessages.id })
      .from(messageFiles)
      .leftJoin(reportMessages, and(eq(reportMessages.tenantId, messageFiles.tenantId), eq(reportMessages.id, messageFiles.messageId)))
      .where(and(eq(messageFiles.tenantId, tenant.id), eq(messageFiles.id, fileId))),
  );
  if (!found || (found.written === null && found.file.staffUserId !== staff.id)) throw new ProblemError('notFound');
  return send(scope, found.file, rendition, method);
}

/** A file of what workshop and customer wrote to each other, or one the customer has just uploaded. Never that of a note, and never an original: it may say where it was taken. */
export async function sendFileToCustomer(scope: CustomerScope, fileId: string, rendition: MessageFileRendition, method: string): Promise<Response> {
  const { tenant, reportId } = scope;
  const [found] = await inTenant(scope.services.db, tenant.id, (tx) =>
    tx
      .select({ file: messageFiles })
      .from(messageFiles)
      .leftJoin(reportMessages, and(eq(reportMessages.tenantId, messageFiles.tenantId), eq(reportMessages.id, messageFiles.messageId)))
      .where(and(
        eq(messageFiles.tenantId, tenant.id), eq(messageFiles.id, fileId), eq(messageFiles.reportId, reportId),
        or(eq(reportMessages.audience, 'customer'), and(isNull(messageFiles.messageId), isNull(messageFiles.staffUserId))),
      )),
  );
  if (!found || rendition === 'original') throw new ProblemError('notFound');
  const answer = await send(scope, found.file, rendition, method);
  // The access ends with the link; a copy in the browser would not.
  answer.headers.set('cache-control', 'private, no-store');
  return answer;
}

/** What a kind of file can be had as. The original of a PDF stays in the store: it could act. */
const renditionsOf: Record<FileRow['kind'], MessageFileRendition[]> = { photo: ['thumbnail', 'display', 'original'], pdf: ['document'] };

async function send({ services, tenant }: Scope, { id, kind, mediaType, fileName, redactionId }: FileRow, rendition: MessageFileRendition, method: string): Promise<Response> {
  if (!renditionsOf[kind].includes(rendition)) throw new ProblemError('notFound');
  const key = rendition === 'document' ? documentBlobKey(tenant.id, id) : photoBlobKey(tenant.id, redactionId ?? id, rendition);
  const { stream, byteSize } = await services.blobs.open(key).catch((error: unknown) => {
    throw error instanceof BlobMissing ? new ProblemError('notFound') : error;
  });
  const shown = rendition === 'thumbnail' || rendition === 'display';
  const headers = {
    'content-type': shown || redactionId ? 'image/jpeg' : mediaType,
    'content-disposition': shown ? 'inline' : attachment(redactionId ? fileName.replace(/\.\w+$/, '.jpg') : fileName),
    // Parts may be covered later: who shows it then asks under another address, and nobody keeps it for long.
    'cache-control': shown ? 'private, max-age=600' : 'private, no-store',
    'content-length': String(byteSize),
    'x-content-type-options': 'nosniff',
  };
  if (method !== 'HEAD') return new Response(Readable.toWeb(stream) as ReadableStream, { headers });
  stream.destroy();
  return new Response(null, { headers });
}
