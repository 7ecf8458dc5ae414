import type { DeliveryTarget } from '@meldewerk/contract/delivery';
import type { Language } from '@meldewerk/contract/language';
import { confirmationMail } from '@meldewerk/messaging/templates/confirmation-mail';
import { confirmationSms } from '@meldewerk/messaging/templates/confirmation-sms';
import { newReportMail } from '@meldewerk/messaging/templates/new-report-mail';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { originOf } from '../config.ts';
import type { Scope } from '../http/scope.ts';
import type { ReportContent } from '../reports/read.ts';

export type Recipient = { email: string; language: Language };

/** What is handed to the vendor, to the letter, and shown to staff. */
export type MailContent = { subject: string; text: string; html: string; fromName: string; replyTo: string };
export type SmsContent = { text: string };
export type Message =
  | { target: Exclude<DeliveryTarget, 'customerSms'>; recipient: string; content: MailContent }
  | { target: 'customerSms'; recipient: string; content: SmsContent };

/** The messages a submitted report sets off: to the workshop's recipients, and to the customer by every channel they gave. */
export function messagesFor({ services, tenant }: Scope, report: ReportContent, staff: Recipient[]): Message[] {
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
    recipient: member.email,
    content: { ...newReportMail({ language: member.language, workshop, report: arrived, reportUrl }), ...sender },
  }));
  if (reporter.email) {
    const mail = confirmationMail({ language, workshop, report: arrived });
    messages.push({ target: 'customerEmail', recipient: reporter.email, content: { ...mail, ...sender } });
  }
  if (reporter.phone && takesSms(reporter.phone)) {
    messages.push({ target: 'customerSms', recipient: reporter.phone, content: confirmationSms({ language, workshop, reference: report.reference }) });
  }
  return messages;
}

/** SMS goes to mobile numbers of the countries we serve; anything else would be paid for and not arrive. */
function takesSms(phoneE164: string): boolean {
  const number = parsePhoneNumberFromString(phoneE164);
  return ['DE', 'AT', 'CH'].includes(number?.country ?? '') && ['MOBILE', 'FIXED_LINE_OR_MOBILE'].includes(number?.getType() ?? '');
}
