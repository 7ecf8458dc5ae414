import { linkChannels } from '@meldewerk/contract/preparation';
import { linkMail } from '@meldewerk/messaging/templates/link-mail';
import { linkSms } from '@meldewerk/messaging/templates/link-sms';
import * as v from 'valibot';
import { markedLinkUrl } from '../links/link-in-message.ts';
import { readLinkSummary } from '../links/read-link-summary.ts';
import type { Compose } from './message.ts';

const requestSchema = v.object({ channel: v.picklist(linkChannels), generation: v.number() });
const goneStates = ['submitted', 'withdrawn', 'expired'];

/** The individual link to its customer. Nothing goes out for a link that was taken back or replaced before the job ran. */
export const messagesOfLink: Compose = async (scope, report, _staff, event, instead) => {
  const { services, tenant } = scope;
  const { channel: asked, generation } = v.parse(requestSchema, event.data);
  const channel = instead ?? asked;
  const link = await readLinkSummary(scope, report.id);
  if (!link || link.generation !== generation || goneStates.includes(link.state)) return [];

  const { reporter } = report;
  const language = report.language;
  const workshop = tenant.settings;
  const message = { language, workshop, url: markedLinkUrl(services.config, tenant.slug, generation), expiresAt: link.expiresAt };
  if (channel === 'sms') return reporter.phone ? [{ target: 'customerSms', purpose: 'link', recipient: reporter.phone, content: linkSms(message) }] : [];
  if (!reporter.email) return [];
  const mail = linkMail({ ...message, firstName: reporter.firstName, lastName: reporter.lastName });
  return [{ target: 'customerEmail', purpose: 'link', recipient: reporter.email, content: { ...mail, fromName: workshop.name, replyTo: workshop.email } }];
};
