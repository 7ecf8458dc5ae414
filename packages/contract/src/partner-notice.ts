import * as v from 'valibot';
import { idSchema, instantSchema } from './identifier.ts';
import { partnerKindSchema } from './partner.ts';

const text = v.optional(v.string());

/**
 * The file a partner gets with the mail about a submitted report, and what its link gives as JSON. Keys are only ever added;
 * what is unknown is absent. Phone numbers are E.164, days `YYYY-MM-DD`, answers as the customer gave them.
 */
export const partnerNoticeSchema = v.object({
  format: v.literal('meldewerk.partner-notice/1'),
  report: v.object({ id: idSchema, reference: v.string(), submittedAt: instantSchema, category: v.string(), categoryLabel: v.string(), language: v.string() }),
  partner: v.object({ name: v.string(), kind: partnerKindSchema, orderNumber: text }),
  workshop: v.object({ name: v.string(), street: v.string(), postalCode: v.string(), city: v.string(), phone: v.string(), email: v.string() }),
  customer: v.object({ role: v.string(), firstName: v.string(), lastName: v.string(), company: text, phone: text, email: text, street: text, postalCode: text, city: text }),
  vehicle: v.object({
    licensePlate: v.string(), plateCountry: v.string(), type: v.string(), makeModel: text, firstRegistration: text, vin: text, hsn: text, tsn: text,
    odometerKm: v.optional(v.number()), driveType: text, leased: v.optional(v.boolean()), location: text,
  }),
  insurance: v.object({ coverage: v.string(), insurer: text, policyNumber: text, claimNumber: text }),
  /** Whether it may be driven on, as the customer was advised: `emergency`, `tow`, `careful` or `drive`. */
  safety: v.optional(v.object({ advice: text, answers: v.record(v.string(), v.string()) })),
  answers: v.array(v.object({ question: v.string(), label: v.string(), value: v.unknown(), display: v.string() })),
  /** What the customer marked one by one: part, kind and size as codes and in German; `at` as fractions of a drawing of that side. */
  damages: v.array(v.object({
    id: idSchema, number: v.number(), part: v.string(), partLabel: v.string(), kind: v.string(), kindLabel: v.string(), size: v.string(), sizeLabel: v.string(), note: text,
    at: v.optional(v.object({ view: v.string(), x: v.number(), y: v.number() })), photos: v.array(idSchema),
  })),
  photos: v.array(v.object({ id: idSchema, shot: v.string(), mediaType: v.string(), byteSize: v.number(), sha256: v.string(), url: v.string() })),
  /** Where a person can see all of it without signing in, until `until`. */
  view: v.object({ url: v.string(), until: instantSchema }),
});
export type PartnerNotice = v.InferOutput<typeof partnerNoticeSchema>;
