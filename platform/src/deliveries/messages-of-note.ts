import { idSchema } from '@meldewerk/contract/identifier';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { mentionMail } from '@meldewerk/messaging/templates/message-mails';
import * as v from 'valibot';
import { findWritten } from '../messages/find-written.ts';
import type { Compose } from './message.ts';
import { portalUrl, staffById } from './staff-recipients.ts';

const factsSchema = v.object({ messageId: idSchema, mentions: v.optional(v.array(idSchema), []) });

/** A note goes to the colleagues it names, and to nobody else; not to oneself. */
export const messagesOfNote: Compose = async (scope, report, _staff, event) => {
  const { services, tenant } = scope;
  const { messageId, mentions } = v.parse(factsSchema, event.data);
  const mentioned = await staffById(scope, mentions.filter((id) => id !== event.actor.id));
  if (mentioned.length === 0) return [];
  const [message] = await inTenant(services.db, tenant.id, (tx) => findWritten(tx, tenant.id, [messageId]));
  if (!message) return [];
  const workshop = tenant.settings;
  const { reference, vehicle, reporter } = report;
  const facts = { workshop, reference, licensePlate: vehicle.licensePlate, customerName: `${reporter.firstName} ${reporter.lastName}`.trim(), url: portalUrl(scope, report.id, '#messages') };
  return mentioned.map(({ email, language }) => ({
    target: 'staffEmail',
    purpose: 'mention',
    recipient: email,
    content: { ...mentionMail({ ...facts, language, writtenBy: event.actor.name ?? workshop.name, message }), fromName: workshop.name, replyTo: workshop.email },
  }));
};
