import type { Handling, ReportStatus } from '@meldewerk/contract/handling';
import type { damageReports } from '@meldewerk/db/schema';

type Row = Pick<
  typeof damageReports.$inferSelect,
  'version' | 'status' | 'subStatus' | 'statusSince' | 'assigneeId' | 'priority' | 'tags' | 'dueOn' | 'nextStep' | 'closedAt' | 'internalSince'
>;

/** How a report is handled, as staff read it. */
export function describeHandling(row: Row, assigneeName: string | null): Handling {
  return {
    version: row.version,
    status: row.status as ReportStatus,
    subStatus: row.subStatus,
    statusSince: row.statusSince.toISOString(),
    assigneeId: row.assigneeId,
    assigneeName,
    priority: row.priority,
    tags: row.tags,
    dueOn: row.dueOn,
    nextStep: row.nextStep,
    closedAt: row.closedAt?.toISOString() ?? null,
    internalSince: row.internalSince?.toISOString() ?? null,
  };
}
