import { photoBlobKey } from '@meldewerk/blobs/blob-store';
import { presenceAgesMs } from '@meldewerk/contract/presence';
import { drafts, idempotencyKeys, passwordResets, photos, reportImports, staffSessions, tenants } from '@meldewerk/db/schema';
import { reportPresence } from '@meldewerk/db/schema-handling';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, inArray, isNull, lt, notExists, sql } from 'drizzle-orm';
import { sweepStatements } from './accident-statements/sweep-statements.ts';
import { sweepSignIns } from './billing/sweep-sign-ins.ts';
import { sweepContents } from './drafts/sweep-contents.ts';
import { sweepExports, sweepUnfinishedExports } from './exports/sweep-exports.ts';
import { sweepForms } from './forms/sweep-forms.ts';
import { sweepMessageFiles } from './messages/sweep-files.ts';
import { sweepUploads } from './photos/sweep-uploads.ts';
import type { Services } from './services.ts';

const day = 24 * 60 * 60 * 1000;
const draftsAtATime = 200;

/** Hourly: takes away what has run out. Drafts never sent with their photos (but those of prepared reports: their link can be renewed), forms nobody signed, accident statements whose time is over, uploads that became none, files of messages never sent, sessions, reset links, sign-ins to billing, imported tables, exports, old idempotency keys, idle rate limits. */
export async function sweep(services: Services): Promise<void> {
  await sweepUploads(services);
  await sweepUnfinishedExports(services);
  await services.sql`delete from rate_limits where refilled_at < now() - interval '1 day'`;
  await sweepSignIns(services);
  const everyTenant = await services.db.select({ id: tenants.id }).from(tenants);
  for (const { id } of everyTenant) {
    await sweepShortLived(services, id);
    await sweepDrafts(services, id);
    await sweepContents(services, id);
    await sweepForms(services, id);
    await sweepStatements(services, id);
    await sweepExports(services, id);
    await sweepMessageFiles(services, id);
  }
}

async function sweepShortLived({ db, clock }: Services, tenantId: string): Promise<void> {
  const now = clock.now();
  await inTenant(db, tenantId, async (tx) => {
    await tx.delete(staffSessions).where(and(eq(staffSessions.tenantId, tenantId), lt(staffSessions.expiresAt, now)));
    await tx.delete(reportPresence).where(and(eq(reportPresence.tenantId, tenantId), lt(reportPresence.seenAt, new Date(now.getTime() - presenceAgesMs))));
    await tx.delete(passwordResets).where(and(eq(passwordResets.tenantId, tenantId), lt(passwordResets.expiresAt, new Date(now.getTime() - 30 * day))));
    await tx.delete(reportImports).where(and(eq(reportImports.tenantId, tenantId), lt(reportImports.createdAt, new Date(now.getTime() - 30 * day))));
    await tx.delete(idempotencyKeys).where(and(eq(idempotencyKeys.tenantId, tenantId), lt(idempotencyKeys.createdAt, new Date(now.getTime() - 30 * day))));
  });
}

/** Files go after their rows: a file without a row is harmless, a row without its file is not. */
async function sweepDrafts({ db, clock, blobs }: Services, tenantId: string): Promise<void> {
  const orphaned = await inTenant(db, tenantId, async (tx) => {
    const expired = await tx
      .select({ id: drafts.id })
      .from(drafts)
      .where(and(eq(drafts.tenantId, tenantId), isNull(drafts.reportId), isNull(drafts.preparedReportId), lt(drafts.expiresAt, clock.now())))
      .limit(draftsAtATime)
      .for('update', { skipLocked: true });
    if (expired.length === 0) return [];
    const ids = expired.map(({ id }) => id);
    const removed = await tx.delete(photos).where(and(eq(photos.tenantId, tenantId), inArray(photos.draftId, ids), isNull(photos.reportId))).returning({ id: photos.id });
    await tx.delete(drafts).where(
      and(eq(drafts.tenantId, tenantId), inArray(drafts.id, ids), notExists(tx.select({ one: sql`1` }).from(photos).where(and(eq(photos.tenantId, tenantId), eq(photos.draftId, drafts.id))))),
    );
    return removed;
  });
  for (const { id } of orphaned) for (const kind of ['original', 'display', 'thumbnail'] as const) await blobs.remove(photoBlobKey(tenantId, id, kind));
}
