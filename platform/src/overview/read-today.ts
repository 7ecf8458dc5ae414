import { type Today, type Waiting, type WaitingKind, type WaitingReport } from '@meldewerk/contract/overview';
import { readInTenant } from '@meldewerk/db/read-in-tenant';
import { sql, type SQL } from 'drizzle-orm';
import type { StaffScope } from '../http/scope.ts';
import { dayIn } from '../time-zone.ts';

const shown = 5;
const countedUpTo = 1_000;

/** Every kind of waiting: which reports it is, and since when. A further kind is a further line. */
const kinds: Record<WaitingKind, { is: (day: string, staffId: string) => SQL; since: SQL }> = {
  unopened: { is: () => sql`report.first_opened_at is null`, since: sql`report.listed_at` },
  dueToday: { is: (day) => sql`report.due_on = ${day}::date`, since: sql`report.due_on::timestamptz` },
  overdue: { is: (day) => sql`report.due_on < ${day}::date`, since: sql`report.due_on::timestamptz` },
};

/** What needs somebody today, over everything that is open. */
export async function readToday(scope: StaffScope): Promise<Today> {
  const day = dayIn(scope.tenant.settings.timeZone, scope.services.clock.now());
  const waiting = await Promise.all((Object.keys(kinds) as WaitingKind[]).map((kind) => readWaiting(scope, kind, day)));
  return { day, waiting, arrivals: [] };
}

async function readWaiting({ services, tenant, staff }: StaffScope, kind: WaitingKind, day: string): Promise<Waiting> {
  const { is, since } = kinds[kind];
  const [row] = await readInTenant<{ count: number; mine: number; first: WaitingReport[] }>(
    services.sql,
    tenant.id,
    sql`with waiting as (
        select report.id, report.reference, report.license_plate, report.customer_name, report.next_step, report.assignee_id, ${since} as since
        from damage_reports report where report.tenant_id = ${tenant.id}::uuid and report.closed_at is null and ${is(day, staff.id)}
        order by since limit ${countedUpTo}
      )
      select count(*)::integer as count, (count(*) filter (where assignee_id = ${staff.id}::uuid))::integer as mine,
        (select coalesce(json_agg(first), '[]') from (
          select waiting.id as "reportId", reference, license_plate as "licensePlate", customer_name as "customerName", next_step as "nextStep", colleague.name as "assigneeName",
            to_char(since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as since
          from waiting left join staff_users colleague on colleague.tenant_id = ${tenant.id}::uuid and colleague.id = waiting.assignee_id
          order by waiting.since limit ${shown}
        ) first) as first
      from waiting`,
  );
  if (!row) throw new Error('an aggregate always has a row');
  return { kind, ...row };
}
