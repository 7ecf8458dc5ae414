import { addressSchema, colorSchema, openingHoursSchema, privacyNoticeSchema } from '@meldewerk/contract/tenant';
import { defaultReminderSettings, reminderSettingsSchema } from '@meldewerk/contract/reminder';
import { appointmentSettingsSchema, defaultAppointmentSettings } from '@meldewerk/contract/appointment';
import { ksrColumnsSchema } from '@meldewerk/contract/ksr';
import { languageSchema } from '@meldewerk/contract/language';
import { towingPhoneSchema } from '@meldewerk/contract/towing';
import { defaultWorkflow, workflowSchema } from '@meldewerk/contract/workflow';
import { defaultRules, keptRuleSchema } from '@meldewerk/contract/rule';
import * as v from 'valibot';

/** What a workshop says about itself, kept as one JSON document beside its slug. Tenants differ in these rows and nowhere in code. */
export const tenantSettingsSchema = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120)),
  address: addressSchema,
  phone: v.string(),
  /** Whom customers call to have the vehicle towed; null when the workshop's own number serves for that. */
  towingPhone: v.optional(towingPhoneSchema, null),
  /** Where customers may write, and the reply-to of what they get. */
  email: v.pipe(v.string(), v.email()),
  /** Null shows the name in letters. */
  logo: v.nullable(v.object({ mediaType: v.picklist(['image/svg+xml', 'image/png']), base64: v.pipe(v.string(), v.maxLength(200_000)) })),
  colors: v.object({ brand: colorSchema, accent: colorSchema }),
  languages: v.pipe(v.array(languageSchema), v.minLength(1)),
  timeZone: v.pipe(v.string(), v.check(isTimeZone, 'unknown time zone')),
  openingHours: openingHoursSchema,
  /** Two letters before every reference number: `SM-2026-000123`. */
  referencePrefix: v.pipe(v.string(), v.regex(/^[A-Z]{2,4}$/)),
  /** Origins of websites that may embed the widget; null lets every website. */
  widgetOrigins: v.nullable(v.array(v.pipe(v.string(), v.check(isOrigin, 'not an origin')))),
  privacyNotice: privacyNoticeSchema,
  reminders: v.optional(reminderSettingsSchema, defaultReminderSettings),
  workflow: v.optional(workflowSchema, defaultWorkflow),
  rules: v.optional(v.array(keptRuleSchema), defaultRules),
  appointments: v.optional(appointmentSettingsSchema, defaultAppointmentSettings),
  /** Columns of the workbook for KSR; null goes by the default. */
  ksrColumns: v.optional(v.nullable(ksrColumnsSchema), null),
});
export type TenantSettings = v.InferOutput<typeof tenantSettingsSchema>;

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('de', { timeZone: name }));
  } catch {
    return false;
  }
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}
