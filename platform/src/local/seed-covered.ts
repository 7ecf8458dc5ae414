import type { RedactedArea } from '@meldewerk/contract/redaction';
import { photos } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import type { StaffScope } from '../http/scope.ts';
import { redactPhoto } from '../redactions/redact-photo.ts';
import type { Past } from './seed.ts';

/** A part of a seeded photo that staff made unrecognisable. */
export type SeedCovered = { shotId: string; afterMinutes: number; areas: RedactedArea[] };

/** Covered by the same verb as a real one. */
export async function seedCovered({ services, travelTo }: Past, scope: StaffScope, { reportId, sentAt, covered }: { reportId: string; sentAt: Date; covered: SeedCovered }): Promise<void> {
  const { tenant } = scope;
  travelTo(new Date(sentAt.getTime() + covered.afterMinutes * 60_000));
  const [photo] = await inTenant(services.db, tenant.id, (tx) =>
    tx.select({ id: photos.id }).from(photos).where(and(eq(photos.tenantId, tenant.id), eq(photos.reportId, reportId), eq(photos.shotId, covered.shotId))),
  );
  if (photo) await redactPhoto(scope, photo.id, { areas: covered.areas, replaces: null });
}
