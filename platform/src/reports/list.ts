import { partsOf, type ReportQuery } from '@meldewerk/contract/report-filter';
import { readInTenant } from '@meldewerk/db/read-in-tenant';
import { sql, type SQL } from 'drizzle-orm';
import type { StaffScope } from '../http/scope.ts';
import { isUnread } from '../messages/unread.ts';
import { readCursor, writeCursor, type Place } from './cursor.ts';
import { waitingLinkState } from './link-conditions.ts';
import { stretchesOf, type Stretch } from './list-sorts.ts';
import { itemsAreMissing, reportConditions } from './report-filter.ts';

const mostPerPage = 50;
const instant = (column: SQL) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/**
 * One page of the tenant's reports in the order asked for, as the JSON of a ReportPage: PostgreSQL makes it in half the
 * time that rows and objects would take here. Keyset paging, so the last page costs what the first does.
 */
export async function listReports(scope: StaffScope, query: ReportQuery): Promise<string> {
  const { tenant, services } = scope;
  const pageSize = Number(query.limit || mostPerPage);
  const stretches = stretchesOf[query.sort || 'newest'];
  const place = query.cursor ? readCursor(query.cursor, stretches) : null;
  const { where, exact } = await reportConditions(scope, query);
  const narrowed = query.ids ? sql`${where} and report.id = any (${`{${partsOf(query.ids).join(',')}}`}::uuid[])` : where;
  const [page] = await readInTenant<{ reports: string; found: number; stretch: number; key: string; id: string }>(
    services.sql,
    tenant.id,
    sql`
      with page as (select * from (${sql.join(branchesOf(stretches, place, { where: narrowed, exact, limit: pageSize + 1 }), sql` union all `)}) as branches
        order by stretch, place limit ${pageSize + 1}
      ), report as (
        select page.*, row_number() over (order by stretch, place) as number from page order by stretch, place limit ${pageSize}
      )
      select coalesce(json_agg(${summary(scope)} order by report.number), '[]')::text as reports,
        (select count(*) from page)::integer as found,
        (array_agg(report.stretch order by report.number desc))[1] as stretch, (array_agg(report.key order by report.number desc))[1] as key, (array_agg(report.id order by report.number desc))[1] as id
      from report`,
  );
  if (!page) throw new Error('an aggregate always has a row');
  const nextCursor = page.found > pageSize && page.stretch >= 0 ? writeCursor(page) : null;
  return `{"reports":${page.reports},"nextCursor":${JSON.stringify(nextCursor)}}`;
}

/** Each stretch of the list, up to a page of it; what the search names exactly stands before all of them, on the first page. */
function branchesOf(stretches: Stretch[], place: Place | null, { where, exact, limit }: { where: SQL; exact: string[]; limit: number }): SQL[] {
  const exactly = sql`report.id = any (${`{${exact.join(',')}}`}::uuid[])`;
  const others = exact.length > 0 ? sql`${where} and not ${exactly}` : where;
  const branches = stretches.flatMap((stretch, number) => (number < (place?.stretch ?? 0) ? [] : [branch({ stretch, number, where: others, after: place?.stretch === number ? stretch.after(place.key, place.id) : null, limit })]));
  const [newest] = stretchesOf.newest;
  return exact.length > 0 && !place && newest ? [branch({ stretch: newest, number: -1, where: sql`${where} and ${exactly}`, after: null, limit }), ...branches] : branches;
}

function branch({ stretch, number, where, after, limit }: { stretch: Stretch; number: number; where: SQL; after: SQL | null; limit: number }): SQL {
  return sql`(select ${number}::integer as stretch, row_number() over (order by ${stretch.order}) as place, ${stretch.key} as key, report.*
    from ${stretch.from ?? sql`damage_reports report`}
    where ${where}${stretch.where ? sql` and ${stretch.where}` : sql``}${after ? sql` and ${after}` : sql``}
    order by ${stretch.order} limit ${limit})`;
}

function summary(scope: StaffScope): SQL {
  return sql`json_build_object(
    'id', report.id, 'reference', report.reference, 'status', report.status, 'category', report.category, 'licensePlate', report.license_plate, 'makeModel', report.vehicle ->> 'makeModel',
    'customerName', report.customer_name, 'listedAt', ${instant(sql`report.listed_at`)}, 'submittedAt', ${instant(sql`report.submitted_at`)}, 'partnerName', report.partner ->> 'name',
    'linkState', case when report.submitted_at is null then ${waitingLinkState(scope.services.clock.now())} end, 'safetyAdvice', report.safety ->> 'advice', 'isNew', report.first_opened_at is null, 'photoCount', report.photo_count,
    'thumbnailPhotoId', (
      select photo.id from photos photo
      where photo.tenant_id = report.tenant_id and photo.report_id = report.id and photo.state = 'ready'
      order by photo.position limit 1
    ),
    'subStatus', report.sub_status, 'statusSince', ${instant(sql`report.status_since`)}, 'assigneeId', report.assignee_id,
    'assigneeName', case when report.assignee_id is not null then (select colleague.name from staff_users colleague where colleague.tenant_id = report.tenant_id and colleague.id = report.assignee_id) end,
    'priority', report.priority, 'tags', report.tags, 'dueOn', report.due_on, 'nextStep', report.next_step, 'activeAt', ${instant(sql`report.active_at`)},
    'internal', report.internal_since is not null, 'unread', ${isUnread(scope)},
    'appointmentTurn', (select scheduling.turn from report_scheduling scheduling where scheduling.tenant_id = report.tenant_id and scheduling.report_id = report.id),
    'appointmentAt', (select ${instant(sql`appointment.starts_at`)} from appointments appointment where appointment.tenant_id = report.tenant_id and appointment.report_id = report.id and appointment.cancelled_at is null),
    'itemsMissing', ${itemsAreMissing}, 'itemsComplete', coalesce(report.items_state = 'complete' and report.closed_at is null, false)
  )`;
}
