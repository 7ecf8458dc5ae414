import type { Transaction } from '@meldewerk/db/client';
import { damageReports } from '@meldewerk/db/schema';
import { and, eq } from 'drizzle-orm';
import { ProblemError } from '../http/problem.ts';

/** Whether staff keep a report to themselves: its customer sees nothing of it and hears nothing about it. */
export async function isKeptInternal(tx: Transaction, tenantId: string, reportId: string): Promise<boolean> {
  const [report] = await tx.select({ internalSince: damageReports.internalSince }).from(damageReports).where(and(eq(damageReports.tenantId, tenantId), eq(damageReports.id, reportId)));
  return Boolean(report?.internalSince);
}

/** For what staff do towards the customer. */
export function assertForCustomer({ internalSince }: Pick<typeof damageReports.$inferSelect, 'internalSince'>): void {
  if (internalSince) throw new ProblemError('keptInternal');
}
