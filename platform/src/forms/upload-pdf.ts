import { createHash } from 'node:crypto';
import type { formUploadSchema } from '@meldewerk/contract/form';
import { cleanTyped } from '@meldewerk/contract/typed-value';
import { formUploads } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { DocumentRefused } from '@meldewerk/documents/documents';
import { limit, takeFrom } from '../http/rate-limit.ts';
import { ProblemError } from '../http/problem.ts';
import type { StaffScope } from '../http/scope.ts';
import { storingFile } from './storing-file.ts';
import type { InferOutput } from 'valibot';

const perStaff = limit('form-upload-by-staff', 30, 20);

/** Takes in a PDF that is to become a form: read in its own process, and kept without anything in it that could act. */
export async function uploadPdf(scope: StaffScope, bytes: Uint8Array, fileName: string): Promise<InferOutput<typeof formUploadSchema>> {
  const { services, tenant, staff } = scope;
  await takeFrom(services, perStaff, tenant.id, staff.id);
  const { pages, cleaned } = await services.documents.inspect(bytes).catch(refuse);
  const id = services.newId();
  const row = { tenantId: tenant.id, id, sha256: createHash('sha256').update(cleaned).digest(), byteSize: cleaned.byteLength, pages, createdBy: staff.id, createdAt: services.clock.now() };
  await storingFile(scope, { id, bytes: cleaned }, async (keep) => {
    await inTenant(services.db, tenant.id, (tx) => tx.insert(formUploads).values(row));
    keep();
  });
  return { documentId: id, pageCount: pages.length, pages, suggestedTitle: titleFrom(fileName) };
}

function refuse(error: unknown): never {
  throw error instanceof DocumentRefused ? new ProblemError(error.problem) : error;
}

function titleFrom(fileName: string): string {
  return cleanTyped(fileName).replace(/\.pdf$/i, '').replace(/[_\s]+/g, ' ').trim().slice(0, 160);
}
