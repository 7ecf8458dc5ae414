import type { ReportEvent } from '@meldewerk/contract/report';
import { staffUsers } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, isNull } from 'drizzle-orm';
import type { Scope } from '../http/scope.ts';
import { openJobScope } from '../job-scope.ts';
import { readReport } from '../reports/read.ts';
import type { Services } from '../services.ts';
import { createDelivery } from './create-delivery.ts';
import type { Compose, Message, Recipient } from './message.ts';
import { messagesOfApproval, messagesOfApprovalAnswer } from './messages-of-approval.ts';
import { messagesOfCancellation, messagesOfConfirmation, messagesOfDecline, messagesOfProposal, messagesOfProposalReminder, messagesOfWishes } from './messages-of-appointment.ts';
import { messagesOfConversation } from './messages-of-conversation.ts';
import { messagesOfForms } from './messages-of-forms.ts';
import { messagesOfItems, messagesOfItemsComplete } from './messages-of-items.ts';
import { messagesOfLink } from './messages-of-link.ts';
import { messagesOfNote } from './messages-of-note.ts';
import { messagesOfReminder } from './messages-of-reminder.ts';
import { messagesOfStatusLink } from './messages-of-status-link.ts';
import { messagesOfSubmission } from './messages-of-submission.ts';
import { messagesOfWithdrawal } from './messages-of-withdrawal.ts';
import { messagesToPartner } from './messages-to-partner.ts';

const composers: Partial<Record<ReportEvent['type'], Compose[]>> = {
  approvalAnswered: [messagesOfApprovalAnswer],
  approvalReminded: [messagesOfApproval],
  approvalRequested: [messagesOfApproval],
  appointmentCancelled: [messagesOfCancellation],
  appointmentConfirmed: [messagesOfConfirmation],
  appointmentDeclined: [messagesOfDecline],
  appointmentProposed: [messagesOfProposal],
  formsComplete: [messagesOfForms],
  linkRequested: [messagesOfLink],
  messageWritten: [messagesOfConversation],
  noteWritten: [messagesOfNote],
  itemsComplete: [messagesOfItemsComplete],
  itemsRequested: [messagesOfItems],
  reminderDue: [messagesOfItems, messagesOfProposalReminder, messagesOfReminder],
  reportSubmitted: [messagesOfSubmission, messagesToPartner],
  statusLinkRequested: [messagesOfStatusLink],
  wishesGiven: [messagesOfWishes],
  withdrawalDeclared: [messagesOfWithdrawal],
};

/** Decides who hears of an event of a report: one delivery each, with its exact content, and a job that sends it. Runs twice without harm. */
export async function fanOut(services: Services, { tenantId, reportId, sequence }: { tenantId: string; reportId: string; sequence: number }): Promise<void> {
  const scope = await openJobScope(services, tenantId);
  if (!scope) return;
  const [report, staff] = await Promise.all([readReport(scope, reportId), reportRecipients(scope)]);
  const event = report.events.find((candidate) => candidate.sequence === sequence);
  if (!event) return;
  const messages = await composeMessages(scope, report, staff, event);
  await inTenant(services.db, tenantId, async (tx) => {
    for (const message of messages) await createDelivery(services, tx, tenantId, { ...message, reportId, eventSequence: sequence });
  });
}

export async function composeMessages(...[scope, report, staff, event, instead]: Parameters<Compose>): Promise<Message[]> {
  return (await Promise.all((composers[event.type] ?? []).map((compose) => compose(scope, report, staff, event, instead)))).flat();
}

export async function reportRecipients(scope: Scope): Promise<Recipient[]> {
  return inTenant(scope.services.db, scope.tenant.id, (tx) =>
    tx
      .select({ email: staffUsers.email, language: staffUsers.language })
      .from(staffUsers)
      .where(and(eq(staffUsers.tenantId, scope.tenant.id), eq(staffUsers.receivesReports, true), isNull(staffUsers.disabledAt))),
  );
}
