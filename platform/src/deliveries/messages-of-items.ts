import { textIn } from '@meldewerk/contract/text-in';
import { labelOfReason } from '@meldewerk/contract/item-labels';
import { requestChannels } from '@meldewerk/contract/missing-items';
import { itemsCompleteMail } from '@meldewerk/messaging/templates/items-complete-mail';
import { itemsMail } from '@meldewerk/messaging/templates/items-mail';
import { itemsSms } from '@meldewerk/messaging/templates/items-sms';
import * as v from 'valibot';
import { takesSms } from '../links/phone-line.ts';
import { readMissingItems } from '../missing-items/read-missing-items.ts';
import { statusUrlForMessage } from '../status-pages/status-link.ts';
import type { Compose } from './message.ts';
import { portalUrl, staffById } from './staff-recipients.ts';

const factsSchema = v.object({ kind: v.optional(v.literal('itemsOpen')), requestId: v.string(), channel: v.picklist(requestChannels) });

/** To the customer: what is still missing, when it is asked for and when they are reminded. Nothing once nothing is open. */
export const messagesOfItems: Compose = async (scope, report, _staff, event, instead) => {
  // There are reminders of other things.
  if (!v.is(factsSchema, event.data) || event.data.channel === 'none') return [];
  const { requestId, channel } = event.data;
  const request = (await readMissingItems(scope, report.id)).requests.find(({ id }) => id === requestId);
  const open = request?.items.filter(({ state }) => state === 'open') ?? [];
  const url = open.length > 0 && !report.handling.internalSince ? await statusUrlForMessage(scope, report.id) : null;
  if (!request || !url) return [];

  const workshop = scope.tenant.settings;
  const { reporter, reference } = report;
  const language = report.language;
  const kind = event.type === 'reminderDue' ? ('reminder' as const) : ('request' as const);
  const purpose = kind === 'reminder' ? ('missingItemsReminder' as const) : ('missingItems' as const);
  if ((instead ?? channel) === 'sms' && reporter.phone && takesSms(reporter.phone)) {
    return [{ target: 'customerSms', purpose, recipient: reporter.phone, content: itemsSms({ language, workshop, kind, count: open.length, reference, url }) }];
  }
  if (!reporter.email) return [];
  const items = open.map(({ label, reason, note }) => ({ label: textIn(label, language), reason: [reason === 'other' ? '' : textIn(labelOfReason(reason), language), note ?? ''].filter(Boolean).join(' – ') }));
  const mail = itemsMail({ language, workshop, kind, customerName: `${reporter.firstName} ${reporter.lastName}`, reference, url, note: request.note, items });
  return [{ target: 'customerEmail', purpose, recipient: reporter.email, content: { ...mail, fromName: workshop.name, replyTo: workshop.email } }];
};

/** To who has the report, or else to the workshop's recipients: everything that was asked for is there. */
export const messagesOfItemsComplete: Compose = async (scope, report, recipients, event) => {
  const request = (await readMissingItems(scope, report.id)).requests.find(({ id }) => id === event.data['requestId']);
  if (!request) return [];
  const workshop = scope.tenant.settings;
  const assignee = report.handling.assigneeId ? await staffById(scope, [report.handling.assigneeId]) : [];
  const { reporter, reference, vehicle } = report;
  const facts = { workshop, reference, licensePlate: vehicle.licensePlate, customerName: `${reporter.firstName} ${reporter.lastName}`, reportUrl: portalUrl(scope, report.id) };
  return (assignee.length > 0 ? assignee : recipients).map(({ email, language }) => {
    const items = request.items.filter(({ state }) => state === 'provided').map(({ label }) => label[language]);
    return { target: 'staffEmail', purpose: 'missingItems', recipient: email, content: { ...itemsCompleteMail({ ...facts, language, items }), fromName: workshop.name, replyTo: workshop.email } };
  });
};
