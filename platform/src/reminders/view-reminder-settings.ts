import { reminderKinds, type ReminderKind, type ReminderSettingsView } from '@meldewerk/contract/reminder';
import { appointmentSms } from '@meldewerk/messaging/templates/appointment-sms';
import { itemsSms } from '@meldewerk/messaging/templates/items-sms';
import { reminderSms } from '@meldewerk/messaging/templates/reminder-sms';
import { findTenantById } from '@meldewerk/tenants/find';
import { canBeAnswered } from '../deliveries/messages-of-reminder.ts';
import type { Scope } from '../http/scope.ts';
import { linkUrl } from '../links/link-token.ts';
import { statusUrl } from '../status-pages/status-link.ts';

const inventedToken = 'aB3dE5fG7hJ9kL1mN3pQ5r';

/** The settings as they are kept now, past the tenant cache, and what a customer would read. */
export async function viewReminderSettings({ services, tenant: { id, slug }, language }: Scope): Promise<ReminderSettingsView> {
  const tenant = await findTenantById(services.db, id);
  if (!tenant) throw new Error('the tenant of a request exists');
  const workshop = tenant.settings;
  const message = { language, workshop, url: linkUrl(services.config, slug, inventedToken), answerable: canBeAnswered(services.config) };
  const ofItems = { language, workshop, kind: 'reminder' as const, count: 2, reference: `${workshop.referencePrefix}-${services.clock.now().getFullYear()}-000123`, url: statusUrl(services.config, slug, inventedToken) };
  const example = (kind: ReminderKind): string => {
    if (kind === 'itemsOpen') return itemsSms(ofItems).text;
    return (kind === 'proposalUnanswered' ? appointmentSms({ language, workshop, news: { kind: 'reminder', url: ofItems.url } }) : reminderSms({ ...message, kind })).text;
  };
  return { settings: workshop.reminders, timeZone: workshop.timeZone, examples: reminderKinds.map((kind) => ({ kind, sms: example(kind) })) };
}
