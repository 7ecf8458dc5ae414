import type { Export } from '@meldewerk/contract/export';
import { reportExports } from '@meldewerk/db/schema-exports';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { ProblemError } from '../http/problem.ts';
import type { StaffScope } from '../http/scope.ts';

export type StoredExport = typeof reportExports.$inferSelect;

/** How long a file is kept. */
export const keptMs = 24 * 60 * 60 * 1000;
const shownAtOnce = 20;

/** One's own and still kept; anybody else's is as good as none. */
export async function findExport({ services, tenant, staff }: StaffScope, id: string): Promise<StoredExport> {
  const [row] = await inTenant(services.db, tenant.id, (tx) =>
    tx
      .select()
      .from(reportExports)
      .where(and(eq(reportExports.tenantId, tenant.id), eq(reportExports.id, id), eq(reportExports.createdBy, staff.id), gt(reportExports.createdAt, oldestKept(services.clock.now())))),
  );
  if (!row) throw new ProblemError('notFound');
  return row;
}

export async function listExports({ services, tenant, staff }: StaffScope): Promise<Export[]> {
  const rows = await inTenant(services.db, tenant.id, (tx) =>
    tx
      .select()
      .from(reportExports)
      .where(and(eq(reportExports.tenantId, tenant.id), eq(reportExports.createdBy, staff.id), isNull(reportExports.cancelledAt), gt(reportExports.createdAt, oldestKept(services.clock.now()))))
      .orderBy(desc(reportExports.createdAt))
      .limit(shownAtOnce),
  );
  return rows.map(describeExport);
}

export function oldestKept(now: Date): Date {
  return new Date(now.getTime() - keptMs);
}

export function describeExport({ id, createdAt, startedAt, finishedAt, failedAt, cancelledAt, total, done, byteSize }: StoredExport): Export {
  return {
    id,
    createdAt: createdAt.toISOString(),
    state: cancelledAt ? 'cancelled' : finishedAt ? 'finished' : failedAt ? 'failed' : startedAt ? 'running' : 'waiting',
    total,
    done,
    finishedAt: finishedAt?.toISOString() ?? null,
    byteSize,
    keptUntil: new Date(createdAt.getTime() + keptMs).toISOString(),
  };
}
