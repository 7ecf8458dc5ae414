import type { ReportStatus } from '@meldewerk/contract/handling';
import type { Workflow, WorkflowUsage } from '@meldewerk/contract/workflow';
import { damageReports } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { findTenantById } from '@meldewerk/tenants/find';
import { and, count, eq, isNotNull } from 'drizzle-orm';
import type { StaffScope } from '../http/scope.ts';

/** As it is kept now, past the tenant cache of any process. */
export async function readWorkflow({ services, tenant }: StaffScope): Promise<Workflow> {
  const found = await findTenantById(services.db, tenant.id);
  if (!found) throw new Error('the tenant of a request exists');
  return found.settings.workflow;
}

/** How many reports stand in each finer state: what removing one would touch. */
export async function countSubStatuses({ services, tenant }: StaffScope): Promise<WorkflowUsage> {
  const rows = await inTenant(services.db, tenant.id, (tx) =>
    tx
      .select({ status: damageReports.status, subStatus: damageReports.subStatus, count: count() })
      .from(damageReports)
      .where(and(eq(damageReports.tenantId, tenant.id), isNotNull(damageReports.subStatus)))
      .groupBy(damageReports.status, damageReports.subStatus),
  );
  return { subStatuses: rows.flatMap(({ status, subStatus, count: reports }) => (subStatus === null ? [] : [{ status: status as ReportStatus, subStatus, count: reports }])) };
}
