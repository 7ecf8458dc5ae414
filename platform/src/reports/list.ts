import { type ReportStatus } from '@meldewerk/contract/handling';
import type { ReportQuery } from '@meldewerk/contract/report';
import { readInTenant } from '@meldewerk/db/read-in-tenant';
import { sql, type SQL } from 'drizzle-orm';
import type { StaffScope } from '../http/scope.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { searchPatterns } from './search-text.ts';

const pageSize = 50;
const instantFormat = 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"';
const openStatuses: ReportStatus[] = ['draft', 'linkSent', 'submitted', 'inReview', 'scheduled', 'inRepair', 'ready'];

/**
 * One page of the tenant's reports, newest first, as the JSON of a ReportPage: PostgreSQL makes it in half the time that
 * rows and objects would take here. Keyset paging, so the last page costs what the first does.
 */
export async function listReports({ tenant, services }: StaffScope, query: ReportQuery): Promise<string> {
  const conditions = readConditions(query, tenant.settings.timeZone);
  const [page] = await readInTenant<{ reports: string; found: number; listedAt: string; id: string }>(
    services.sql,
    tenant.id,
    sql`
      with page as (
        select report.* from damage_reports report
        where report.tenant_id = ${tenant.id}::uuid and ${query.q ? sql`report.id in (${searching(query.q, conditions)})` : browsing(conditions)}
        order by report.listed_at desc, report.id desc
        limit ${pageSize + 1}
      ), shown as (
        select page.*, to_char(listed_at at time zone 'UTC', ${instantFormat}) as instant, row_number() over (order by listed_at desc, id desc) as place
        from page order by listed_at desc, id desc limit ${pageSize}
      )
      select coalesce(json_agg(json_build_object(
          'id', id, 'reference', reference, 'status', status, 'category', category, 'licensePlate', license_plate, 'makeModel', vehicle ->> 'makeModel',
          'customerName', customer_name, 'listedAt', instant, 'submittedAt', to_char(submitted_at at time zone 'UTC', ${instantFormat}), 'partnerName', partner ->> 'name', 'linkState', ${linkState(services.clock.now())}, 'isNew', first_opened_at is null, 'photoCount', photo_count,
          'thumbnailPhotoId', (
            select photo.id from photos photo
            where photo.tenant_id = shown.tenant_id and photo.report_id = shown.id and photo.state = 'ready'
            order by photo.position limit 1
          )
        ) order by place), '[]')::text as reports,
        (select count(*) from page)::integer as found,
        (array_agg(instant order by place desc))[1] as "listedAt", (array_agg(id order by place desc))[1] as id
      from shown`,
  );
  if (!page) throw new Error('an aggregate always has a row');
  const nextCursor = page.found > pageSize ? writeCursor(page) : null;
  return `{"reports":${page.reports},"nextCursor":${JSON.stringify(nextCursor)}}`;
}

/** As `summarizeLink` tells it, for the newest link of a report that the customer has still to send, and whether its message was lost. */
function linkState(now: Date): SQL {
  return sql`case when shown.submitted_at is null then (
    select case
      when link.withdrawn_at is not null then 'withdrawn' when link.expires_at <= ${now.toISOString()}::timestamptz then 'expired'
      when link.begun_at is not null then 'begun' when link.opened_at is not null then 'opened' when link.sent_at is null then 'notSent'
      when (
        select message.state = 'failed' or coalesce(message.arrival in ('undelivered', 'bounced'), false) from deliveries message
        where message.tenant_id = shown.tenant_id and message.report_id = shown.id and message.purpose in ('link', 'reminder') and message.created_at >= link.sent_at
        order by message.created_at desc limit 1
      ) then 'notReached' else 'sent' end
    from report_links link where link.tenant_id = shown.tenant_id and link.report_id = shown.id
    order by link.generation desc limit 1
  ) end`;
}

type Conditions = {
  statuses: ReportStatus[] | null;
  category: string | null;
  unopened: boolean | null;
  from: SQL | null;
  until: SQL | null;
  before: { listedAt: string; id: string } | null;
};

function readConditions({ status, category, new: isNew, from, to, cursor }: ReportQuery, timeZone: string): Conditions {
  return {
    statuses: status === 'open' ? openStatuses : status ? [status] : null,
    category: category || null,
    unopened: isNew ? isNew === 'true' : null,
    from: from ? sql`(${from}::date::timestamp at time zone ${timeZone})` : null,
    until: to ? sql`((${to}::date + 1)::timestamp at time zone ${timeZone})` : null,
    before: cursor ? readCursor(cursor) : null,
  };
}

function browsing({ statuses, category, unopened, from, until, before }: Conditions): SQL {
  const parts = [
    sql`true`,
    ...(statuses ? [sql`report.status in (${sql.join(statuses.map((status) => sql`${status}`), sql`, `)})`] : []),
    ...(category ? [sql`report.category = ${category}`] : []),
    ...(unopened === null ? [] : [unopened ? sql`report.first_opened_at is null` : sql`report.first_opened_at is not null`]),
    ...(from ? [sql`report.listed_at >= ${from}`] : []),
    ...(until ? [sql`report.listed_at < ${until}`] : []),
    ...(before ? [sql`(report.listed_at, report.id) < (${before.listedAt}::timestamptz, ${before.id}::uuid)`] : []),
  ];
  return sql.join(parts, sql` and `);
}

function searching(typed: string, { statuses, category, unopened, from, until, before }: Conditions): SQL {
  const { text, plate, plateKey } = searchPatterns(typed);
  return sql`select id from search_reports(
    ${text}, ${plateKey ? plate : text}, ${plateKey}, ${statuses ? `{${statuses.join(',')}}` : null}::text[], ${category},
    ${unopened}::boolean, ${from ?? sql`null`}::timestamptz, ${until ?? sql`null`}::timestamptz,
    ${before?.listedAt ?? null}::timestamptz, ${before?.id ?? null}::uuid, ${pageSize + 1})`;
}
