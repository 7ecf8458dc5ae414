import type { RequestChannel } from '@meldewerk/contract/missing-items';
import type { ReportDetail } from '@meldewerk/contract/report';
import type { Transaction } from '@meldewerk/db/client';
import { statusLinks } from '@meldewerk/db/schema';
import { and, desc, eq } from 'drizzle-orm';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import { recipientOf } from '../links/link-recipient.ts';
import { missingItemsTexts } from './texts.ts';

type Reachable = { id: string } & Pick<ReportDetail, 'reporter'>;

/** Lets a message to the customer through when there is a way, and a link to bring. Throws noWayToReach, phoneOptedOut or validationFailed at `channel`. */
export async function assertReachable(scope: Scope, tx: Transaction, report: Reachable, channel: RequestChannel): Promise<void> {
  const { tenant, language } = scope;
  const [link] = await tx.select({ withdrawnAt: statusLinks.withdrawnAt }).from(statusLinks).where(and(eq(statusLinks.tenantId, tenant.id), eq(statusLinks.reportId, report.id))).orderBy(desc(statusLinks.generation)).limit(1);
  if (link?.withdrawnAt) throw new ProblemError('validationFailed', { issues: [{ path: 'channel', code: 'linkWithdrawn', message: missingItemsTexts[language].linkWithdrawn }] });
  if (channel !== 'none') await recipientOf(scope, tx, report.reporter, channel);
}
