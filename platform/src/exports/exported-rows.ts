import type { ReportFilter } from '@meldewerk/contract/report-filter';
import type { ReportDetail } from '@meldewerk/contract/report';
import { readInTenant } from '@meldewerk/db/read-in-tenant';
import { sql, type SQL } from 'drizzle-orm';
import type { StaffScope } from '../http/scope.ts';
import { reportConditions } from '../reports/report-filter.ts';

/** A report as far as a list of reports tells of it. Instants and days are ISO 8601. */
export type ExportedRow = Pick<ReportDetail, 'reporter' | 'vehicle' | 'insurance' | 'partner' | 'damages'> & {
  id: string;
  reference: string;
  status: string;
  sub_status: string | null;
  category: string | null;
  catalogue_version: number;
  answers: Record<string, unknown>;
  incident_date: string | null;
  photo_count: number;
  listed_at: string;
  submitted_at: string | null;
  closed_at: string | null;
  assignee_name: string | null;
  priority: 'low' | 'normal' | 'high';
  tags: string[];
  due_on: string | null;
  next_step: string | null;
  appointment_at: string | null;
};

const rowsAtATime = 500;
const iso = 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"';

/**
 * Counts what fits the filter, and reads it newest first, some hundred at a time, each time from where the last ended:
 * no statement is long, and nothing is held but two batches. What comes in meanwhile is left out.
 */
export async function openRows(scope: StaffScope, filter: ReportFilter, until: Date): Promise<{ total: number; batches: AsyncIterable<ExportedRow[]> }> {
  const { services, tenant } = scope;
  const { where } = await reportConditions(scope, filter);
  const wanted = sql`${where} and report.listed_at <= ${until.toISOString()}::timestamptz`;
  const [counted] = await readInTenant<{ total: number }>(services.sql, tenant.id, sql`select count(*)::integer as total from damage_reports report where ${wanted}`);

  const readAfter = (place: SQL): Promise<ExportedRow[]> =>
    readInTenant<ExportedRow>(
      services.sql,
      tenant.id,
      sql`
        select report.id, report.reference, report.status, report.sub_status, report.category, report.catalogue_version, report.reporter, report.vehicle, report.insurance, report.partner,
          report.answers, report.damages, report.incident_date::text, report.photo_count, report.priority, report.tags, report.due_on::text, report.next_step, assignee.name as assignee_name,
          to_char(report.listed_at at time zone 'UTC', ${iso}) as listed_at, to_char(report.submitted_at at time zone 'UTC', ${iso}) as submitted_at, to_char(report.closed_at at time zone 'UTC', ${iso}) as closed_at,
          (select to_char(min(appointment.starts_at) at time zone 'UTC', ${iso}) from appointments appointment
            where appointment.tenant_id = report.tenant_id and appointment.report_id = report.id and appointment.cancelled_at is null) as appointment_at
        from damage_reports report
        left join staff_users assignee on assignee.tenant_id = report.tenant_id and assignee.id = report.assignee_id
        where ${wanted} ${place}
        order by report.listed_at desc, report.id desc limit ${rowsAtATime}`,
    );

  async function* batches(): AsyncGenerator<ExportedRow[]> {
    let next = readAfter(sql``);
    for (;;) {
      const rows = await next;
      const last = rows.at(-1);
      if (!last) return;
      const more = rows.length === rowsAtATime;
      // The database looks for the next while these are written.
      if (more) next = readAfter(sql`and (report.listed_at, report.id) < (${last.listed_at}::timestamptz, ${last.id}::uuid)`);
      next.catch(() => {});
      yield rows;
      if (!more) return;
    }
  }

  return { total: counted?.total ?? 0, batches: batches() };
}
