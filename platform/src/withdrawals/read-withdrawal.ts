import type { ReportWithdrawal } from '@meldewerk/contract/withdrawal';
import type { Transaction } from '@meldewerk/db/client';
import { consents, deliveries, withdrawalDeclarations, withdrawalNoticeFiles } from '@meldewerk/db/schema';
import { and, asc, eq, isNotNull, sql } from 'drizzle-orm';
import type { Scope } from '../http/scope.ts';
import { contractOfReport, latest } from './contract-of-report.ts';
import { endOfWithdrawalPeriod } from './withdrawal-period.ts';

/** How a report stands with the right of withdrawal; null when none of its forms concludes a contract and nobody withdrew. */
export async function readWithdrawal(scope: Scope, tx: Transaction, reportId: string): Promise<ReportWithdrawal | null> {
  const { tenant } = scope;
  const [contract, given, [declaration]] = await Promise.all([
    contractOfReport(scope, tx, reportId),
    tx.select().from(consents).where(and(eq(consents.tenantId, tenant.id), eq(consents.reportId, reportId))),
    tx
      .select()
      .from(withdrawalDeclarations)
      .where(and(eq(withdrawalDeclarations.tenantId, tenant.id), eq(withdrawalDeclarations.reportId, reportId)))
      .orderBy(asc(withdrawalDeclarations.declaredAt), asc(withdrawalDeclarations.id))
      .limit(1),
  ]);
  if (!contract.isMeant && !declaration) return null;
  const notice = given.find(({ kind }) => kind === 'withdrawalNotice');
  const earlyStart = given.find(({ kind }) => kind === 'earlyStart');
  const begins = contract.concludedAt && notice ? latest([contract.concludedAt, notice.givenAt]) : null;
  const handedOverAt = notice ? await findHandOver(scope, tx, reportId, notice.textVersion) : null;
  return {
    noticeVersion: notice?.textVersion ?? null,
    noticeReceivedAt: notice?.givenAt.toISOString() ?? null,
    earlyStartRequestedAt: earlyStart?.givenAt.toISOString() ?? null,
    handedOverAt: handedOverAt?.toISOString() ?? null,
    contractConcludedAt: contract.concludedAt?.toISOString() ?? null,
    endsAt: begins && endOfWithdrawalPeriod(begins, tenant.settings.timeZone).toISOString(),
    declaration: declaration
      ? { id: declaration.id, declaredAt: declaration.declaredAt.toISOString(), name: declaration.name, statement: declaration.statement ?? declaration.contract }
      : null,
  };
}

/** The first mail to the customer that really left with the notice in it. */
async function findHandOver({ tenant }: Scope, tx: Transaction, reportId: string, version: number): Promise<Date | null> {
  const [sent] = await tx
    .select({ at: deliveries.sentAt })
    .from(deliveries)
    .innerJoin(withdrawalNoticeFiles, and(eq(withdrawalNoticeFiles.tenantId, deliveries.tenantId), eq(withdrawalNoticeFiles.version, version)))
    .where(
      and(
        eq(deliveries.tenantId, tenant.id),
        eq(deliveries.reportId, reportId),
        eq(deliveries.target, 'customerEmail'),
        isNotNull(deliveries.sentAt),
        sql`${deliveries.message} -> 'attachments' @> jsonb_build_array(jsonb_build_object('documentId', ${withdrawalNoticeFiles.documentId}))`,
      ),
    )
    .orderBy(asc(deliveries.sentAt))
    .limit(1);
  return sent?.at ?? null;
}
