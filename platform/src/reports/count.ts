import { reportStatuses, type ReportStatus } from '@meldewerk/contract/handling';
import { countLimit, partsOf, type ReportCounts, type ReportFilter } from '@meldewerk/contract/report-filter';
import { readInTenant } from '@meldewerk/db/read-in-tenant';
import { isClosed } from '@meldewerk/contract/handling';
import { sql } from 'drizzle-orm';
import type { StaffScope } from '../http/scope.ts';
import { reportConditions } from './report-filter.ts';

/** How many reports match, for each state, counting up to one more than `countLimit`. */
export async function countReports(scope: StaffScope, { status, ...filter }: ReportFilter): Promise<ReportCounts> {
  const { where } = await reportConditions(scope, filter);
  const counts = sql.join(
    reportStatuses.map((each) => sql`(select count(*) from (select 1 from damage_reports report where ${where} and report.status = ${each} limit ${countLimit + 1}) as counted)::integer as ${sql.identifier(each)}`),
    sql`, `,
  );
  const [byStatus] = await readInTenant<Record<ReportStatus, number>>(scope.services.sql, scope.tenant.id, sql`select ${counts}`);
  if (!byStatus) throw new Error('a select without a table always has a row');
  const total = reportStatuses.filter((each) => matches(each, status)).reduce((sum, each) => sum + byStatus[each], 0);
  return { total: Math.min(total, countLimit + 1), byStatus };
}

function matches(status: ReportStatus, filter: string | undefined): boolean {
  const parts = partsOf(filter);
  return parts.length === 0 || parts.includes(status) || parts.includes(isClosed(status) ? 'closed' : 'open');
}
