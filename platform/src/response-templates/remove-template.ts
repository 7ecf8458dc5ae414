import { responseTemplates } from '@meldewerk/db/schema-messages';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import type { StaffScope } from '../http/scope.ts';

/** Takes a template away; what was written with it stays. */
export async function removeTemplate({ services, tenant }: StaffScope, id: string): Promise<void> {
  await inTenant(services.db, tenant.id, (tx) => tx.delete(responseTemplates).where(and(eq(responseTemplates.tenantId, tenant.id), eq(responseTemplates.id, id))));
}
