import type { Photo, PhotoFinding, PhotoMediaType } from '@meldewerk/contract/photo';
import type { ProblemCode } from '@meldewerk/contract/problem';
import type { Transaction } from '@meldewerk/db/client';
import { photos } from '@meldewerk/db/schema';
import { and, asc, eq } from 'drizzle-orm';
import type { Scope } from '../http/scope.ts';

/** The photos of a report in the order in which the customer gave them. */
export async function readReportPhotos(scope: Scope, tx: Transaction, reportId: string): Promise<Photo[]> {
  const rows = await tx
    .select()
    .from(photos)
    .where(and(eq(photos.tenantId, scope.tenant.id), eq(photos.reportId, reportId)))
    .orderBy(asc(photos.position), asc(photos.id));
  return rows.map((row) => ({
    id: row.id,
    shotId: row.shotId,
    spotId: row.spotId,
    findings: row.findings as PhotoFinding[],
    position: row.position,
    state: row.state,
    problem: row.problem as ProblemCode | null,
    mediaType: row.mediaType as PhotoMediaType,
    byteSize: row.byteSize,
    width: row.width,
    height: row.height,
    sha256: Buffer.from(row.sha256).toString('hex'),
    source: row.source,
    originalName: row.originalName,
    capturedAt: row.capturedAt,
    uploadedAt: row.uploadedAt.toISOString(),
  }));
}
