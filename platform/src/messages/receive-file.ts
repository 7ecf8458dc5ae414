import { createHash } from 'node:crypto';
import { documentBlobKey, photoBlobKey, type BlobKey } from '@meldewerk/blobs/blob-store';
import { messageLimits, type MessageFile } from '@meldewerk/contract/message';
import type { PhotoMediaType } from '@meldewerk/contract/photo';
import { cleanTyped } from '@meldewerk/contract/typed-value';
import { damageReports } from '@meldewerk/db/schema';
import { messageFiles } from '@meldewerk/db/schema-messages';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { DocumentRefused } from '@meldewerk/documents/documents';
import { blankLocation } from '@meldewerk/photo-check/location';
import { and, count, eq, isNotNull, isNull } from 'drizzle-orm';
import { addressKey, limit, takeAll, takeFrom } from '../http/rate-limit.ts';
import { ProblemError } from '../http/problem.ts';
import type { CustomerScope, Scope, StaffScope } from '../http/scope.ts';
import { checkBytes } from '../photos/check-content.ts';
import { PhotoRefused } from '../photos/decoder.ts';
import { messageTexts } from './texts.ts';

type Incoming = { reportId: string; /** Null: the customer. */ staffUserId: string | null; fileName: string };
/** A file that was understood: what it is, and all that is kept of it. */
type Read = { kind: 'photo' | 'pdf'; mediaType: string; blobs: (id: string) => [BlobKey, Uint8Array][] };

const perStaff = limit('message-file-by-staff', 60, 5);
const perReport = limit('message-file-by-customer-of-report', 30, 60);
const perAddress = limit('message-file-by-address', 60, 30);
/** Uploaded and not sent; more than that, and somebody uses us as a store. */
const unsentAtMost = 30;

export async function receiveStaffFile(scope: StaffScope, reportId: string, bytes: Uint8Array, fileName: string): Promise<MessageFile> {
  const { services, tenant, staff } = scope;
  await takeFrom(services, perStaff, tenant.id, staff.id);
  return receive(scope, bytes, { reportId, staffUserId: staff.id, fileName });
}

/** Called before the body is read, so that too many of them are turned away at the door. */
export async function takeTurn({ services, tenant, reportId }: CustomerScope, clientAddress: string): Promise<void> {
  await takeAll(services, [perReport, tenant.id, reportId], [perAddress, addressKey(clientAddress)]);
}

export async function receiveCustomerFile(scope: CustomerScope, bytes: Uint8Array, fileName: string): Promise<MessageFile> {
  return receive(scope, bytes, { reportId: scope.reportId, staffUserId: null, fileName });
}

/** Takes in a file that is to go with a message. All of it is stored for good before the row says so. */
async function receive(scope: Scope, bytes: Uint8Array, { reportId, staffUserId, fileName }: Incoming): Promise<MessageFile> {
  const { services, tenant } = scope;
  await assertRoom(scope, reportId, staffUserId === null);
  const { kind, mediaType, blobs } = await read(scope, bytes, staffUserId === null);
  const id = services.newId();
  const file: MessageFile = { id, kind, fileName: nameOf(fileName, mediaType), byteSize: bytes.byteLength };
  const stored = blobs(id);
  let kept = false;
  try {
    await Promise.all(stored.map(([key, content]) => services.blobs.put(key, content)));
    await inTenant(services.db, tenant.id, (tx) =>
      tx.insert(messageFiles).values({ ...file, tenantId: tenant.id, reportId, staffUserId, mediaType, sha256: createHash('sha256').update(bytes).digest(), createdAt: services.clock.now() }),
    );
    kept = true;
  } finally {
    if (!kept) await Promise.all(stored.map(([key]) => services.blobs.remove(key)));
  }
  return file;
}

/** Each side has its own room: a customer who fills theirs keeps nobody at the desk from sending. */
async function assertRoom({ services, tenant }: Scope, reportId: string, isCustomer: boolean): Promise<void> {
  await inTenant(services.db, tenant.id, async (tx) => {
    const [report] = await tx.select({ id: damageReports.id }).from(damageReports).where(and(eq(damageReports.tenantId, tenant.id), eq(damageReports.id, reportId)));
    if (!report) throw new ProblemError('notFound');
    const [unsent] = await tx
      .select({ files: count() })
      .from(messageFiles)
      .where(and(
        eq(messageFiles.tenantId, tenant.id), eq(messageFiles.reportId, reportId), isNull(messageFiles.messageId), isNull(messageFiles.approvalId),
        isCustomer ? isNull(messageFiles.staffUserId) : isNotNull(messageFiles.staffUserId),
      ));
    if ((unsent?.files ?? 0) >= unsentAtMost) throw new ProblemError('tooManyRequests', { retryAfterSeconds: 60 * 60 });
  });
}

async function read(scope: Scope, bytes: Uint8Array, isCustomers: boolean): Promise<Read> {
  const { services, tenant, language } = scope;
  if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-') {
    if (bytes.byteLength > messageLimits.maxPdfBytes) throw new ProblemError('bodyTooLarge');
    const { cleaned } = await services.documents.inspect(bytes).catch((error: unknown) => {
      throw error instanceof DocumentRefused ? new ProblemError(error.problem) : error;
    });
    return { kind: 'pdf', mediaType: 'application/pdf', blobs: (id) => [[photoBlobKey(tenant.id, id, 'original'), bytes], [documentBlobKey(tenant.id, id), cleaned]] };
  }
  // As with every photo of a customer: the page has done so before it sent, and whoever sends by another way sends no place either.
  if (isCustomers) blankLocation(bytes);
  const mediaType = await checkBytes(bytes).catch((error: unknown) => {
    if (error instanceof ProblemError && error.code === 'photoTypeUnsupported') throw new ProblemError('photoTypeUnsupported', { issues: [{ path: '', code: 'type', message: messageTexts[language].wrongFile }] });
    throw error;
  });
  const { display, thumbnail } = await services.decoder.decode(bytes, mediaType).catch((error: unknown) => {
    throw error instanceof PhotoRefused ? new ProblemError(error.problem) : error;
  });
  return { kind: 'photo', mediaType, blobs: (id) => [[photoBlobKey(tenant.id, id, 'original'), bytes], [photoBlobKey(tenant.id, id, 'display'), display], [photoBlobKey(tenant.id, id, 'thumbnail'), thumbnail]] };
}

const endings: Record<PhotoMediaType | 'application/pdf', string> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp', 'image/heic': 'heic', 'image/avif': 'avif', 'application/pdf': 'pdf' };

/** As its sender named it, without what could leave its place, and with the ending of what it is. */
function nameOf(typed: string, mediaType: string): string {
  const stem = cleanTyped(typed).replace(/\.[A-Za-z0-9]{1,5}$/, '').replace(/[^\p{L}\p{N} ._()-]+/gu, '-').replace(/\s+/g, ' ').replace(/^[ .-]+|[ .-]+$/g, '').slice(0, 120).toWellFormed();
  const ending = endings[mediaType as keyof typeof endings];
  return `${stem || (ending === 'pdf' ? 'Dokument' : 'Foto')}.${ending}`;
}
