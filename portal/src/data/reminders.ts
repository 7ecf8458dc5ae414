import { reminderSettingsViewSchema, type ReminderSettings, type ReminderSettingsView } from '@meldewerk/contract/reminder';
import { requestJson } from '@meldewerk/shell/request';

export function fetchReminderSettings(): Promise<ReminderSettingsView> {
  return requestJson(reminderSettingsViewSchema, 'GET', '/api/settings/reminders');
}

export function saveReminderSettings(settings: ReminderSettings): Promise<ReminderSettingsView> {
  return requestJson(reminderSettingsViewSchema, 'PUT', '/api/settings/reminders', { body: settings });
}
