import { undoSeconds, type ReportStatus } from '@meldewerk/contract/handling';
import type { Transaction } from '@meldewerk/db/client';
import { reportEvents, type damageReports } from '@meldewerk/db/schema';
import { and, desc, eq } from 'drizzle-orm';
import type { Scope } from '../http/scope.ts';
import type { Actor } from './change-handling.ts';

type Move = { actor: Actor; data: { from: string; fromSubStatus: string | null; since?: string; subSince?: string | null } };

/** Since when it stood where it goes back to, if this change takes back what the same person did a moment ago; else null. */
export async function findUndone(
  { services, tenant }: Scope,
  tx: Transaction,
  row: typeof damageReports.$inferSelect,
  { status, subStatus, actor }: { status: ReportStatus; subStatus: string | null; actor: Actor },
): Promise<{ statusSince: Date; subStatusSince: Date | null } | null> {
  const [last] = await tx
    .select({ at: reportEvents.at, body: reportEvents.body })
    .from(reportEvents)
    .where(and(eq(reportEvents.tenantId, tenant.id), eq(reportEvents.reportId, row.id), eq(reportEvents.type, 'statusChanged')))
    .orderBy(desc(reportEvents.sequence))
    .limit(1);
  if (!last || services.clock.now().getTime() - last.at.getTime() > undoSeconds * 1_000) return null;
  const { actor: before, data } = JSON.parse(last.body) as Move;
  if (before.kind !== actor.kind || before.id !== actor.id || data.from !== status || data.fromSubStatus !== subStatus || !data.since) return null;
  return { statusSince: new Date(data.since), subStatusSince: data.subSince ? new Date(data.subSince) : null };
}
