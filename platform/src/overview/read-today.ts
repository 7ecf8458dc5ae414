import type { Today, Waiting, WaitingKind, WaitingReport } from '@meldewerk/contract/overview';
import type { ReportFilter } from '@meldewerk/contract/report-filter';
import { readInTenant } from '@meldewerk/db/read-in-tenant';
import { sql, type SQL } from 'drizzle-orm';
import type { StaffScope } from '../http/scope.ts';
import { reportConditions } from '../reports/report-filter.ts';
import { dayIn } from '../time-zone.ts';

const shown = 5;
const countedUpTo = 1_000;
const instant = sql.raw(`'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`);

/** Every kind of waiting: the list's own filter for it, so that the number is the list's, and since when. A further kind is a further line. */
const kinds: Record<WaitingKind, { filter: ReportFilter; since: SQL }> = {
  unread: { filter: { status: 'open', unread: 'true' }, since: sql`report.customer_wrote_at` },
  wishes: { filter: { status: 'open', turn: 'staff' }, since: sql`(select turn_since from report_scheduling where tenant_id = report.tenant_id and report_id = report.id)` },
  unopened: { filter: { status: 'open', new: 'true' }, since: sql`report.listed_at` },
  overdue: { filter: { status: 'open', due: 'overdue' }, since: sql`report.due_on::timestamp at time zone 'UTC'` },
  dueToday: { filter: { status: 'open', due: 'today' }, since: sql`report.due_on::timestamp at time zone 'UTC'` },
};

/** What needs somebody today, over everything that is open. */
export async function readToday(scope: StaffScope): Promise<Today> {
  const day = dayIn(scope.tenant.settings.timeZone, scope.services.clock.now());
  const [arrivals, ...waiting] = await Promise.all([readArrivals(scope, day), ...(Object.keys(kinds) as WaitingKind[]).map((kind) => readWaiting(scope, kind))]);
  return { day, waiting, arrivals };
}

async function readWaiting(scope: StaffScope, kind: WaitingKind): Promise<Waiting> {
  const { services, tenant, staff } = scope;
  const { filter, since } = kinds[kind];
  const { where } = await reportConditions(scope, filter);
  const [row] = await readInTenant<{ count: number; mine: number; first: WaitingReport[] }>(
    services.sql,
    tenant.id,
    sql`with waiting as (
        select report.id, report.reference, report.license_plate, report.customer_name, report.next_step, report.assignee_id, ${since} as since
        from damage_reports report where ${where} order by since limit ${countedUpTo}
      )
      select count(*)::integer as count, (count(*) filter (where assignee_id = ${staff.id}::uuid))::integer as mine,
        (select coalesce(json_agg(first), '[]') from (
          select waiting.id as "reportId", reference, license_plate as "licensePlate", customer_name as "customerName", next_step as "nextStep", colleague.name as "assigneeName",
            to_char(since at time zone 'UTC', ${instant}) as since
          from waiting left join staff_users colleague on colleague.tenant_id = ${tenant.id}::uuid and colleague.id = waiting.assignee_id
          order by waiting.since limit ${shown}
        ) first) as first
      from waiting`,
  );
  if (!row) throw new Error('an aggregate always has a row');
  return { kind, ...row };
}

/** Vehicles that come in today, as far as the workshop can take them in. */
async function readArrivals({ services, tenant }: StaffScope, day: string): Promise<Today['arrivals']> {
  const { timeZone } = tenant.settings;
  return readInTenant<Today['arrivals'][number]>(
    services.sql,
    tenant.id,
    sql`select report.id as "reportId", report.reference, report.license_plate as "licensePlate", report.customer_name as "customerName", to_char(appointment.starts_at at time zone 'UTC', ${instant}) as "startsAt"
      from appointments appointment join damage_reports report on report.tenant_id = appointment.tenant_id and report.id = appointment.report_id
      where appointment.tenant_id = ${tenant.id}::uuid and appointment.cancelled_at is null
        and appointment.starts_at >= (${day}::date::timestamp at time zone ${timeZone}) and appointment.starts_at < ((${day}::date + 1)::timestamp at time zone ${timeZone})
      order by appointment.starts_at, report.id limit 100`,
  );
}
