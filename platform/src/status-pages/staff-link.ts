import type { SendStatusLink, StatusLinkAddress, StatusLinkSummary } from '@meldewerk/contract/link-state';
import type { Transaction } from '@meldewerk/db/client';
import { damageReports, reportEvents, reportLinks, statusLinks } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { recordEvent } from '../events/record-event.ts';
import { assertForCustomer } from '../handling/kept-internal.ts';
import { lockReport } from '../handling/change-handling.ts';
import { limit, takeAll } from '../http/rate-limit.ts';
import { ProblemError } from '../http/problem.ts';
import type { Scope, StaffScope } from '../http/scope.ts';
import { recipientOf } from '../links/link-recipient.ts';
import { perRecipient } from '../links/send-link.ts';
import { addStatusLink, ensureStatusLink, newestStatusLink, statusToken, statusUrl, type StatusLinkRow } from './status-link.ts';

const perTenant = limit('status-link-message-by-tenant', 3_000, 30);

/** How far the customer is with the link that counts. */
export async function readStatusLinkSummary(scope: Scope, reportId: string): Promise<StatusLinkSummary> {
  return inTenant(scope.services.db, scope.tenant.id, async (tx) => summarize(await newestStatusLink(scope, tx, reportId)));
}

/** The address, to be copied, shown as QR or passed on by hand. */
export async function readStatusLinkAddress(scope: StaffScope, reportId: string): Promise<StatusLinkAddress> {
  return inTenant(scope.services.db, scope.tenant.id, async (tx) => {
    assertForCustomer(await lockReport(scope, tx, reportId));
    const link = await ensureStatusLink(scope, tx, reportId);
    if (link.withdrawnAt) throw new ProblemError('linkWithdrawn');
    return addressOf(scope, link);
  });
}

/** The link goes to the customer by this channel. The same `id` twice is one message. */
export async function sendStatusLink(scope: StaffScope, reportId: string, { id, channel }: SendStatusLink): Promise<void> {
  const { services, tenant, staff } = scope;
  const find = async (tx: Transaction) => {
    const report = await lockReport(scope, tx, reportId);
    assertForCustomer(report);
    if (await wasRequested(scope, tx, reportId, id)) return null;
    const link = await ensureStatusLink(scope, tx, reportId);
    if (link.withdrawnAt) throw new ProblemError('linkWithdrawn');
    return { generation: link.generation, recipient: await recipientOf(scope, tx, report.reporter as Reporter, channel) };
  };
  const found = await inTenant(services.db, tenant.id, find);
  if (!found) return;
  // Counted outside the transaction: inside it, everybody could hold a connection while waiting for a second one.
  await takeAll(services, [perTenant, tenant.id], [perRecipient, tenant.id, found.recipient]);
  await inTenant(services.db, tenant.id, async (tx) => {
    const still = await find(tx);
    if (still) await recordEvent(services, tx, tenant.id, reportId, { type: 'statusLinkRequested', actor: { kind: 'staff', id: staff.id }, data: { channel, generation: still.generation, messageId: id } });
  });
}

/** Makes a new address; every earlier one, that of the individual link as well, says that it was replaced. */
export async function renewStatusLink(scope: StaffScope, reportId: string): Promise<StatusLinkAddress> {
  const { services, tenant, staff } = scope;
  return inTenant(services.db, tenant.id, async (tx) => {
    assertForCustomer(await lockReport(scope, tx, reportId));
    const before = await ensureStatusLink(scope, tx, reportId);
    const link = await addStatusLink(scope, tx, { reportId, generation: before.generation + 1, createdBy: staff.id });
    await endIndividualLink(scope, tx, reportId);
    await recordEvent(services, tx, tenant.id, reportId, { type: 'statusLinkRenewed', actor: { kind: 'staff', id: staff.id }, data: { generation: link.generation } });
    return addressOf(scope, link);
  });
}

/** Takes it back: whoever opens it hears so, and pages that are open end. Twice is the same as once. */
export async function withdrawStatusLink(scope: StaffScope, reportId: string): Promise<void> {
  const { services, tenant, staff } = scope;
  await inTenant(services.db, tenant.id, async (tx) => {
    await lockReport(scope, tx, reportId);
    const { generation, withdrawnAt } = await ensureStatusLink(scope, tx, reportId);
    if (withdrawnAt) return;
    await tx
      .update(statusLinks)
      .set({ withdrawnAt: services.clock.now(), withdrawnBy: staff.id })
      .where(and(eq(statusLinks.tenantId, tenant.id), eq(statusLinks.reportId, reportId), eq(statusLinks.generation, generation)));
    await endIndividualLink(scope, tx, reportId);
    await recordEvent(services, tx, tenant.id, reportId, { type: 'statusLinkWithdrawn', actor: { kind: 'staff', id: staff.id }, data: { generation } });
  });
}

/** To the customer both are one link. One whose report is not sent yet stays: it is withdrawn by itself. */
async function endIndividualLink({ services, tenant, staff }: StaffScope, tx: Transaction, reportId: string): Promise<void> {
  const [report] = await tx.select({ submittedAt: damageReports.submittedAt }).from(damageReports).where(and(eq(damageReports.tenantId, tenant.id), eq(damageReports.id, reportId)));
  if (!report?.submittedAt) return;
  await tx
    .update(reportLinks)
    .set({ withdrawnAt: services.clock.now(), withdrawnBy: staff.id })
    .where(and(eq(reportLinks.tenantId, tenant.id), eq(reportLinks.reportId, reportId), isNull(reportLinks.withdrawnAt)));
}

type Reporter = { phone?: string; email?: string };

async function wasRequested({ tenant }: StaffScope, tx: Transaction, reportId: string, messageId: string): Promise<boolean> {
  const [earlier] = await tx
    .select({ sequence: reportEvents.sequence })
    .from(reportEvents)
    .where(and(
      eq(reportEvents.tenantId, tenant.id), eq(reportEvents.reportId, reportId), eq(reportEvents.type, 'statusLinkRequested'),
      sql`${reportEvents.body}::jsonb -> 'data' ->> 'messageId' = ${messageId}`,
    ));
  return earlier !== undefined;
}

function summarize(link: StatusLinkRow | null): StatusLinkSummary {
  const state = link?.withdrawnAt ? 'withdrawn' : link?.openedAt ? 'opened' : link?.sentAt ? 'sent' : 'notSent';
  return { state, sentAt: link?.sentAt?.toISOString() ?? null, openedAt: link?.openedAt?.toISOString() ?? null, withdrawnAt: link?.withdrawnAt?.toISOString() ?? null };
}

function addressOf({ services, tenant }: Scope, link: StatusLinkRow): StatusLinkAddress {
  return { url: statusUrl(services.config, tenant.slug, statusToken(services.config, { tenantId: tenant.id, reportId: link.reportId, generation: link.generation })), link: summarize(link) };
}
