import { reminderSettingsSchema, reminderSettingsViewSchema } from '@meldewerk/contract/reminder';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import { jsonBody } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { saveSettings } from '../save-settings.ts';
import { may } from '../staff/may.ts';
import { staffOnly } from '../staff/staff-only.ts';
import { viewReminderSettings } from './view-reminder-settings.ts';

const answer = { 200: { description: 'The settings', content: { 'application/json': { schema: resolver(reminderSettingsViewSchema) } } } };

export const reminders = new Hono<AppEnv>()
  .get('/api/settings/reminders', describeRoute({ tags: ['Settings'], summary: 'When customers are reminded of a link', responses: answer }), staffOnly, async (c) =>
    c.json(await viewReminderSettings(c.var.staffScope)),
  )
  .put('/api/settings/reminders', describeRoute({ tags: ['Settings'], summary: 'Change when customers are reminded', responses: answer }), staffOnly, may('admin'), jsonBody(reminderSettingsSchema), async (c) => {
    await saveSettings(c.var.scope, { reminders: c.req.valid('json') });
    return c.json(await viewReminderSettings(c.var.staffScope));
  });
