import type { Colleague } from '@meldewerk/contract/handling';
import { staffUsers } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { asc, eq } from 'drizzle-orm';
import type { StaffScope } from '../http/scope.ts';

/** Everybody who works or worked here, by name; reports still name those who left. */
export async function listColleagues({ services, tenant }: StaffScope): Promise<Colleague[]> {
  const rows = await inTenant(services.db, tenant.id, (tx) =>
    tx.select({ id: staffUsers.id, name: staffUsers.name, disabledAt: staffUsers.disabledAt }).from(staffUsers).where(eq(staffUsers.tenantId, tenant.id)).orderBy(asc(staffUsers.name)),
  );
  return rows.map(({ id, name, disabledAt }) => ({ id, name, active: disabledAt === null }));
}
