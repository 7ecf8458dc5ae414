import type { DayPart } from '@meldewerk/contract/appointment';
import type { Transaction } from '@meldewerk/db/client';
import { sql } from 'drizzle-orm';
import { halfDayKey, type Hours, type Used } from './half-days.ts';

/** How many vehicles come in on each half day from `from` to `to`, both included; not counting one report's own. */
export async function readUsage(tx: Transaction, tenantId: string, { timeZone, appointments: { afternoonFrom } }: Hours, from: string, to: string, except: string | null = null): Promise<Used> {
  const local = sql`(appointment.starts_at at time zone ${timeZone})`;
  const rows = await tx.execute<{ day: string; part: DayPart; used: number }>(sql`
    select to_char(${local}, 'YYYY-MM-DD') as day, case when ${local}::time < ${afternoonFrom}::time then 'morning' else 'afternoon' end as part, count(*)::integer as used
    from appointments appointment
    join damage_reports report on report.tenant_id = appointment.tenant_id and report.id = appointment.report_id and report.status <> 'cancelled'
    where appointment.tenant_id = ${tenantId}::uuid and appointment.cancelled_at is null
      and appointment.starts_at >= (${from}::date::timestamp at time zone ${timeZone}) and appointment.starts_at < ((${to}::date + 1)::timestamp at time zone ${timeZone})
      ${except === null ? sql`` : sql`and appointment.report_id <> ${except}::uuid`}
    group by 1, 2`);
  return new Map(rows.map(({ day, part, used }) => [halfDayKey(day, part), used]));
}
