import type { Database } from '@meldewerk/db/client';
import { tenants } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { eq } from 'drizzle-orm';

/** Stops a workshop from sending new links, or (with null) lets it again. What runs goes on; takes effect on other processes within the tenant cache's age. */
export async function stopLinks(db: Database, tenantId: string, linksStoppedAt: Date | null): Promise<void> {
  await inTenant(db, tenantId, (tx) => tx.update(tenants).set({ linksStoppedAt }).where(eq(tenants.id, tenantId)));
}
