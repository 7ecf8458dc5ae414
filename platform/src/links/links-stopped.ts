import type { Transaction } from '@meldewerk/db/client';
import { reportLinks, tenants } from '@meldewerk/db/schema';
import { and, eq, isNotNull, or } from 'drizzle-orm';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';

/**
 * Refuses to give out the link of a report whose customer has none yet, while the workshop's new links are stopped. What a customer
 * has goes on: it is sent again, renewed, reminded of. Read here and not from the tenant of the scope, which may be ten seconds old.
 */
export async function assertLinkMayGo(scope: Scope, tx: Transaction, reportId: string): Promise<void> {
  const { sentAt, openedAt } = reportLinks;
  const [known] = await tx
    .select({ generation: reportLinks.generation })
    .from(reportLinks)
    .where(and(eq(reportLinks.tenantId, scope.tenant.id), eq(reportLinks.reportId, reportId), or(isNotNull(sentAt), isNotNull(openedAt))))
    .limit(1);
  if (!known) await assertLinksGo(scope, tx);
}

/** Refuses everything that would give new customers a link. */
export async function assertLinksGo({ tenant }: Scope, tx: Transaction): Promise<void> {
  const [row] = await tx.select({ stoppedAt: tenants.linksStoppedAt }).from(tenants).where(eq(tenants.id, tenant.id));
  if (row?.stoppedAt) throw new ProblemError('linksStopped');
}
