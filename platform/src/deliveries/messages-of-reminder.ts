import { linkChannels } from '@meldewerk/contract/preparation';
import { linkReminderKinds } from '@meldewerk/contract/reminder';
import { reminderMail } from '@meldewerk/messaging/templates/reminder-mail';
import { reminderSms } from '@meldewerk/messaging/templates/reminder-sms';
import * as v from 'valibot';
import type { Config } from '../config.ts';
import { markedLinkUrl } from '../links/link-in-message.ts';
import { takesSms } from '../links/phone-line.ts';
import { readLinkSummary } from '../links/read-link-summary.ts';
import type { Compose } from './message.ts';

const factsSchema = v.object({ kind: v.picklist(linkReminderKinds), generation: v.number(), channel: v.picklist(linkChannels) });

/** The reminder of a link, by the way that was chosen when it fell due. Nothing once the link is not what it was then. */
export const messagesOfReminder: Compose = async (scope, report, _staff, event, instead) => {
  const { services, tenant } = scope;
  // There are reminders of other things than links.
  if (!v.is(factsSchema, event.data)) return [];
  const { kind, generation, channel } = event.data;
  const link = await readLinkSummary(scope, report.id);
  if (!link || link.generation !== generation || ['submitted', 'withdrawn', 'expired'].includes(link.state)) return [];

  const workshop = tenant.settings;
  const { reporter, reference } = report;
  const language = report.language;
  const url = markedLinkUrl(services.config, tenant.slug, generation);
  if ((instead ?? channel) === 'sms' && reporter.phone && takesSms(reporter.phone)) {
    return [{ target: 'customerSms', purpose: 'reminder', recipient: reporter.phone, content: reminderSms({ language, workshop, kind, url, answerable: canBeAnswered(services.config) }) }];
  }
  if (!reporter.email) return [];
  const mail = reminderMail({ language, workshop, kind, url, expiresAt: link.expiresAt, reference, customerName: `${reporter.firstName} ${reporter.lastName}`.trim() });
  return [{ target: 'customerEmail', purpose: 'reminder', recipient: reporter.email, content: { ...mail, fromName: workshop.name, replyTo: workshop.email } }];
};

/** A sender of letters takes no answer; what a messaging service picks is not known here. */
export function canBeAnswered({ twilio }: Pick<Config, 'twilio'>): boolean {
  return twilio?.from?.startsWith('+') ?? false;
}
