import type { ReportEvent } from '@meldewerk/contract/report';
import { customerWroteMail, workshopWroteMail, type WrittenMessage } from '@meldewerk/messaging/templates/message-mails';
import { messageSms } from '@meldewerk/messaging/templates/message-sms';
import { deliveries, reportMessages } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, desc, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Scope } from '../http/scope.ts';
import { findWritten } from '../messages/find-written.ts';
import type { ReportContent } from '../reports/read.ts';
import { statusUrlForMessage } from '../status-pages/status-link.ts';
import type { Compose, Message } from './message.ts';
import { endOfQuiet, isQuiet } from './quiet-hours.ts';
import { portalUrl, staffById } from './staff-recipients.ts';
import { wayToCustomer } from './way-to-customer.ts';

/** Whoever writes ten times in a row has the other side told twice: at once, and of the rest when this is over. */
const restMs = 10 * 60 * 1000;

/** Tells the other side what was written since it was last told, unless it has read it meanwhile. */
export const messagesOfConversation: Compose = async (scope, report, staff, event, instead) => {
  const author = event.actor.kind === 'customer' ? 'customer' : 'staff';
  const written = report.events.filter(({ type, actor }) => type === 'messageWritten' && (actor.kind === 'customer') === (author === 'customer'));
  // What was written last speaks for all before it.
  if (!instead && written.at(-1)?.sequence !== event.sequence) return [];
  const told = await lastTold(scope, report.id, author, event.sequence);
  if (!instead && told && (await isPutOff(scope, event, report.id, author, new Date(told.at.getTime() + restMs)))) return [];

  const ids = written.filter(({ sequence }) => sequence > (told?.sequence ?? 0) && sequence <= event.sequence).map(({ data }) => String(data['messageId']));
  const unread = await unreadOf(scope, ids);
  if (unread.length === 0) return [];
  return author === 'customer' ? toStaff(scope, report, staff, unread) : toCustomer(scope, report, event, unread, instead);
};

async function lastTold({ services, tenant }: Scope, reportId: string, author: 'customer' | 'staff', before: number): Promise<{ sequence: number; at: Date } | null> {
  const targets = author === 'customer' ? ['staffEmail'] : ['customerEmail', 'customerSms'];
  const [last] = await inTenant(services.db, tenant.id, (tx) =>
    tx
      .select({ sequence: deliveries.eventSequence, at: deliveries.createdAt })
      .from(deliveries)
      .where(and(eq(deliveries.tenantId, tenant.id), eq(deliveries.reportId, reportId), eq(deliveries.purpose, 'message'), inArray(deliveries.target, targets), lt(deliveries.eventSequence, before)))
      .orderBy(desc(deliveries.eventSequence), desc(deliveries.createdAt))
      .limit(1),
  );
  return last && last.sequence !== null ? { sequence: last.sequence, at: last.at } : null;
}

/** Has the event looked at again then; a newer one of the same author takes its place. */
async function isPutOff({ services, tenant }: Scope, { sequence }: ReportEvent, reportId: string, author: string, until: Date): Promise<boolean> {
  const seconds = (until.getTime() - services.clock.now().getTime()) / 1_000;
  if (seconds <= 0) return false;
  const payload = JSON.stringify({ tenantId: tenant.id, reportId, sequence });
  await inTenant(services.db, tenant.id, (tx) => tx.execute(sql`select enqueue_job('fan-out', ${payload}::json, ${`messages/${tenant.id}/${reportId}/${author}`}, now() + ${seconds} * interval '1 second')`));
  return true;
}

async function unreadOf({ services, tenant }: Scope, ids: string[]): Promise<WrittenMessage[]> {
  if (ids.length === 0) return [];
  return inTenant(services.db, tenant.id, (tx) => findWritten(tx, tenant.id, ids, and(eq(reportMessages.audience, 'customer'), isNull(reportMessages.readAt))));
}

async function toStaff(scope: Scope, report: ReportContent, recipients: Parameters<Compose>[2], messages: WrittenMessage[]): Promise<Message[]> {
  const workshop = scope.tenant.settings;
  const assignee = report.handling.assigneeId ? await staffById(scope, [report.handling.assigneeId]) : [];
  return (assignee.length > 0 ? assignee : recipients).map(({ email, language }) => ({
    target: 'staffEmail',
    purpose: 'message',
    recipient: email,
    content: { ...customerWroteMail({ ...factsOf(scope, report), language, url: portalUrl(scope, report.id, '#messages'), messages }), fromName: workshop.name, replyTo: workshop.email },
  }));
}

async function toCustomer(scope: Scope, report: ReportContent, event: ReportEvent, messages: WrittenMessage[], instead: 'email' | undefined): Promise<Message[]> {
  const { services, tenant } = scope;
  const workshop = tenant.settings;
  if (report.handling.internalSince || !workshop.workflow.customerSees.messages) return [];
  const way = await wayToCustomer(scope, report, instead);
  const url = way && (await statusUrlForMessage(scope, report.id));
  if (!way || !url) return [];
  if (way.channel === 'sms') {
    const now = services.clock.now();
    if (isQuiet(workshop.reminders, workshop.timeZone, now) && (await isPutOff(scope, event, report.id, 'staff', endOfQuiet(workshop.reminders, workshop.timeZone, now)))) return [];
    return [{ target: 'customerSms', purpose: 'message', recipient: way.phone, content: messageSms({ language: report.language, workshop, url }) }];
  }
  const mail = workshopWroteMail({ ...factsOf(scope, report), language: report.language, url, messages });
  return [{ target: 'customerEmail', purpose: 'message', recipient: way.email, content: { ...mail, fromName: workshop.name, replyTo: workshop.email } }];
}

function factsOf({ tenant }: Scope, { reference, vehicle, reporter }: ReportContent) {
  return { workshop: tenant.settings, reference, licensePlate: vehicle.licensePlate, customerName: `${reporter.firstName} ${reporter.lastName}`.trim() };
}
