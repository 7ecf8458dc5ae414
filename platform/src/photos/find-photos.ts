import type { PhotoMediaType } from '@meldewerk/contract/photo';
import { damageReports, photos } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { photoRedactions } from '@meldewerk/db/schema-redactions';
import { and, asc, eq, getTableColumns } from 'drizzle-orm';
import { findCatalogue } from '../catalogues/find-catalogue.ts';
import type { Scope } from '../http/scope.ts';
import { namePhotos } from './file-name.ts';

/** `blobId`: under which its bytes lie; another id than the photo's own when parts of it are covered. */
export type NamedFile = { id: string; blobId: string; fileName: string; mediaType: PhotoMediaType; byteSize: number; uploadedAt: Date };

/** The photos of a report under speaking names, in the customer's order; null when the tenant has no such report. */
export async function findPhotosOfReport(scope: Scope, reportId: string): Promise<{ licensePlate: string; reference: string; files: NamedFile[] } | null> {
  const tenantId = scope.tenant.id;
  const [[report], rows] = await inTenant(scope.services.db, tenantId, (tx) =>
    Promise.all([
      tx.select().from(damageReports).where(and(eq(damageReports.tenantId, tenantId), eq(damageReports.id, reportId))),
      tx
        .select({ ...getTableColumns(photos), redactedSize: photoRedactions.byteSize })
        .from(photos)
        .leftJoin(photoRedactions, and(eq(photoRedactions.tenantId, photos.tenantId), eq(photoRedactions.id, photos.redactionId)))
        .where(and(eq(photos.tenantId, tenantId), eq(photos.reportId, reportId)))
        .orderBy(asc(photos.position), asc(photos.id)),
    ]),
  );
  if (!report) return null;
  const labels = await shotLabels(scope, report);
  const photosToName = rows.map((row) => ({ ...row, mediaType: row.redactionId === null ? (row.mediaType as PhotoMediaType) : ('image/jpeg' as const), byteSize: row.redactedSize ?? row.byteSize, shotLabel: labels.get(row.shotId) ?? row.shotId }));
  const names = namePhotos(photosToName, report.licensePlate, scope.tenant.settings.timeZone);
  const files = photosToName.map(({ id, redactionId, mediaType, byteSize, uploadedAt }) => ({ id, blobId: redactionId ?? id, fileName: names.get(id) ?? id, mediaType, byteSize, uploadedAt }));
  return { licensePlate: report.licensePlate, reference: report.reference, files };
}

/** File names are German, whoever downloads them: they end up in the workshop's files. */
async function shotLabels(scope: Scope, report: { catalogueVersion: number; category: string | null }): Promise<Map<string, string>> {
  const catalogue = await findCatalogue(scope, report.catalogueVersion);
  const category = catalogue?.categories.find(({ id }) => id === report.category);
  return new Map(category?.shots.map((shot) => [shot.id, shot.label.de]));
}
