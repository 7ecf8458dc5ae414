import { batchLimits, type BatchChange, type BatchResult, type HandlingBatch } from '@meldewerk/contract/list';
import { handlingFields, type HandlingChange, type HandlingField } from '@meldewerk/contract/handling';
import type { Transaction } from '@meldewerk/db/client';
import type { damageReports } from '@meldewerk/db/schema';
import { handlingBatches, handlingBatchReports } from '@meldewerk/db/schema-lists';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, notInArray, sql } from 'drizzle-orm';
import { lockReport, writeHandling } from '../handling/change-handling.ts';
import { ProblemError } from '../http/problem.ts';
import type { StaffScope } from '../http/scope.ts';
import { listTexts } from './texts.ts';

type Row = typeof damageReports.$inferSelect;
export type Handled = Partial<Record<HandlingField, unknown>>;

/**
 * Makes one change on several reports, each in a transaction of its own: one that refuses holds up no other. What each was
 * before is kept, so that the whole batch can be taken back.
 */
export async function runBatch(scope: StaffScope, { id, reportIds, set, note }: HandlingBatch): Promise<BatchResult[]> {
  await openBatch(scope, id, reportIds, set);
  const results: BatchResult[] = [];
  for (const reportId of reportIds) results.push(await changeOne(scope, id, reportId, set, note));
  return results;
}

async function openBatch({ services, tenant, staff, language }: StaffScope, id: string, reportIds: string[], set: BatchChange): Promise<void> {
  await inTenant(services.db, tenant.id, async (tx) => {
    const inserted = await tx
      .insert(handlingBatches)
      .values({ tenantId: tenant.id, id, staffUserId: staff.id, change: set, createdAt: services.clock.now() })
      .onConflictDoNothing()
      .returning({ id: handlingBatches.id });
    if (inserted.length > 0) return;
    const [known] = await tx
      .select({ mine: sql<boolean>`${handlingBatches.staffUserId} = ${staff.id}`, same: sql<boolean>`${handlingBatches.change} = ${JSON.stringify(set)}::jsonb`, reversedAt: handlingBatches.reversedAt })
      .from(handlingBatches)
      .where(and(eq(handlingBatches.tenantId, tenant.id), eq(handlingBatches.id, id)));
    if (!known?.mine || !known.same || known.reversedAt) throw new ProblemError('validationFailed', { issues: [{ path: 'id', code: 'taken', message: listTexts[language].otherChange }] });
    const [others] = await tx
      .select({ count: sql<number>`count(*)::integer` })
      .from(handlingBatchReports)
      .where(and(eq(handlingBatchReports.tenantId, tenant.id), eq(handlingBatchReports.batchId, id), notInArray(handlingBatchReports.reportId, reportIds)));
    if ((others?.count ?? 0) + reportIds.length > batchLimits.reports) throw new ProblemError('validationFailed', { issues: [{ path: 'reportIds', code: 'tooMany', message: listTexts[language].tooManyReports }] });
  });
}

async function changeOne(scope: StaffScope, batchId: string, reportId: string, set: BatchChange, note: string | undefined): Promise<BatchResult> {
  const { services, tenant, staff } = scope;
  try {
    return await inTenant(services.db, tenant.id, async (tx) => {
      const row = await lockReport(scope, tx, reportId);
      const done = await outcomeOf(scope, tx, batchId, reportId);
      if (done) return { reportId, reference: row.reference, outcome: done, reason: null };
      const changed = await writeHandling(scope, tx, row, { set: changeFor(row, set), note, actor: { kind: 'staff', id: staff.id } });
      const fields = handlingFields.filter((field) => JSON.stringify(row[field]) !== JSON.stringify(changed[field]));
      const outcome = fields.length > 0 ? 'changed' : 'unchanged';
      await tx.insert(handlingBatchReports).values({ tenantId: tenant.id, batchId, reportId, outcome, ...(fields.length > 0 && { before: pick(row, fields), after: pick(changed, fields) }) });
      return { reportId, reference: row.reference, outcome, reason: null };
    });
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { reportId, reference: null, outcome: 'failed', reason: reasonOf(scope, error) };
  }
}

/** What the batch made of this report when it was sent before. */
async function outcomeOf({ tenant }: StaffScope, tx: Transaction, batchId: string, reportId: string): Promise<BatchResult['outcome'] | undefined> {
  const [known] = await tx
    .select({ outcome: handlingBatchReports.outcome })
    .from(handlingBatchReports)
    .where(and(eq(handlingBatchReports.tenantId, tenant.id), eq(handlingBatchReports.batchId, batchId), eq(handlingBatchReports.reportId, reportId)));
  return known?.outcome;
}

function changeFor(row: Row, { addTags, removeTags, ...set }: BatchChange): HandlingChange {
  if (!addTags && !removeTags) return set;
  return { ...set, tags: [...new Set([...row.tags.filter((tag) => !removeTags?.includes(tag)), ...(addTags ?? [])])].slice(0, 12) };
}

function pick(row: Row, fields: HandlingField[]): Handled {
  return Object.fromEntries(fields.map((field) => [field, row[field]]));
}

export function reasonOf({ language }: StaffScope, error: ProblemError): string {
  if (error.code === 'notFound') return listTexts[language].notFound;
  return error.issues?.[0]?.message ?? listTexts[language].changeRefused;
}
