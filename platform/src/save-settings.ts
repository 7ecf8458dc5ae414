import type { TenantSettings } from '@meldewerk/tenants/settings';
import { updateSettings } from '@meldewerk/tenants/update-settings';
import { sql } from 'drizzle-orm';
import type { Scope } from './http/scope.ts';

/** Saves single settings of the workshop: this process goes by them from the next request on, and open portals hear of it. */
export async function saveSettings({ services, tenant }: Scope, change: Partial<TenantSettings>): Promise<void> {
  await updateSettings(services.db, tenant.id, change);
  services.forgetTenant(tenant.slug);
  await services.db.execute(sql`select pg_notify('report_changes', ${JSON.stringify({ tenantId: tenant.id, kind: 'settingsChanged' })})`);
}
