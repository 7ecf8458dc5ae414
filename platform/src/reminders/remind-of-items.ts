import type { LinkChannel } from '@meldewerk/contract/preparation';
import type { ReportDetail } from '@meldewerk/contract/report';
import type { Transaction } from '@meldewerk/db/client';
import { damageReports, statusLinks, tenants } from '@meldewerk/db/schema';
import { itemReminders, itemRequests, requestedItems } from '@meldewerk/db/schema-missing-items';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, desc, eq, isNull, lte } from 'drizzle-orm';
import { isQuiet } from '../deliveries/quiet-hours.ts';
import { lockReport } from '../handling/change-handling.ts';
import type { Scope } from '../http/scope.ts';
import { openJobScope } from '../job-scope.ts';
import { isOptedOut } from '../links/link-recipient.ts';
import { takesSms } from '../links/phone-line.ts';
import { openRequestOf, type RequestRow } from '../missing-items/find-items.ts';
import { noteReminder } from '../missing-items/remind-of-items.ts';
import type { Services } from '../services.ts';
import { leastPauseMs } from './reminder-rules.ts';

const hourMs = 60 * 60 * 1_000;
/** Who has not answered in a month does not because of one message more. */
const longestMs = 30 * 24 * hourMs;

/** Every ten minutes: notes which customers are to be reminded of what was asked for. The messages follow from the events. */
export async function remindOfItems(services: Services): Promise<void> {
  const everyTenant = await services.db.select({ id: tenants.id }).from(tenants).where(isNull(tenants.suspendedAt));
  for (const { id } of everyTenant) {
    const scope = await openJobScope(services, id);
    if (!scope) continue;
    const { reminders, timeZone } = scope.tenant.settings;
    if (!reminders.itemsOpen.enabled || isQuiet(reminders, timeZone, services.clock.now())) continue;
    for (const reportId of await findCandidates(scope)) await remind(scope, reportId);
  }
}

async function findCandidates({ services, tenant }: Scope): Promise<string[]> {
  const now = services.clock.now().getTime();
  const { afterHours } = tenant.settings.reminders.itemsOpen;
  const rows = await inTenant(services.db, tenant.id, (tx) =>
    tx
      .select({ reportId: itemRequests.reportId })
      .from(itemRequests)
      .innerJoin(damageReports, and(eq(damageReports.tenantId, itemRequests.tenantId), eq(damageReports.id, itemRequests.reportId)))
      .where(and(
        eq(itemRequests.tenantId, tenant.id), isNull(itemRequests.completedAt), isNull(itemRequests.withdrawnAt), isNull(damageReports.closedAt), isNull(damageReports.internalSince),
        lte(itemRequests.requestedAt, new Date(now - afterHours * hourMs)),
      )),
  );
  return rows.map(({ reportId }) => reportId);
}

/** Under the report's lock, so that a customer who gives the last item at this moment is not reminded, and two workers remind once. */
async function remind(scope: Scope, reportId: string): Promise<void> {
  const { services, tenant } = scope;
  await inTenant(services.db, tenant.id, async (tx) => {
    const report = await lockReport(scope, tx, reportId);
    const request = await openRequestOf(scope, tx, reportId);
    if (!request || !(await isDue(scope, tx, request))) return;
    const channel = await channelOf(scope, tx, request, (report as typeof report & Pick<ReportDetail, 'reporter'>).reporter);
    if (channel) await noteReminder(scope, tx, request, { id: services.newId(), channel, staffUserId: null });
  });
}

/** Silence is counted from whatever happened last: what was asked for, given, or reminded of. */
async function isDue({ services, tenant }: Scope, tx: Transaction, request: RequestRow): Promise<boolean> {
  const ofRequest = { items: and(eq(requestedItems.tenantId, tenant.id), eq(requestedItems.requestId, request.id)), reminders: and(eq(itemReminders.tenantId, tenant.id), eq(itemReminders.requestId, request.id)) };
  const items = await tx.select({ requestedAt: requestedItems.requestedAt, providedAt: requestedItems.providedAt }).from(requestedItems).where(and(ofRequest.items, eq(requestedItems.reportId, request.reportId)));
  const reminded = await tx.select({ at: itemReminders.at, staffUserId: itemReminders.staffUserId }).from(itemReminders).where(ofRequest.reminders);
  const { itemsOpen, maxPerLink } = tenant.settings.reminders;
  const now = services.clock.now().getTime();
  const last = Math.max(...items.flatMap(({ requestedAt, providedAt }) => [requestedAt.getTime(), providedAt?.getTime() ?? 0]), ...reminded.map(({ at }) => at.getTime()));
  const pause = reminded.length > 0 ? Math.max(itemsOpen.afterHours * hourMs, leastPauseMs) : itemsOpen.afterHours * hourMs;
  return reminded.filter(({ staffUserId }) => staffUserId === null).length < maxPerLink && now - last >= pause && now - request.requestedAt.getTime() < longestMs;
}

/** The way the request went; by mail where no SMS may go. Null when nobody can be reached or the link is taken back. */
async function channelOf(scope: Scope, tx: Transaction, request: RequestRow, { phone, email }: ReportDetail['reporter']): Promise<LinkChannel | null> {
  const [link] = await tx.select({ withdrawnAt: statusLinks.withdrawnAt }).from(statusLinks).where(and(eq(statusLinks.tenantId, scope.tenant.id), eq(statusLinks.reportId, request.reportId))).orderBy(desc(statusLinks.generation)).limit(1);
  if (link?.withdrawnAt) return null;
  if (request.channel === 'email' && email) return 'email';
  if (phone && takesSms(phone) && !(await isOptedOut(scope, tx, phone))) return 'sms';
  return email ? 'email' : null;
}
