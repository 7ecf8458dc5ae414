import type { Database } from '@meldewerk/db/client';
import { tenants } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { eq, sql } from 'drizzle-orm';
import type { TenantSettings } from './settings.ts';

/** Replaces single settings of a workshop and leaves the others as they are; felt on other processes within the tenant cache's age. */
export async function updateSettings(db: Database, tenantId: string, change: Partial<TenantSettings>): Promise<void> {
  await inTenant(db, tenantId, (tx) => tx.update(tenants).set({ settings: sql`${tenants.settings} || ${JSON.stringify(change)}::text::jsonb` }).where(eq(tenants.id, tenantId)));
}
