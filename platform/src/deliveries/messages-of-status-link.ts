import { statusLinkMail } from '@meldewerk/messaging/templates/status-link-mail';
import { statusLinkSms } from '@meldewerk/messaging/templates/status-link-sms';
import * as v from 'valibot';
import { statusUrlForMessage } from '../status-pages/status-link.ts';
import type { Compose } from './message.ts';

const requestSchema = v.object({ channel: v.picklist(['sms', 'email']) });

/** The address of the status page, when staff send it. Nothing once it was taken back. */
export const messagesOfStatusLink: Compose = async (scope, report, _staff, event, instead) => {
  const channel = instead ?? v.parse(requestSchema, event.data).channel;
  const url = await statusUrlForMessage(scope, report.id);
  if (!url) return [];
  const workshop = scope.tenant.settings;
  const { reporter, reference } = report;
  const language = report.language;
  if (channel === 'sms') return reporter.phone ? [{ target: 'customerSms', purpose: 'statusLink', recipient: reporter.phone, content: statusLinkSms({ language, workshop, url }) }] : [];
  if (!reporter.email) return [];
  const mail = statusLinkMail({ language, workshop, customerName: `${reporter.firstName} ${reporter.lastName}`.trim(), reference, url });
  return [{ target: 'customerEmail', purpose: 'statusLink', recipient: reporter.email, content: { ...mail, fromName: workshop.name, replyTo: workshop.email } }];
};
