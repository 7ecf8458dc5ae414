import type { ReportPage, ReportQuery, ReportStatus, ReportSummary } from '@meldewerk/contract/report';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { sql, type SQL } from 'drizzle-orm';
import type { StaffScope } from '../http/scope.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { searchPatterns } from './search-text.ts';

const pageSize = 50;
const openStatuses: ReportStatus[] = ['draft', 'linkSent', 'submitted', 'inReview', 'scheduled', 'inRepair', 'ready'];

type Row = Omit<ReportSummary, 'submittedAt'> & { submittedAt: Date | string };

/** One page of the tenant's reports, newest first. Keyset paging: the last page costs what the first does. */
export async function listReports(scope: StaffScope, query: ReportQuery): Promise<ReportPage> {
  const { tenant, services } = scope;
  const before = query.cursor ? readCursor(query.cursor) : null;
  const timeZone = tenant.settings.timeZone;
  const statuses = query.status === 'open' ? openStatuses : query.status ? [query.status] : null;
  const fromInstant = query.from ? sql`(${query.from}::date::timestamp at time zone ${timeZone})` : null;
  const untilInstant = query.to ? sql`((${query.to}::date + 1)::timestamp at time zone ${timeZone})` : null;

  const found = query.q
    ? sql`report.id in (${searching(query, { statuses, fromInstant, untilInstant, before })})`
    : sql.join(
        [
          sql`true`,
          ...(statuses ? [statuses.length === 1 ? sql`report.status = ${statuses[0]}` : sql`report.status in (${sql.join(statuses.map((status) => sql`${status}`), sql`, `)})`] : []),
          ...(query.category ? [sql`report.category = ${query.category}`] : []),
          ...(query.new === 'true' ? [sql`report.first_opened_at is null`] : query.new === 'false' ? [sql`report.first_opened_at is not null`] : []),
          ...(fromInstant ? [sql`report.submitted_at >= ${fromInstant}`] : []),
          ...(untilInstant ? [sql`report.submitted_at < ${untilInstant}`] : []),
          ...(before ? [sql`(report.submitted_at, report.id) < (${before.submittedAt}::timestamptz, ${before.id}::uuid)`] : []),
        ],
        sql` and `,
      );

  const rows = await inTenant(services.db, tenant.id, (tx) =>
    tx.execute<Row>(sql`
      select report.id, reference, status, category, license_plate as "licensePlate", vehicle ->> 'makeModel' as "makeModel",
        customer_name as "customerName", submitted_at as "submittedAt", first_opened_at is null as "isNew", photo_count as "photoCount",
        (select photo.id from photos photo where photo.tenant_id = report.tenant_id and photo.report_id = report.id and photo.state = 'ready' order by position limit 1) as "thumbnailPhotoId"
      from damage_reports report
      where report.tenant_id = ${tenant.id}::uuid and ${found}
      order by submitted_at desc, report.id desc
      limit ${pageSize + 1}
    `),
  );
  const reports = rows.slice(0, pageSize).map((row) => ({ ...row, submittedAt: new Date(row.submittedAt).toISOString() }));
  const last = rows.length > pageSize ? reports.at(-1) : undefined;
  return { reports, nextCursor: last ? writeCursor(last) : null };
}

type Filters = { statuses: ReportStatus[] | null; fromInstant: SQL | null; untilInstant: SQL | null; before: { submittedAt: string; id: string } | null };

function searching({ q = '', category, new: isNew }: ReportQuery, { statuses, fromInstant, untilInstant, before }: Filters): SQL {
  const { text, plate, plateKey } = searchPatterns(q);
  return sql`select id from search_reports(
    ${text}, ${plateKey ? plate : text}, ${plateKey}, ${statuses ? `{${statuses.join(',')}}` : null}::text[], ${category || null},
    ${isNew === 'true' ? true : isNew === 'false' ? false : null}::boolean, ${fromInstant ?? sql`null`}::timestamptz, ${untilInstant ?? sql`null`}::timestamptz,
    ${before?.submittedAt ?? null}::timestamptz, ${before?.id ?? null}::uuid, ${pageSize + 1})`;
}
