import * as v from 'valibot';
import { categorySummarySchema } from './catalogue.ts';
import { languageSchema, localizedTextSchema } from './language.ts';

export const colorSchema = v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i));

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
/** A clock time, `07:30`. */
export const clockSchema = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
/** Local times in the tenant's time zone; a day without spans is closed. */
export const openingHoursSchema = v.object(
  Object.fromEntries(weekdays.map((day) => [day, v.array(v.object({ from: clockSchema, to: clockSchema }))])) as Record<
    (typeof weekdays)[number],
    v.ArraySchema<v.ObjectSchema<{ from: typeof clockSchema; to: typeof clockSchema }, undefined>, undefined>
  >,
);
export type OpeningHours = v.InferOutput<typeof openingHoursSchema>;

export const addressSchema = v.object({
  street: v.string(),
  postalCode: v.string(),
  city: v.string(),
  country: v.string(),
});

/** The privacy text a customer consents to. The version is stored with the consent. */
export const privacyNoticeSchema = v.object({ version: v.number(), text: localizedTextSchema });

/** What anybody may know of a workshop: what its page and its widget show before the first question. */
export const siteSchema = v.object({
  slug: v.string(),
  name: v.string(),
  address: addressSchema,
  phone: v.string(),
  email: v.string(),
  logoUrl: v.nullable(v.string()),
  colors: v.object({ brand: colorSchema, accent: colorSchema }),
  languages: v.pipe(v.array(languageSchema), v.minLength(1)),
  timeZone: v.string(),
  openingHours: openingHoursSchema,
  pageUrl: v.string(),
  catalogueVersion: v.number(),
  categories: v.array(categorySummarySchema),
  privacyNotice: privacyNoticeSchema,
  /** Whom to call for towing; null leads to the workshop's own number. */
  towingPhone: v.nullable(v.string()),
  /** Customers are asked when they could bring the vehicle. */
  asksForWishes: v.boolean(),
});
export type Site = v.InferOutput<typeof siteSchema>;
