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
export function isUnread({ tenant, staff }: StaffScope): SQL {
  return sql`(report.customer_wrote_at is not null
    and report.customer_wrote_at > (select created_at from staff_users where tenant_id = ${tenant.id}::uuid and id = ${staff.id}::uuid)
    and not exists (
      select from message_readings reading where reading.tenant_id = ${tenant.id}::uuid and reading.staff_user_id = ${staff.id}::uuid
        and reading.report_id = report.id and reading.read_through >= report.customer_wrote_at))`;
}

/**
 * In how many reports the customer wrote something new, for the mark in the navigation. As `isUnread`, but asked of all reports at
 * once and often: both sides are read in one go each, instead of a look for every report.
 */
export async function countUnreadReports({ services, tenant, staff }: StaffScope): Promise<number> {
  const since = new Date(services.clock.now().getTime() - newsForDays * 24 * 60 * 60 * 1000).toISOString();
  const [row] = await inTenant(services.db, tenant.id, (tx) =>
    tx.execute<{ reports: number }>(sql`
      with news as materialized (
        select id, customer_wrote_at from damage_reports
        where tenant_id = ${tenant.id}::uuid and customer_wrote_at > greatest(${since}::timestamptz, (select created_at from staff_users where tenant_id = ${tenant.id}::uuid and id = ${staff.id}::uuid))
      ), known as materialized (
        select report_id, read_through from message_readings where tenant_id = ${tenant.id}::uuid and staff_user_id = ${staff.id}::uuid and read_through > ${since}::timestamptz
      )
      select least(count(*), ${countedUpTo})::int as reports from news left join known on known.report_id = news.id where known.read_through is null or known.read_through < news.customer_wrote_at`),
  );
  return row?.reports ?? 0;
}

/** How many messages of the customer in one report. */
export async function countUnread(scope: StaffScope, tx: Transaction, reportId: string): Promise<number> {
  const [row] = await tx
    .select({ unread: count() })
    .from(reportMessages)
    .where(and(eq(reportMessages.tenantId, scope.tenant.id), eq(reportMessages.reportId, reportId), eq(reportMessages.author, 'customer'), sql`${reportMessages.createdAt} > ${readThrough(scope, sql`${reportId}::uuid`)}`));
  return row?.unread ?? 0;
}
