import * as v from 'valibot';
import { linkFormSchema, reportFormSchema } from './form.ts';
import { daySchema, idSchema, instantSchema, optionalText } from './identifier.ts';
import { languageSchema } from './language.ts';
import { linkSummarySchema } from './link-state.ts';
import { partnerKindSchema } from './partner.ts';
import { coverages, receiptSchema, reporterSchema, vehicleSchema, vehicleTypes } from './report.ts';
import { withdrawalNoticeSchema } from './withdrawal.ts';

const orEmpty = <Schema extends v.GenericSchema>(schema: Schema) => v.optional(v.pipe(v.union([v.literal(''), schema]), v.transform((value) => (value === '' ? undefined : value))));
const { phone, email, company, street, postalCode, city } = reporterSchema.entries;
const { plateCountry, makeModel, vin, hsn, tsn, odometerKm, firstRegistration } = vehicleSchema.entries;

/** What staff know of a case before the customer does the rest. Everything is optional but one way to reach the customer. */
export const preparationSchema = v.object({
  language: languageSchema,
  category: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[a-z][a-zA-Z0-9]{0,39}$/))), null),
  reporter: v.pipe(
    v.object({ firstName: optionalText(80), lastName: optionalText(80), company, phone, email, street, postalCode, city }),
    v.forward(v.check((reporter) => Boolean(reporter.phone ?? reporter.email), 'phone or email'), ['phone']),
  ),
  vehicle: v.object({
    licensePlate: optionalText(20), plateCountry, type: v.optional(v.picklist(vehicleTypes)), makeModel, firstRegistration, vin, hsn, tsn, odometerKm,
  }),
  insurance: v.object({ coverage: v.optional(v.picklist(coverages), 'unknown'), insurer: optionalText(120), policyNumber: optionalText(60), claimNumber: optionalText(60) }),
  partner: v.optional(v.nullable(v.object({ id: idSchema, orderNumber: optionalText(60) })), null),
  /** Day of the damage, when it was said on the phone. */
  incidentDate: orEmpty(daySchema),
});
export type Preparation = v.InferOutput<typeof preparationSchema>;
export type PreparationInput = v.InferInput<typeof preparationSchema>;

/**
 * `version`: 0 makes it; later the version that was read, so that nobody overwrites what a colleague changed. `internal`:
 * made for staff alone; only when it is made, later it is published or kept internal by itself.
 */
export const savePreparationSchema = v.object({ version: v.pipe(v.number(), v.integer(), v.minValue(0)), internal: v.optional(v.boolean(), false), preparation: preparationSchema });

export const preparedReportSchema = v.object({
  id: idSchema,
  reference: v.string(),
  version: v.number(),
  /** Set while the customer is not to see it. */
  internalSince: v.nullable(instantSchema),
  preparation: preparationSchema,
  link: linkSummarySchema,
  forms: v.array(reportFormSchema),
});
export type PreparedReport = v.InferOutput<typeof preparedReportSchema>;

export const linkChannels = ['sms', 'email'] as const;
export type LinkChannel = (typeof linkChannels)[number];
/** `id` makes pressing twice harmless. */
export const sendLinkSchema = v.object({ id: idSchema, channel: v.picklist(linkChannels) });

/** The address of a link: whoever has it can open the draft. */
export const linkAddressSchema = v.object({ url: v.string(), expiresAt: instantSchema });

/** What would be sent, to the letter. */
export const messagePreviewInputSchema = v.object({
  reportId: idSchema,
  language: languageSchema,
  firstName: optionalText(80),
  lastName: optionalText(80),
  phone: v.optional(v.string(), ''),
  email: v.optional(v.string(), ''),
});
export const messagePreviewSchema = v.object({
  phone: v.nullable(
    v.object({
      valid: v.boolean(),
      e164: v.nullable(v.string()),
      display: v.nullable(v.string()),
      /** Only a mobile number takes an SMS for sure; `landline` is warned about, `unservedCountry` is not sent to. */
      line: v.picklist(['mobile', 'landline', 'unservedCountry', 'unknown']),
      optedOut: v.boolean(),
    }),
  ),
  sms: v.object({ text: v.string(), segments: v.number(), characters: v.number(), encoding: v.picklist(['gsm7', 'ucs2']) }),
  email: v.object({ subject: v.string(), text: v.string() }),
});
export type MessagePreview = v.InferOutput<typeof messagePreviewSchema>;

/** What opens with an individual link, to whoever has it. */
export const linkSchema = v.object({
  draftId: idSchema,
  reference: v.string(),
  language: languageSchema,
  expiresAt: instantSchema,
  /** Counts up when staff change what they prepared. */
  version: v.number(),
  preparation: v.omit(preparationSchema, ['partner']),
  partner: v.nullable(v.object({ name: v.string(), kind: partnerKindSchema })),
  forms: v.array(linkFormSchema),
  /** Set when one of the forms concludes a contract. */
  withdrawalNotice: v.nullable(withdrawalNoticeSchema),
  receipt: v.nullable(receiptSchema),
});
export type Link = v.InferOutput<typeof linkSchema>;

/** Where the customer is, so that staff see a report that got stuck half-way. */
export const linkProgressSchema = v.object({ step: v.pipe(v.string(), v.regex(/^[a-z][a-zA-Z]{0,30}$/)) });
