import { presenceAgesMs, type Present } from '@meldewerk/contract/presence';
import type { Transaction } from '@meldewerk/db/client';
import { damageReports, staffUsers } from '@meldewerk/db/schema';
import { reportPresence } from '@meldewerk/db/schema-handling';
import { and, asc, eq, gte, min, ne, sql } from 'drizzle-orm';
import { ProblemError } from '../http/problem.ts';
import type { StaffScope } from '../http/scope.ts';

/** The others who have the report open right now. */
export async function listPresent({ services, tenant, staff }: StaffScope, tx: Transaction, reportId: string): Promise<Present[]> {
  const rows = await tx
    .select({ staffId: staffUsers.id, name: staffUsers.name, editing: sql<boolean>`bool_or(${reportPresence.editing})`, since: min(reportPresence.since) })
    .from(reportPresence)
    .innerJoin(staffUsers, and(eq(staffUsers.tenantId, reportPresence.tenantId), eq(staffUsers.id, reportPresence.staffUserId)))
    .where(and(
      eq(reportPresence.tenantId, tenant.id), eq(reportPresence.reportId, reportId), ne(reportPresence.staffUserId, staff.id),
      gte(reportPresence.seenAt, new Date(services.clock.now().getTime() - presenceAgesMs)),
    ))
    .groupBy(staffUsers.id, staffUsers.name)
    .orderBy(asc(staffUsers.name));
  return rows.flatMap(({ since, ...present }) => (since ? [{ ...present, since: since.toISOString() }] : []));
}

export async function assertReport({ tenant }: StaffScope, tx: Transaction, reportId: string): Promise<void> {
  const [report] = await tx.select({ id: damageReports.id }).from(damageReports).where(and(eq(damageReports.tenantId, tenant.id), eq(damageReports.id, reportId)));
  if (!report) throw new ProblemError('notFound');
}
