import { isSubmitted } from '@meldewerk/contract/report';
import { confirmationMail } from '@meldewerk/messaging/templates/confirmation-mail';
import { confirmationSms } from '@meldewerk/messaging/templates/confirmation-sms';
import { newReportMail } from '@meldewerk/messaging/templates/new-report-mail';
import { originOf } from '../config.ts';
import { takesSms } from '../links/phone-line.ts';
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
  const sender = { fromName: workshop.name, replyTo: workshop.email };

  const messages: Message[] = staff.map((member) => ({
    target: 'staffEmail',
    purpose: 'newReport',
    recipient: member.email,
    content: { ...newReportMail({ language: member.language, workshop, report: arrived, reportUrl }), ...sender },
  }));
  if (reporter.email) {
    const { attachments, papers } = await papersOf(scope, report);
    const mail = confirmationMail({ language, workshop, report: arrived, papers });
    messages.push({ target: 'customerEmail', purpose: 'confirmation', recipient: reporter.email, content: { ...mail, ...sender, ...(attachments.length > 0 && { attachments }) } });
  }
  if (reporter.phone && takesSms(reporter.phone)) {
    messages.push({ target: 'customerSms', purpose: 'confirmation', recipient: reporter.phone, content: confirmationSms({ language, workshop, reference: report.reference }) });
  }
  return messages;
};
