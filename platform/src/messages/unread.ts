import type { Transaction } from '@meldewerk/db/client';
import { reportMessages } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, count, eq, sql, type SQL } from 'drizzle-orm';
import type { StaffScope } from '../http/scope.ts';

const countedUpTo = 100;
/** What nobody has looked at for so long is no news any more. */
const newsForDays = 90;

/** Up to which instant this staff member has read a report; what was written before they worked here is not theirs to read. */
function readThrough({ tenant, staff }: StaffScope, reportId: SQL): SQL {
  return sql`greatest(
    (select created_at from staff_users where tenant_id = ${tenant.id}::uuid and id = ${staff.id}::uuid),
    (select read_through from message_readings where tenant_id = ${tenant.id}::uuid and staff_user_id = ${staff.id}::uuid and report_id = ${reportId}))`;
}

/**
 * Whether `report`, a row of damage_reports in a query, holds something of its customer that this staff member has not seen.
 * One look into a primary key for each row whose customer ever wrote; use it as a column or as a condition.
 */
export function isUnread(scope: StaffScope): SQL {
  return sql`(report.customer_wrote_at is not null and report.customer_wrote_at > ${readThrough(scope, sql`report.id`)})`;
}

/** In how many reports the customer wrote something new, for the mark in the navigation. */
export async function countUnreadReports(scope: StaffScope): Promise<number> {
  const { services, tenant } = scope;
  const since = new Date(services.clock.now().getTime() - newsForDays * 24 * 60 * 60 * 1000);
  const unread = await inTenant(services.db, tenant.id, (tx) =>
    tx.execute(sql`select from damage_reports report where report.tenant_id = ${tenant.id}::uuid and report.customer_wrote_at > ${since.toISOString()}::timestamptz and ${isUnread(scope)} limit ${countedUpTo}`),
  );
  return unread.length;
}

/** How many messages of the customer in one report. */
export async function countUnread(scope: StaffScope, tx: Transaction, reportId: string): Promise<number> {
  const [row] = await tx
    .select({ unread: count() })
    .from(reportMessages)
    .where(and(eq(reportMessages.tenantId, scope.tenant.id), eq(reportMessages.reportId, reportId), eq(reportMessages.author, 'customer'), sql`${reportMessages.createdAt} > ${readThrough(scope, sql`${reportId}::uuid`)}`));
  return row?.unread ?? 0;
}
