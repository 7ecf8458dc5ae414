import { findTenantById } from '@meldewerk/tenants/find';
import type { Scope } from './http/scope.ts';
import type { Services } from './services.ts';

/** The scope in which a job works for a tenant; null when the tenant is gone. */
export async function openJobScope(services: Services, tenantId: string): Promise<Scope | null> {
  const tenant = await findTenantById(services.db, tenantId);
  return tenant && { services, tenant, language: 'de', requestId: services.newId() };
}
