import type { Calendar } from '@meldewerk/contract/appointment';
import { daySchema } from '@meldewerk/contract/identifier';
import { reportFilterSchema } from '@meldewerk/contract/report-filter';
import type { Transaction } from '@meldewerk/db/client';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { sql, type SQL } from 'drizzle-orm';
import * as v from 'valibot';
import { closedOn, daysBetween, halfDayKey } from '../appointments/half-days.ts';
import { readUsage } from '../appointments/read-usage.ts';
import type { StaffScope } from '../http/scope.ts';
import { reportConditions } from '../reports/report-filter.ts';

const instantFormat = 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"';

const longest = 62;
/** `from` and `to` are days of the calendar; everything else narrows it as it narrows the list. */
export const calendarSpanSchema = v.pipe(
  v.object({ ...reportFilterSchema.entries, from: daySchema, to: daySchema }),
  v.forward(v.check(({ from, to }) => from <= to && (Date.parse(to) - Date.parse(from)) / 86_400_000 < longest, 'at most 62 days'), ['to']),
);
type Span = v.InferOutput<typeof calendarSpanSchema>;
type Days = Pick<Span, 'from' | 'to'>;

/** Days with what fits and what is taken (by all), and of what the filter lets through the appointments and who waits for an answer. */
export async function readCalendar(scope: StaffScope, { from, to, ...filter }: Span): Promise<Calendar> {
  const { services, tenant, language } = scope;
  const { settings } = tenant;
  const { where } = await reportConditions(scope, filter);
  const [used, appointments, waiting] = await inTenant(services.db, tenant.id, (tx) =>
    Promise.all([readUsage(tx, tenant.id, settings, from, to), readEntries(tx, where, tenant.id, settings.timeZone, { from, to }), readWaiting(tx, where, tenant.id)]),
  );
  const { capacity } = settings.appointments;
  return {
    days: daysBetween(from, to).map((day) => ({
      day, closed: closedOn(settings, day, language), capacity,
      used: { morning: used.get(halfDayKey(day, 'morning')) ?? 0, afternoon: used.get(halfDayKey(day, 'afternoon')) ?? 0 },
    })),
    appointments,
    waiting,
  };
}

async function readEntries(tx: Transaction, where: SQL, tenantId: string, timeZone: string, { from, to }: Days): Promise<Calendar['appointments']> {
  const rows = await tx.execute<Calendar['appointments'][number]>(sql`
    select appointment.id, report.id as "reportId", report.reference, report.license_plate as "licensePlate", report.vehicle ->> 'makeModel' as "makeModel", report.customer_name as "customerName",
      to_char(appointment.starts_at at time zone 'UTC', ${instantFormat}) as "startsAt", to_char(appointment.ends_at at time zone 'UTC', ${instantFormat}) as "endsAt",
      report.status, report.sub_status as "subStatus", assignee.name as "assigneeName",
      array_remove(array[
        case when jsonb_typeof(scheduling.agreed_services -> 'pickUp') = 'object' then 'pickUp' end,
        case when jsonb_typeof(scheduling.agreed_services -> 'bringBack') = 'object' then 'bringBack' end,
        case when jsonb_typeof(scheduling.agreed_services -> 'replacementCar') = 'object' then 'replacementCar' end
      ], null) as services
    from appointments appointment
    join damage_reports report on report.tenant_id = appointment.tenant_id and report.id = appointment.report_id and report.status <> 'cancelled'
    left join report_scheduling scheduling on scheduling.tenant_id = appointment.tenant_id and scheduling.report_id = appointment.report_id
    left join staff_users assignee on assignee.tenant_id = report.tenant_id and assignee.id = report.assignee_id
    where appointment.tenant_id = ${tenantId}::uuid and appointment.cancelled_at is null
      and appointment.starts_at >= (${from}::date::timestamp at time zone ${timeZone}) and appointment.starts_at < ((${to}::date + 1)::timestamp at time zone ${timeZone})
      and ${where}
    order by appointment.starts_at, report.reference`);
  return [...rows];
}

const mostWaiting = 200;

/** Longest waiting first. */
async function readWaiting(tx: Transaction, where: SQL, tenantId: string): Promise<Calendar['waiting']> {
  const rows = await tx.execute<Calendar['waiting'][number]>(sql`
    select report.id as "reportId", report.reference, report.license_plate as "licensePlate", report.customer_name as "customerName",
      to_char(scheduling.turn_since at time zone 'UTC', ${instantFormat}) as since, coalesce(round.wishes, '[]') as wishes
    from report_scheduling scheduling
    join damage_reports report on report.tenant_id = scheduling.tenant_id and report.id = scheduling.report_id and report.closed_at is null
    left join lateral (
      select given.wishes from appointment_rounds given
      where given.tenant_id = scheduling.tenant_id and given.report_id = scheduling.report_id and given.kind = 'wishes'
        and not exists (select from appointment_rounds later where later.tenant_id = given.tenant_id and later.report_id = given.report_id and later.number > given.number and later.kind = 'confirmed')
      order by given.number desc limit 1
    ) round on true
    where scheduling.tenant_id = ${tenantId}::uuid and scheduling.turn = 'staff' and ${where}
    order by scheduling.turn_since
    limit ${mostWaiting}`);
  return [...rows];
}
