import type { Database } from '@meldewerk/db/client';
import { tenants } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { eq } from 'drizzle-orm';

/** Takes a workshop off the net, or (with null) back on. Its data stays; takes effect on other processes within the tenant cache's age. */
export async function suspendTenant(db: Database, tenantId: string, suspendedAt: Date | null): Promise<void> {
  await inTenant(db, tenantId, (tx) => tx.update(tenants).set({ suspendedAt }).where(eq(tenants.id, tenantId)));
}
