import { forms } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import { ProblemError } from '../http/problem.ts';
import type { StaffScope } from '../http/scope.ts';

/** Takes a form out of use, or brings it back. Reports that carry it keep it. */
export async function retireForm({ services, tenant, staff }: StaffScope, formId: string, retired: boolean): Promise<void> {
  const changes = retired ? { retiredAt: services.clock.now(), retiredBy: staff.id } : { retiredAt: null, retiredBy: null };
  const changed = await inTenant(services.db, tenant.id, (tx) =>
    tx.update(forms).set(changes).where(and(eq(forms.tenantId, tenant.id), eq(forms.id, formId))).returning({ id: forms.id }),
  );
  if (changed.length === 0) throw new ProblemError('notFound');
}
