import { exportBlobKey } from '@meldewerk/blobs/blob-store';
import { reportExports } from '@meldewerk/db/schema-exports';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import type { StaffScope } from '../http/scope.ts';
import { findExport } from './find-export.ts';

/** Calls off an export that is being made, and throws away the file of one that is done. */
export async function dropExport(scope: StaffScope, id: string): Promise<void> {
  const { services, tenant } = scope;
  await findExport(scope, id);
  await inTenant(services.db, tenant.id, (tx) =>
    tx.update(reportExports).set({ cancelledAt: services.clock.now() }).where(and(eq(reportExports.tenantId, tenant.id), eq(reportExports.id, id))),
  );
  await services.blobs.remove(exportBlobKey(tenant.id, id));
}
