import { documentBlobKey } from '@meldewerk/blobs/blob-store';
import { formDocuments, formSignatures, formUploads, formVersions } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, inArray, lt, notExists, sql } from 'drizzle-orm';
import type { Services } from '../services.ts';
import { lockUploads } from './lock-uploads.ts';

const keptForMs = 30 * 24 * 60 * 60 * 1000;
const filesAtATime = 200;

/** Takes away filled forms that nobody signed and uploads that never became a form, with their files. */
export async function sweepForms({ db, clock, blobs }: Services, tenantId: string): Promise<void> {
  const before = new Date(clock.now().getTime() - keptForMs);
  const gone = await inTenant(db, tenantId, async (tx) => {
    await lockUploads(tx, tenantId, 'sweep');
    const signed = tx.select({ one: sql`1` }).from(formSignatures).where(and(eq(formSignatures.tenantId, tenantId), eq(formSignatures.documentId, formDocuments.id)));
    const used = tx.select({ one: sql`1` }).from(formVersions).where(and(eq(formVersions.tenantId, tenantId), sql`${formVersions.content} ->> 'documentId' = ${formUploads.id}::text`));
    const unread = tx.select({ id: formDocuments.id }).from(formDocuments).where(and(eq(formDocuments.tenantId, tenantId), lt(formDocuments.createdAt, before), notExists(signed))).limit(filesAtATime);
    const unused = tx.select({ id: formUploads.id }).from(formUploads).where(and(eq(formUploads.tenantId, tenantId), lt(formUploads.createdAt, before), notExists(used))).limit(filesAtATime);
    const documents = await tx.delete(formDocuments).where(and(eq(formDocuments.tenantId, tenantId), inArray(formDocuments.id, unread))).returning({ id: formDocuments.id });
    const uploads = await tx.delete(formUploads).where(and(eq(formUploads.tenantId, tenantId), inArray(formUploads.id, unused))).returning({ id: formUploads.id });
    return [...documents, ...uploads];
  });
  for (const { id } of gone) await blobs.remove(documentBlobKey(tenantId, id));
}
