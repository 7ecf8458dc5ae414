import type { Photo, PhotoFinding, PhotoMediaType } from '@meldewerk/contract/photo';
import type { ProblemCode } from '@meldewerk/contract/problem';
import type { Transaction } from '@meldewerk/db/client';
import { photos } from '@meldewerk/db/schema';
import { photoRedactions } from '@meldewerk/db/schema-redactions';
import { and, asc, eq, getTableColumns } from 'drizzle-orm';
import type { Scope } from '../http/scope.ts';

/** The photos of a report in the order in which the customer gave them. */
export async function readReportPhotos(scope: Scope, tx: Transaction, reportId: string): Promise<Photo[]> {
  const rows = await tx
    .select({ ...getTableColumns(photos), redactedAt: photoRedactions.madeAt, redactedSize: photoRedactions.byteSize, redactedSha256: photoRedactions.sha256 })
    .from(photos)
    .leftJoin(photoRedactions, and(eq(photoRedactions.tenantId, photos.tenantId), eq(photoRedactions.id, photos.redactionId)))
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
    location: row.latitude !== null && row.longitude !== null ? { latitude: row.latitude, longitude: row.longitude } : null,
    redaction: redactionOf(row),
  }));
}

type MaybeRedacted = { redactionId: string | null; redactedAt: Date | null; redactedSize: number | null; redactedSha256: Uint8Array | null };

function redactionOf({ redactionId, redactedAt, redactedSize, redactedSha256 }: MaybeRedacted): Photo['redaction'] {
  if (redactionId === null || redactedAt === null || redactedSize === null || redactedSha256 === null) return null;
  return { id: redactionId, madeAt: redactedAt.toISOString(), byteSize: redactedSize, sha256: Buffer.from(redactedSha256).toString('hex') };
}
