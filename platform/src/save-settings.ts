import type { TenantSettings } from '@meldewerk/tenants/settings';
import { updateSettings } from '@meldewerk/tenants/update-settings';
import { sql } from 'drizzle-orm';
import type { Scope } from './http/scope.ts';

/** Saves single settings of the workshop: this process goes by them from the next request on, the others as soon as they hear of it, and so do open portals. */
export async function saveSettings({ services, tenant }: Scope, change: Partial<TenantSettings>): Promise<void> {
  await updateSettings(services.db, tenant.id, change);
  services.forgetTenant(tenant.slug);
  await services.db.execute(sql`select pg_notify('report_changes', ${JSON.stringify({ tenantId: tenant.id, slug: tenant.slug, kind: 'settingsChanged' })})`);
}
