import type { Transaction } from '@meldewerk/db/client';
import { damageReports } from '@meldewerk/db/schema';
import { itemRequests, requestedItems } from '@meldewerk/db/schema-missing-items';
import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { Scope } from '../http/scope.ts';

export type RequestRow = typeof itemRequests.$inferSelect;
export type ItemRow = typeof requestedItems.$inferSelect;
export type ReportRow = typeof damageReports.$inferSelect;

export function isOpen({ providedAt, withdrawnAt }: Pick<ItemRow, 'providedAt' | 'withdrawnAt'>): boolean {
  return providedAt === null && withdrawnAt === null;
}

/** The items of a report in the order in which they were asked for. */
export function itemsOfReport({ tenant }: Pick<Scope, 'tenant'>, tx: Transaction, reportId: string): Promise<ItemRow[]> {
  return tx
    .select()
    .from(requestedItems)
    .where(and(eq(requestedItems.tenantId, tenant.id), eq(requestedItems.reportId, reportId)))
    .orderBy(asc(requestedItems.requestedAt), asc(requestedItems.position));
}

/** Newest first. */
export function requestsOfReport({ tenant }: Pick<Scope, 'tenant'>, tx: Transaction, reportId: string): Promise<RequestRow[]> {
  return tx
    .select()
    .from(itemRequests)
    .where(and(eq(itemRequests.tenantId, tenant.id), eq(itemRequests.reportId, reportId)))
    .orderBy(desc(itemRequests.requestedAt), desc(itemRequests.id));
}

/** The one request of a report that waits for its customer. */
export async function openRequestOf({ tenant }: Pick<Scope, 'tenant'>, tx: Transaction, reportId: string): Promise<RequestRow | undefined> {
  const [request] = await tx
    .select()
    .from(itemRequests)
    .where(and(eq(itemRequests.tenantId, tenant.id), eq(itemRequests.reportId, reportId), isNull(itemRequests.completedAt), isNull(itemRequests.withdrawnAt)));
  return request;
}

export async function findItem({ tenant }: Pick<Scope, 'tenant'>, tx: Transaction, reportId: string, itemId: string): Promise<ItemRow | undefined> {
  const [item] = await tx.select().from(requestedItems).where(and(eq(requestedItems.tenantId, tenant.id), eq(requestedItems.id, itemId), eq(requestedItems.reportId, reportId)));
  return item;
}

/** Which report an item was asked for. */
export async function findItemReport({ tenant }: Pick<Scope, 'tenant'>, tx: Transaction, itemId: string): Promise<string | undefined> {
  const [item] = await tx.select({ reportId: requestedItems.reportId }).from(requestedItems).where(and(eq(requestedItems.tenantId, tenant.id), eq(requestedItems.id, itemId)));
  return item?.reportId;
}

/** The report itself, not held. */
export async function findReport({ tenant }: Pick<Scope, 'tenant'>, tx: Transaction, reportId: string): Promise<ReportRow | undefined> {
  const [report] = await tx.select().from(damageReports).where(and(eq(damageReports.tenantId, tenant.id), eq(damageReports.id, reportId)));
  return report;
}
