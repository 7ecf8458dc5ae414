import type { RedactedArea, RedactionState } from '@meldewerk/contract/redaction';
import { staffUsers } from '@meldewerk/db/schema';
import { originalOpenings, photoRedactions } from '@meldewerk/db/schema-redactions';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, desc, eq } from 'drizzle-orm';
import type { StaffScope } from '../http/scope.ts';
import { findPhoto } from './find-photo.ts';

/** What is covered on a photo, and who opened its original. */
export async function readRedaction(scope: StaffScope, photoId: string): Promise<RedactionState> {
  const { services, tenant } = scope;
  const { redactionId } = await findPhoto(scope, photoId);
  const [redactions, openings] = await inTenant(services.db, tenant.id, (tx) =>
    Promise.all([
      tx
        .select({ id: photoRedactions.id, areas: photoRedactions.areas, madeAt: photoRedactions.madeAt, staffName: staffUsers.name })
        .from(photoRedactions)
        .innerJoin(staffUsers, and(eq(staffUsers.tenantId, photoRedactions.tenantId), eq(staffUsers.id, photoRedactions.madeBy)))
        .where(and(eq(photoRedactions.tenantId, tenant.id), eq(photoRedactions.photoId, photoId))),
      tx
        .select({ at: originalOpenings.openedAt, staffName: staffUsers.name, reason: originalOpenings.reason })
        .from(originalOpenings)
        .innerJoin(staffUsers, and(eq(staffUsers.tenantId, originalOpenings.tenantId), eq(staffUsers.id, originalOpenings.openedBy)))
        .where(and(eq(originalOpenings.tenantId, tenant.id), eq(originalOpenings.photoId, photoId)))
        .orderBy(desc(originalOpenings.openedAt)),
    ]),
  );
  const current = redactions.find(({ id }) => id === redactionId);
  return {
    redaction: current ? { ...current, areas: current.areas as RedactedArea[], madeAt: current.madeAt.toISOString() } : null,
    openings: openings.map(({ at, ...opening }) => ({ at: at.toISOString(), ...opening })),
  };
}
