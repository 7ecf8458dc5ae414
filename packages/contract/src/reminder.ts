import * as v from 'valibot';
import { clockSchema } from './tenant.ts';

export const reminderKinds = ['linkUnopened', 'halfFinished'] as const;
export type ReminderKind = (typeof reminderKinds)[number];

const afterHoursSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(336));
const kindSettings = (afterHours: number) =>
  v.optional(v.object({ enabled: v.optional(v.boolean(), true), afterHours: v.optional(afterHoursSchema, afterHours) }), {});

/** When a customer is reminded of a link that was sent. Clock times are the workshop's own; `from` after `to` spans midnight. */
export const reminderSettingsSchema = v.object({
  linkUnopened: kindSettings(24),
  halfFinished: kindSettings(4),
  quietHours: v.optional(v.object({ from: clockSchema, to: clockSchema }), { from: '20:00', to: '08:00' }),
  notOnSundays: v.optional(v.boolean(), true),
  maxPerLink: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)), 2),
});
export type ReminderSettings = v.InferOutput<typeof reminderSettingsSchema>;

/** As staff see them, with what a customer would read. */
export const reminderSettingsViewSchema = v.object({
  settings: reminderSettingsSchema,
  timeZone: v.string(),
  examples: v.array(v.object({ kind: v.picklist(reminderKinds), sms: v.string() })),
});
export type ReminderSettingsView = v.InferOutput<typeof reminderSettingsViewSchema>;
