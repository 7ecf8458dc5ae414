import { isClosed, reportStatuses, type ReportStatus } from '@meldewerk/contract/handling';
import { countLimit, partsOf, type ReportCounts, type ReportFilter, type ReportFilterName } from '@meldewerk/contract/report-filter';
import { readInTenant } from '@meldewerk/db/read-in-tenant';
import { sql, type SQL } from 'drizzle-orm';
import type { StaffScope } from '../http/scope.ts';
import { reportConditions } from './report-filter.ts';

type ByStatus = Record<ReportStatus, number>;

/** How many reports match, for each state, counting up to one more than `countLimit`. */
export async function countReports(scope: StaffScope, { status, ...filter }: ReportFilter): Promise<ReportCounts> {
  const { where } = await reportConditions(scope, filter);
  const byStatus = isNarrow(filter) ? await countAll(scope, where) : await countEach(scope, where);
  const total = reportStatuses.filter((each) => matches(each, status)).reduce((sum, each) => sum + byStatus[each], 0);
  return { total: Math.min(total, countLimit + 1), byStatus };
}

const narrowing: ReportFilterName[] = ['sub', 'new', 'unread', 'partner', 'insurer', 'assignee', 'priority', 'tag', 'due', 'turn', 'missing', 'link', 'linkStep', 'linkStage', 'internal'];
const broad = ['none', 'normal', 'false'];

/** Whether an index leads to what matches: then looking at it once is less than counting each state by itself. */
function isNarrow(filter: ReportFilter): boolean {
  return narrowing.some((name) => filter[name] && !partsOf(filter[name]).some((part) => broad.includes(part)));
}

async function countAll({ services, tenant }: StaffScope, where: SQL): Promise<ByStatus> {
  const rows = await readInTenant<{ status: ReportStatus; count: number }>(services.sql, tenant.id, sql`select report.status, least(count(*), ${countLimit + 1})::integer as count from damage_reports report where ${where} group by 1`);
  const counted = new Map(rows.map(({ status, count }) => [status, count]));
  return Object.fromEntries(reportStatuses.map((status) => [status, counted.get(status) ?? 0])) as ByStatus;
}

/** Each state by itself, so that none is counted further than it is shown. */
async function countEach({ services, tenant }: StaffScope, where: SQL): Promise<ByStatus> {
  const counts = sql.join(
    reportStatuses.map((each) => sql`(select count(*) from (select 1 from damage_reports report where ${where} and report.status = ${each} limit ${countLimit + 1}) as counted)::integer as ${sql.identifier(each)}`),
    sql`, `,
  );
  const [byStatus] = await readInTenant<ByStatus>(services.sql, tenant.id, sql`select ${counts}`);
  if (!byStatus) throw new Error('a select without a table always has a row');
  return byStatus;
}

function matches(status: ReportStatus, filter: string | undefined): boolean {
  const parts = partsOf(filter);
  return parts.length === 0 || parts.includes(status) || parts.includes(isClosed(status) ? 'closed' : 'open');
}
