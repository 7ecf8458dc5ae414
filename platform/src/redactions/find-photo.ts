import type { Transaction } from '@meldewerk/db/client';
import { photos } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import { ProblemError } from '../http/problem.ts';
import type { StaffScope } from '../http/scope.ts';

type PhotoOfReport = { id: string; reportId: string; state: 'received' | 'ready' | 'refused'; mediaType: string; sha256: Uint8Array; redactionId: string | null };

/** A photo of a report; those of drafts that were never sent are nobody's business: notFound. */
export function findPhoto(scope: StaffScope, photoId: string): Promise<PhotoOfReport> {
  return inTenant(scope.services.db, scope.tenant.id, async (tx) => ofReport(await tx.select(columns).from(photos).where(isPhoto(scope, photoId))));
}

/** The same, held until the end of the transaction. */
export async function lockPhoto(scope: StaffScope, tx: Transaction, photoId: string): Promise<PhotoOfReport> {
  return ofReport(await tx.select(columns).from(photos).where(isPhoto(scope, photoId)).for('update'));
}

const columns = { id: photos.id, reportId: photos.reportId, state: photos.state, mediaType: photos.mediaType, sha256: photos.sha256, redactionId: photos.redactionId };

function isPhoto({ tenant }: StaffScope, photoId: string) {
  return and(eq(photos.tenantId, tenant.id), eq(photos.id, photoId));
}

function ofReport([photo]: (Omit<PhotoOfReport, 'reportId'> & { reportId: string | null })[]): PhotoOfReport {
  if (!photo?.reportId) throw new ProblemError('notFound');
  return { ...photo, reportId: photo.reportId };
}
