import { staffLanguageFor } from '@meldewerk/contract/text-in';
import { isClosed, type ReportStatus } from '@meldewerk/contract/handling';
import { tellsCustomer, type KeptRule } from '@meldewerk/contract/rule';
import type { Transaction } from '@meldewerk/db/client';
import { staffUsers, type damageReports } from '@meldewerk/db/schema';
import { ruleRuns } from '@meldewerk/db/schema-handling';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, isNull } from 'drizzle-orm';
import { originOf } from '../config.ts';
import { createDelivery } from '../deliveries/create-delivery.ts';
import { reportRecipients } from '../deliveries/fan-out.ts';
import type { Message, Recipient } from '../deliveries/message.ts';
import { lockReport } from '../handling/change-handling.ts';
import type { Scope } from '../http/scope.ts';
import { isOptedOut } from '../links/link-recipient.ts';
import { takesSms } from '../links/phone-line.ts';
import { readReport, type ReportContent } from '../reports/read.ts';
import { statusUrlForMessage } from '../status-pages/status-link.ts';
import { composeForCustomer, composeForStaff, type RuleFacts } from './compose-rule.ts';

type Row = typeof damageReports.$inferSelect;
const dayMs = 24 * 60 * 60_000;

/** Since when a report stands where the rule looks; null when it does not, or is not to be told of. */
export function stayOf({ when, action }: KeptRule, { status, subStatus, statusSince, subStatusSince, closedAt }: Row): Date | null {
  if (status !== when.status || (when.subStatus !== null && subStatus !== when.subStatus)) return null;
  if (action.kind === 'customerMessage' && (closedAt !== null || isClosed(status as ReportStatus) || !tellsCustomer(status as ReportStatus))) return null;
  return when.subStatus === null ? statusSince : subStatusSince;
}

/** Sends what the rule says about this stay, once: whoever comes second finds that it ran, and a report that has moved on is left alone. */
export async function actOnRule(scope: Scope, rule: KeptRule, reportId: string, stay: Date): Promise<void> {
  const { services, tenant } = scope;
  const report = await readReport(scope, reportId);
  const internal = report.handling.internalSince !== null;
  const messages = rule.action.kind === 'customerMessage' ? (internal ? [] : await forCustomer(scope, rule, report)) : await forStaff(scope, rule, report, stay);

  await inTenant(services.db, tenant.id, async (tx) => {
    const row = await lockReport(scope, tx, reportId);
    if (stayOf(rule, row)?.getTime() !== stay.getTime() || (row.internalSince !== null) !== internal) return;
    const outcome = messages.length > 0 ? 'sent' : internal && rule.action.kind === 'customerMessage' ? 'internal' : 'nobody';
    const first = await tx.insert(ruleRuns).values({ tenantId: tenant.id, ruleId: rule.id, reportId, stay, ranAt: services.clock.now(), outcome }).onConflictDoNothing().returning({ ruleId: ruleRuns.ruleId });
    if (first.length === 0) return;
    const key = `rule/${rule.id}/${reportId}/${stay.toISOString()}`;
    for (const message of messages) await createDelivery(services, tx, tenant.id, { ...message, reportId, dedupeKey: `${key}/${message.target}/${message.recipient}` });
  });
}

async function forCustomer(scope: Scope, { action }: KeptRule, report: ReportContent): Promise<Message[]> {
  const url = await statusUrlForMessage(scope, report.id);
  if (url === null || action.kind !== 'customerMessage') return [];
  const { reporter: { phone, email }, language } = report;
  const { sms, mail } = composeForCustomer(action, factsOf(scope, report), staffLanguageFor(language), url);
  const mobile = action.channel !== 'email' && phone && takesSms(phone) && !(await inTenant(scope.services.db, scope.tenant.id, (tx) => isOptedOut(scope, tx, phone))) ? phone : null;
  const byMail = action.channel !== 'sms' && email ? { recipient: email, content: { ...mail, ...senderOf(scope) } } : null;
  if (mobile) return [{ target: 'customerSms', purpose: 'rule', recipient: mobile, content: { ...sms, ...(byMail && { instead: byMail }) } }];
  return byMail ? [{ target: 'customerEmail', purpose: 'rule', ...byMail }] : [];
}

async function forStaff(scope: Scope, { action }: KeptRule, report: ReportContent, stay: Date): Promise<Message[]> {
  const { services, tenant } = scope;
  if (action.kind === 'customerMessage') return [];
  const { assigneeId } = report.handling;
  const assignee = action.to === 'assignee' && assigneeId ? await inTenant(services.db, tenant.id, (tx) => findColleague(scope, tx, assigneeId)) : [];
  const recipients = assignee.length > 0 ? assignee : await reportRecipients(scope);
  const url = `${originOf(services.config, tenant.slug)}/portal/reports/${report.id}`;
  const days = Math.floor((services.clock.now().getTime() - stay.getTime()) / dayMs);
  return recipients.map(({ email, language }) => ({
    target: 'staffEmail', purpose: 'rule', recipient: email, content: { ...composeForStaff(action, factsOf(scope, report), language, { url, days }), ...senderOf(scope) },
  }));
}

function findColleague({ tenant }: Scope, tx: Transaction, staffUserId: string): Promise<Recipient[]> {
  return tx
    .select({ email: staffUsers.email, language: staffUsers.language })
    .from(staffUsers)
    .where(and(eq(staffUsers.tenantId, tenant.id), eq(staffUsers.id, staffUserId), isNull(staffUsers.disabledAt)));
}

function factsOf({ tenant }: Scope, { reference, reporter, vehicle, handling }: ReportContent): RuleFacts {
  return {
    workshop: tenant.settings, reference, customerName: [reporter.firstName, reporter.lastName].filter(Boolean).join(' ') || (reporter.company ?? ''),
    licensePlate: vehicle.licensePlate, makeModel: vehicle.makeModel ?? null, status: handling.status, subStatus: handling.subStatus, nextStep: handling.nextStep,
  };
}

function senderOf({ tenant }: Scope) {
  return { fromName: tenant.settings.name, replyTo: tenant.settings.email };
}
