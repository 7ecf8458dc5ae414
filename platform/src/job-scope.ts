import { staffUsers } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { findTenantById } from '@meldewerk/tenants/find';
import { and, eq } from 'drizzle-orm';
import type { Scope, StaffScope } from './http/scope.ts';
import type { Services } from './services.ts';

/** The scope in which a job works for a tenant; null when the tenant is gone. */
export async function openJobScope(services: Services, tenantId: string): Promise<Scope | null> {
  const tenant = await findTenantById(services.db, tenantId);
  return tenant && { services, tenant, language: 'de', spoken: 'de', requestId: services.newId() };
}

/** The scope of a job that works in somebody's name; null when they or the tenant are gone. */
export async function openStaffJobScope(services: Services, tenantId: string, staffUserId: string): Promise<StaffScope | null> {
  const scope = await openJobScope(services, tenantId);
  if (!scope) return null;
  const { id, name, email, role, language } = staffUsers;
  const [staff] = await inTenant(services.db, tenantId, (tx) => tx.select({ id, name, email, role, language }).from(staffUsers).where(and(eq(staffUsers.tenantId, tenantId), eq(id, staffUserId))));
  return staff ? { ...scope, staff } : null;
}
