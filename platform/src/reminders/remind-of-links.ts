import type { LinkChannel, Preparation } from '@meldewerk/contract/preparation';
import type { Transaction } from '@meldewerk/db/client';
import { damageReports, reportEvents, reportLinks, reportReminders, tenants } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, desc, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm';
import { isQuiet } from '../deliveries/quiet-hours.ts';
import { recordEvent } from '../events/record-event.ts';
import type { Scope } from '../http/scope.ts';
import { openJobScope } from '../job-scope.ts';
import { findPrepared, newestLink } from '../links/find-prepared.ts';
import { isOptedOut } from '../links/link-recipient.ts';
import { takesSms } from '../links/phone-line.ts';
import type { Services } from '../services.ts';
import { dueReminder } from './reminder-rules.ts';

/** Every ten minutes: notes which customers are to be reminded of their link. The messages follow from the events. */
export async function remindOfLinks(services: Services): Promise<void> {
  const everyTenant = await services.db.select({ id: tenants.id }).from(tenants).where(isNull(tenants.suspendedAt));
  for (const { id } of everyTenant) {
    const scope = await openJobScope(services, id);
    if (!scope) continue;
    const { reminders, timeZone } = scope.tenant.settings;
    const silenced = !reminders.linkUnopened.enabled && !reminders.halfFinished.enabled;
    if (silenced || isQuiet(reminders, timeZone, services.clock.now())) continue;
    for (const reportId of await findCandidates(scope)) await remind(scope, reportId);
  }
}

/** Reports whose newest link looks due for a reminder; decided for good under lock. */
async function findCandidates({ services, tenant }: Scope): Promise<string[]> {
  const now = services.clock.now();
  const { reminders } = tenant.settings;
  const ofReport = sql`from report_reminders reminder where reminder.tenant_id = ${reportLinks.tenantId} and reminder.report_id = ${reportLinks.reportId}`;
  const rows = await inTenant(services.db, tenant.id, (tx) =>
    tx
      .select({
        link: reportLinks,
        reminderCount: sql<number>`(select count(*)::integer ${ofReport} and reminder.generation = ${reportLinks.generation})`,
        remindedAt: sql<Date | null>`(select max(reminder.due_at) ${ofReport})`.mapWith(reportReminders.dueAt),
      })
      .from(reportLinks)
      .innerJoin(damageReports, and(eq(damageReports.tenantId, reportLinks.tenantId), eq(damageReports.id, reportLinks.reportId)))
      .where(and(
        eq(reportLinks.tenantId, tenant.id), isNotNull(reportLinks.sentAt), isNull(reportLinks.withdrawnAt), gt(reportLinks.expiresAt, now), isNull(damageReports.submittedAt), isNull(damageReports.internalSince),
        sql`not exists (select 1 from report_links newer where newer.tenant_id = ${reportLinks.tenantId} and newer.report_id = ${reportLinks.reportId} and newer.generation > ${reportLinks.generation})`,
      )),
  );
  return rows
    .filter(({ link, reminderCount, remindedAt }) => link.sentAt && reminderCount < reminders.maxPerLink && dueReminder({ ...link, sentAt: link.sentAt, remindedAt }, reminders, now))
    .map(({ link }) => link.reportId);
}

/** Under the report's lock, so that a customer who sends at this moment is not reminded, and two workers remind once. */
async function remind(scope: Scope, reportId: string): Promise<void> {
  const { services, tenant } = scope;
  const { reminders } = tenant.settings;
  await inTenant(services.db, tenant.id, async (tx) => {
    const report = await findPrepared(scope, tx, reportId);
    if (!report || report.submittedAt || report.internalSince) return;
    const link = await newestLink(scope, tx, reportId);
    const now = services.clock.now();
    if (!link.sentAt || link.withdrawnAt || link.expiresAt <= now) return;

    const earlier = await remindersOf(scope, tx, reportId);
    const number = earlier.filter(({ generation }) => generation === link.generation).length + 1;
    const kind = dueReminder({ ...link, sentAt: link.sentAt, remindedAt: earlier[0]?.dueAt ?? null }, reminders, now);
    if (!kind || number > reminders.maxPerLink) return;
    const channel = await channelOf(scope, tx, reportId, report.reporter as Preparation['reporter']);
    if (!channel) return;

    const { generation } = link;
    await tx.insert(reportReminders).values({ tenantId: tenant.id, reportId, generation, number, kind, dueAt: now });
    await recordEvent(services, tx, tenant.id, reportId, { type: 'reminderDue', actor: { kind: 'system', id: null }, data: { kind, number, generation, channel } });
  });
}

/** Newest first. */
async function remindersOf({ tenant }: Scope, tx: Transaction, reportId: string) {
  return tx
    .select({ generation: reportReminders.generation, dueAt: reportReminders.dueAt })
    .from(reportReminders)
    .where(and(eq(reportReminders.tenantId, tenant.id), eq(reportReminders.reportId, reportId)))
    .orderBy(desc(reportReminders.dueAt));
}

/** The way the link went; by mail where no SMS may go. Null when nobody can be reached: then there is nothing to note. */
async function channelOf(scope: Scope, tx: Transaction, reportId: string, { phone, email }: Preparation['reporter']): Promise<LinkChannel | null> {
  const [request] = await tx
    .select({ channel: sql<string>`${reportEvents.body}::jsonb -> 'data' ->> 'channel'` })
    .from(reportEvents)
    .where(and(eq(reportEvents.tenantId, scope.tenant.id), eq(reportEvents.reportId, reportId), eq(reportEvents.type, 'linkRequested')))
    .orderBy(desc(reportEvents.sequence))
    .limit(1);
  if (request?.channel === 'email' && email) return 'email';
  if (phone && takesSms(phone) && !(await isOptedOut(scope, tx, phone))) return 'sms';
  return email ? 'email' : null;
}
