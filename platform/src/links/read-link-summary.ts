import type { LinkSummary } from '@meldewerk/contract/link-state';
import { damageReports, reportLinks } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, desc, eq } from 'drizzle-orm';
import type { Scope } from '../http/scope.ts';

type LinkRow = typeof reportLinks.$inferSelect;

/** How far the customer is with the newest link of a prepared report; null when it has none. */
export async function readLinkSummary({ services, tenant }: Scope, reportId: string): Promise<LinkSummary | null> {
  const [row] = await inTenant(services.db, tenant.id, (tx) =>
    tx
      .select({ link: reportLinks, submittedAt: damageReports.submittedAt })
      .from(reportLinks)
      .innerJoin(damageReports, and(eq(damageReports.tenantId, reportLinks.tenantId), eq(damageReports.id, reportLinks.reportId)))
      .where(and(eq(reportLinks.tenantId, tenant.id), eq(reportLinks.reportId, reportId)))
      .orderBy(desc(reportLinks.generation))
      .limit(1),
  );
  return row ? summarizeLink(row.link, row.submittedAt, services.clock.now()) : null;
}

export function summarizeLink(link: LinkRow, submittedAt: Date | null, now: Date): LinkSummary {
  return {
    state: stateOf(link, submittedAt, now),
    generation: link.generation,
    expiresAt: link.expiresAt.toISOString(),
    sentAt: link.sentAt?.toISOString() ?? null,
    openedAt: link.openedAt?.toISOString() ?? null,
    begunAt: link.begunAt?.toISOString() ?? null,
    lastStep: link.lastStep,
    lastActiveAt: link.lastActiveAt?.toISOString() ?? null,
    withdrawnAt: link.withdrawnAt?.toISOString() ?? null,
  };
}

function stateOf(link: LinkRow, submittedAt: Date | null, now: Date): LinkSummary['state'] {
  if (submittedAt) return 'submitted';
  if (link.withdrawnAt) return 'withdrawn';
  if (link.expiresAt <= now) return 'expired';
  if (link.begunAt) return 'begun';
  if (link.openedAt) return 'opened';
  return link.sentAt ? 'sent' : 'notSent';
}
