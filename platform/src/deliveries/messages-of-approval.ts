import type { Approval } from '@meldewerk/contract/approval';
import type { Language } from '@meldewerk/contract/language';
import { approvalAnsweredMail, approvalMail } from '@meldewerk/messaging/templates/approval-mails';
import { approvalSms } from '@meldewerk/messaging/templates/approval-sms';
import { readApprovals } from '../approvals/read-approvals.ts';
import { dayText, moneyText } from '../approvals/texts.ts';
import type { Scope } from '../http/scope.ts';
import type { ReportContent } from '../reports/read.ts';
import { statusUrlForMessage } from '../status-pages/status-link.ts';
import type { Compose } from './message.ts';
import { portalUrl, staffById } from './staff-recipients.ts';
import { wayToCustomer } from './way-to-customer.ts';

/** To the customer: the question, and once more when staff press for it. Nothing once it is answered or taken back. */
export const messagesOfApproval: Compose = async (scope, report, _staff, event, instead) => {
  const approval = await approvalOf(scope, report, event);
  const way = approval?.state === 'open' ? await wayToCustomer(scope, report, instead) : null;
  const url = way && (await statusUrlForMessage(scope, report.id));
  if (!approval || !way || !url) return [];
  const workshop = scope.tenant.settings;
  const { reference, reporter, vehicle } = report;
  const language = report.language;
  const again = event.type === 'approvalReminded';
  if (way.channel === 'sms') return [{ target: 'customerSms', purpose: 'approval', recipient: way.phone, content: approvalSms({ language, workshop, kind: approval.kind, again, reference, url }) }];
  const mail = approvalMail({ language, workshop, customerName: `${reporter.firstName} ${reporter.lastName}`.trim(), reference, licensePlate: vehicle.licensePlate, question: questionOf(approval, language), again, url });
  return [{ target: 'customerEmail', purpose: 'approval', recipient: way.email, content: { ...mail, fromName: workshop.name, replyTo: workshop.email } }];
};

/** To who asked and who has the report: what the customer said. To the workshop's recipients when neither works here any more. */
export const messagesOfApprovalAnswer: Compose = async (scope, report, recipients, event) => {
  const approval = await approvalOf(scope, report, event);
  if (!approval || (approval.state !== 'yes' && approval.state !== 'no')) return [];
  const { state: answer, comment, signerName } = approval;
  const workshop = scope.tenant.settings;
  const asker = report.events.find(({ type, data }) => type === 'approvalRequested' && data['approvalId'] === approval.id)?.actor.id;
  const concerned = await staffById(scope, [asker, report.handling.assigneeId].filter((id) => typeof id === 'string'));
  const { reference, reporter, vehicle } = report;
  const facts = { workshop, reference, licensePlate: vehicle.licensePlate, customerName: `${reporter.firstName} ${reporter.lastName}`.trim(), answer, comment, signerName: signerName ?? '', reportUrl: portalUrl(scope, report.id, '#approvals') };
  return (concerned.length > 0 ? concerned : recipients).map(({ email, language }) => ({
    target: 'staffEmail', purpose: 'approval', recipient: email, content: { ...approvalAnsweredMail({ ...facts, language, question: questionOf(approval, language) }), fromName: workshop.name, replyTo: workshop.email },
  }));
};

async function approvalOf(scope: Scope, report: ReportContent, event: Parameters<Compose>[3]): Promise<Approval | undefined> {
  return (await readApprovals(scope, report.id, report.shotLabels)).find(({ id }) => id === event.data['approvalId']);
}

function questionOf({ kind, reason, amount, readyOn }: Approval, language: Language) {
  return { kind, reason, amount: amount && moneyText(amount, language), readyOn: readyOn && dayText(readyOn, language) };
}
