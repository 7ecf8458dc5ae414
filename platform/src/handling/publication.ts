import type { Handling } from '@meldewerk/contract/handling';
import type { Transaction } from '@meldewerk/db/client';
import { damageReports } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, sql } from 'drizzle-orm';
import { recordEvent } from '../events/record-event.ts';
import type { StaffScope } from '../http/scope.ts';
import { describeAssigned, lockReport } from './change-handling.ts';

/** From now on the customer sees it, as far as the workshop shows such things. Twice is the same as once. */
export function publishReport(scope: StaffScope, reportId: string): Promise<Handling> {
  return set(scope, reportId, null);
}

/** The customer sees nothing of it any more and hears nothing about it. What already reached them has reached them. */
export function keepInternal(scope: StaffScope, reportId: string): Promise<Handling> {
  return set(scope, reportId, scope.services.clock.now());
}

async function set(scope: StaffScope, reportId: string, internalSince: Date | null): Promise<Handling> {
  const { services, tenant } = scope;
  return inTenant(services.db, tenant.id, async (tx) => {
    const row = await lockReport(scope, tx, reportId);
    if ((row.internalSince === null) === (internalSince === null)) return describeAssigned(scope, tx, row);
    const [changed] = await tx
      .update(damageReports)
      .set({ internalSince, version: sql`${damageReports.version} + 1` })
      .where(and(eq(damageReports.tenantId, tenant.id), eq(damageReports.id, reportId)))
      .returning();
    if (!changed) throw new Error('a locked report is there');
    await recordPublication(scope, tx, reportId, internalSince === null);
    return describeAssigned(scope, tx, changed);
  });
}

export async function recordPublication({ services, tenant, staff }: StaffScope, tx: Transaction, reportId: string, isPublished: boolean): Promise<void> {
  await recordEvent(services, tx, tenant.id, reportId, { type: isPublished ? 'reportPublished' : 'reportKeptInternal', actor: { kind: 'staff', id: staff.id }, data: {} });
}
