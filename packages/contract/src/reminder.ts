import * as v from 'valibot';
import { clockSchema } from './tenant.ts';

/** Of an individual link that was sent. */
export const linkReminderKinds = ['linkUnopened', 'halfFinished'] as const;
export type LinkReminderKind = (typeof linkReminderKinds)[number];
/** `itemsOpen`: of what the workshop asked the customer of a sent report for. `proposalUnanswered`: of times it proposed. */
export const reminderKinds = [...linkReminderKinds, 'itemsOpen', 'proposalUnanswered'] as const;
export type ReminderKind = (typeof reminderKinds)[number];

const afterHoursSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(336));
const kindSettingsSchema = v.object({ enabled: v.boolean(), afterHours: afterHoursSchema });

/** When a customer is reminded of a link that was sent, or of what was asked for; `maxPerLink` counts for each request as well. Clock times are the workshop's own; `from` after `to` spans midnight. */
export const reminderSettingsSchema = v.object({
  linkUnopened: kindSettingsSchema,
  halfFinished: kindSettingsSchema,
  itemsOpen: v.optional(kindSettingsSchema, { enabled: true, afterHours: 48 }),
  proposalUnanswered: v.optional(kindSettingsSchema, { enabled: true, afterHours: 24 }),
  quietHours: v.object({ from: clockSchema, to: clockSchema }),
  notOnSundays: v.boolean(),
  maxPerLink: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
});
export type ReminderSettings = v.InferOutput<typeof reminderSettingsSchema>;

/** What a workshop begins with. */
export const defaultReminderSettings: ReminderSettings = {
  linkUnopened: { enabled: true, afterHours: 24 },
  halfFinished: { enabled: true, afterHours: 4 },
  itemsOpen: { enabled: true, afterHours: 48 },
  proposalUnanswered: { enabled: true, afterHours: 24 },
  quietHours: { from: '20:00', to: '08:00' },
  notOnSundays: true,
  maxPerLink: 2,
};

/** As staff see them, with what a customer would read. */
export const reminderSettingsViewSchema = v.object({
  settings: reminderSettingsSchema,
  timeZone: v.string(),
  examples: v.array(v.object({ kind: v.picklist(reminderKinds), sms: v.string() })),
});
export type ReminderSettingsView = v.InferOutput<typeof reminderSettingsViewSchema>;
