import type { Export } from '@meldewerk/contract/export';
import type { ReportFilter } from '@meldewerk/contract/report-filter';
import { reportExports } from '@meldewerk/db/schema-exports';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { sql } from 'drizzle-orm';
import { limit, takeFrom } from '../http/rate-limit.ts';
import type { StaffScope } from '../http/scope.ts';
import { describeExport, findExport } from './find-export.ts';

const perPerson = limit('export-by-staff', 20, 60);

/** Asks for the list as a workbook; a job makes it. The same id again is the same export. */
export async function beginExport(scope: StaffScope, { id, filter }: { id: string; filter: ReportFilter }): Promise<Export> {
  const { services, tenant, staff, language } = scope;
  await takeFrom(services, perPerson, tenant.id, staff.id);
  await inTenant(services.db, tenant.id, async (tx) => {
    const made = await tx
      .insert(reportExports)
      .values({ tenantId: tenant.id, id, createdBy: staff.id, createdAt: services.clock.now(), language, filter })
      .onConflictDoNothing()
      .returning({ id: reportExports.id });
    if (made.length > 0) await tx.execute(sql`select enqueue_job('make-export', ${JSON.stringify({ tenantId: tenant.id, exportId: id })}::json, ${`export/${tenant.id}/${id}`})`);
  });
  return describeExport(await findExport(scope, id));
}
