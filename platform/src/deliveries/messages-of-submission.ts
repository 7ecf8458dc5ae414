import { isSubmitted } from '@meldewerk/contract/report';
import { confirmationMail } from '@meldewerk/messaging/templates/confirmation-mail';
import { confirmationSms } from '@meldewerk/messaging/templates/confirmation-sms';
import { newReportMail } from '@meldewerk/messaging/templates/new-report-mail';
import { originOf } from '../config.ts';
import { ProblemError } from '../http/problem.ts';
import { limit, takeFrom } from '../http/rate-limit.ts';
import type { Scope } from '../http/scope.ts';
import { takesSms } from '../links/phone-line.ts';
import type { ReportContent } from '../reports/read.ts';
import { statusUrlForMessage } from '../status-pages/status-link.ts';
import { papersOf } from './papers-of.ts';
import type { Compose, Message } from './message.ts';

/** The messages a submitted report sets off: to the workshop's recipients, and to the customer by every channel they gave. */
export const messagesOfSubmission: Compose = async (scope, report, staff) => {
  if (!isSubmitted(report)) return [];
  const { services, tenant } = scope;
  const workshop = tenant.settings;
  const { reporter, vehicle, language } = report;
  const arrived = {
    ...report,
    licensePlate: vehicle.licensePlate,
    makeModel: vehicle.makeModel ?? null,
    customerName: `${reporter.firstName} ${reporter.lastName}`,
    photoCount: report.photos.length,
  };
  const reportUrl = `${originOf(services.config, tenant.slug)}/portal/reports/${report.id}`;
  const statusUrl = await statusUrlForMessage(scope, report.id);
  const sender = { fromName: workshop.name, replyTo: workshop.email };

  const messages: Message[] = staff.map((member) => ({
    target: 'staffEmail',
    purpose: 'newReport',
    recipient: member.email,
    content: { ...newReportMail({ language: member.language, workshop, report: arrived, reportUrl }), ...sender },
  }));
  if (reporter.email && (await mayBeWrittenTo(scope, report, reporter.email))) {
    const { attachments, papers } = await papersOf(scope, report);
    const mail = confirmationMail({ language: language, workshop, report: arrived, papers, statusUrl });
    messages.push({ target: 'customerEmail', purpose: 'confirmation', recipient: reporter.email, content: { ...mail, ...sender, ...(attachments.length > 0 && { attachments }) } });
  }
  if (reporter.phone && takesSms(reporter.phone) && (await mayBeWrittenTo(scope, report, reporter.phone))) {
    messages.push({ target: 'customerSms', purpose: 'confirmation', recipient: reporter.phone, content: confirmationSms({ language: language, workshop, reference: report.reference, statusUrl }) });
  }
  return messages;
};

/** Anybody can type a stranger's address on the workshop's page. Reports count as ever; past this, no more confirmations go there. */
const perRecipient = limit('confirmation-by-recipient', 20, 60 * 60);

async function mayBeWrittenTo({ services, tenant }: Scope, { preparedBy }: ReportContent, recipient: string): Promise<boolean> {
  // What the workshop has prepared is sent once. What the report says of its source, anybody may say.
  if (preparedBy) return true;
  return takeFrom(services, perRecipient, tenant.id, recipient.toLowerCase()).then(
    () => true,
    (error: unknown) => {
      if (error instanceof ProblemError) return false;
      throw error;
    },
  );
}
