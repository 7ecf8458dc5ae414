import type { Transaction } from '@meldewerk/db/client';
import { damageReports, reportLinks, statusLinks } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, desc, eq } from 'drizzle-orm';
import { addressKey, limit, takeFrom } from '../http/rate-limit.ts';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import { ensureStatusLink, type StatusLinkRow } from './status-link.ts';

export type ReportRow = typeof damageReports.$inferSelect;
const guesses = limit('status-guess-by-address', 20, 60);
/** How long after the end the customer can still look. */
const openAfterEndMs = 90 * 24 * 60 * 60 * 1000;

/** The report a token leads to. A token nobody has is notFound and counts against its sender's address. */
export async function findDoor(scope: Scope, tokenHash: Buffer, clientAddress: string): Promise<{ report: ReportRow; link: StatusLinkRow }> {
  const { services, tenant } = scope;
  const found = await inTenant(services.db, tenant.id, async (tx) => {
    const reportId = (await byStatusLink(scope, tx, tokenHash)) ?? (await byIndividualLink(scope, tx, tokenHash));
    if (!reportId) return null;
    const [report] = await tx.select().from(damageReports).where(and(eq(damageReports.tenantId, tenant.id), eq(damageReports.id, reportId)));
    if (!report) return null;
    const link = await ensureStatusLink(scope, tx, reportId);
    const [own] = await tx.select({ generation: statusLinks.generation }).from(statusLinks).where(and(eq(statusLinks.tenantId, tenant.id), eq(statusLinks.tokenHash, tokenHash)));
    // The individual link leads where the first status link leads: renewing ends both.
    assertOpen(scope, report, link, own?.generation ?? 1);
    return { report, link };
  });
  if (found) return found;
  await takeFrom(services, guesses, addressKey(clientAddress));
  throw new ProblemError('notFound');
}

/** Replaced and withdrawn links say so, and so does one whose report ended long ago. What is kept internal is not there. */
export function assertOpen({ services }: Scope, report: ReportRow, newest: StatusLinkRow, generation: number): void {
  if (report.internalSince) throw new ProblemError('notFound');
  if (newest.withdrawnAt || newest.generation !== generation) throw new ProblemError('linkWithdrawn');
  if (report.closedAt && report.closedAt.getTime() + openAfterEndMs < services.clock.now().getTime()) throw new ProblemError('linkExpired');
}

async function byStatusLink({ tenant }: Scope, tx: Transaction, tokenHash: Buffer): Promise<string | null> {
  const [link] = await tx.select({ reportId: statusLinks.reportId }).from(statusLinks).where(and(eq(statusLinks.tenantId, tenant.id), eq(statusLinks.tokenHash, tokenHash)));
  return link?.reportId ?? null;
}

/** The link the report was prepared with goes on to its status page once the customer has sent it. */
async function byIndividualLink({ tenant }: Scope, tx: Transaction, tokenHash: Buffer): Promise<string | null> {
  const [link] = await tx
    .select({ reportId: reportLinks.reportId, generation: reportLinks.generation, withdrawnAt: reportLinks.withdrawnAt, submittedAt: damageReports.submittedAt })
    .from(reportLinks)
    .innerJoin(damageReports, and(eq(damageReports.tenantId, reportLinks.tenantId), eq(damageReports.id, reportLinks.reportId)))
    .where(and(eq(reportLinks.tenantId, tenant.id), eq(reportLinks.tokenHash, tokenHash)));
  if (!link?.submittedAt) return null;
  const [newest] = await tx.select({ generation: reportLinks.generation }).from(reportLinks).where(and(eq(reportLinks.tenantId, tenant.id), eq(reportLinks.reportId, link.reportId))).orderBy(desc(reportLinks.generation)).limit(1);
  if (link.withdrawnAt || newest?.generation !== link.generation) throw new ProblemError('linkWithdrawn');
  return link.reportId;
}
