import type { HandlingChange, HandlingField } from '@meldewerk/contract/handling';
import type { BatchReversal } from '@meldewerk/contract/list';
import { handlingBatches, handlingBatchReports } from '@meldewerk/db/schema-lists';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, isNull } from 'drizzle-orm';
import { lockReport, writeHandling } from '../handling/change-handling.ts';
import { ProblemError } from '../http/problem.ts';
import type { StaffScope } from '../http/scope.ts';
import { reasonOf, type Handled } from './run-batch.ts';
import { listTexts } from './texts.ts';

/** Takes back what a batch changed, once and by who did it. A field that is something else meanwhile stays and is named. */
export async function reverseBatch(scope: StaffScope, batchId: string): Promise<BatchReversal[]> {
  const changed = await claimReversal(scope, batchId);
  const results: BatchReversal[] = [];
  for (const { reportId, before, after } of changed) results.push(await restoreOne(scope, reportId, before as Handled, after as Handled));
  return results;
}

async function claimReversal({ services, tenant, staff }: StaffScope, batchId: string) {
  return inTenant(services.db, tenant.id, async (tx) => {
    const claimed = await tx
      .update(handlingBatches)
      .set({ reversedAt: services.clock.now() })
      .where(and(eq(handlingBatches.tenantId, tenant.id), eq(handlingBatches.id, batchId), eq(handlingBatches.staffUserId, staff.id), isNull(handlingBatches.reversedAt)))
      .returning({ id: handlingBatches.id });
    if (claimed.length === 0) throw new ProblemError('notFound');
    return tx
      .select()
      .from(handlingBatchReports)
      .where(and(eq(handlingBatchReports.tenantId, tenant.id), eq(handlingBatchReports.batchId, batchId), eq(handlingBatchReports.outcome, 'changed')));
  });
}

async function restoreOne(scope: StaffScope, reportId: string, before: Handled, after: Handled): Promise<BatchReversal> {
  const { services, tenant, staff, language } = scope;
  return inTenant(services.db, tenant.id, async (tx) => {
    const row = await lockReport(scope, tx, reportId);
    const fields = Object.keys(before) as HandlingField[];
    const kept = fields.filter((field) => JSON.stringify(row[field]) !== JSON.stringify(after[field]));
    // A finer state belongs to its status: where the status stays, so does that.
    if (kept.includes('status') && fields.includes('subStatus') && !kept.includes('subStatus')) kept.push('subStatus');
    // Back to how it was, also to a state that nobody sets by hand.
    const set = Object.fromEntries(fields.filter((field) => !kept.includes(field)).map((field) => [field, before[field]])) as HandlingChange;
    const note = row.closedAt !== null && set.status !== undefined ? listTexts[language].reversalNote : undefined;
    await writeHandling(scope, tx, row, { set, note, actor: { kind: 'staff', id: staff.id } });
    return { reportId, reference: row.reference, kept, reason: null };
  }).catch((error: unknown) => {
    if (!(error instanceof ProblemError)) throw error;
    return { reportId, reference: '', kept: Object.keys(before) as HandlingField[], reason: reasonOf(scope, error) };
  });
}
