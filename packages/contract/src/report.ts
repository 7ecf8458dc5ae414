import * as v from 'valibot';
import { statementTokenSchema } from './accident-statement.ts';
import { approvalSchema } from './approval.ts';
import { appointmentStateSchema, appointmentWishesSchema } from './appointment.ts';
import { answersSchema, answerValueSchema, questionTypeSchema } from './catalogue.ts';
import { deliverySchema } from './delivery.ts';
import { reportFormSchema, submittedFormSchema } from './form.ts';
import { handlingSchema, priorities, reportStatusSchema } from './handling.ts';
import { conditionPhotoSchema } from './condition-photo.ts';
import { damageSpotsSchema, damageSpotSchema } from './damage-spot.ts';
import { daySchema, idSchema, instantSchema, optionalText, requiredText } from './identifier.ts';
import { languageSchema, localizedTextSchema } from './language.ts';
import { linkStates, linkSummarySchema, statusLinkSummarySchema } from './link-state.ts';
import { missingItemsSchema } from './missing-items.ts';
import { partnerKinds } from './partner.ts';
import { photoFindingsSchema, photoLimits, photoLocationSchema, photoSchema } from './photo.ts';
import { safetyAdvices } from './safety-advice.ts';
import { safetyCheckSchema } from './safety-check.ts';
import { emailSchema } from './staff.ts';
import { phonePattern, toVin, vinPattern } from './typed-value.ts';
import { reportWithdrawalSchema, submittedWithdrawalSchema } from './withdrawal.ts';

export const reporterRoles = ['keeper', 'driver', 'policyholder', 'fleet', 'other'] as const;
export const vehicleTypes = ['car', 'estate', 'van', 'motorcycle', 'trailer'] as const;
export const driveTypes = ['petrol', 'diesel', 'electric', 'hybrid', 'gas', 'unknown'] as const;
export const coverages = ['thirdPartyLiability', 'fullyComprehensive', 'partialCover', 'selfPay', 'unknown'] as const;
export const contactChannels = ['sms', 'email', 'phone'] as const;

/** A phone number as typed; the server turns it into E.164. */
const typedPhoneSchema = v.pipe(v.string(), v.trim(), v.regex(phonePattern));
const emptyAsNone = <const T>(value: T) => (value === '' ? undefined : value);

export const reporterSchema = v.object({
  role: v.picklist(reporterRoles),
  firstName: requiredText(80),
  lastName: requiredText(80),
  company: optionalText(120),
  phone: v.optional(v.pipe(v.union([v.literal(''), typedPhoneSchema]), v.transform(emptyAsNone))),
  email: v.optional(v.pipe(v.union([v.literal(''), emailSchema]), v.transform(emptyAsNone))),
  street: optionalText(120),
  postalCode: optionalText(12),
  city: optionalText(80),
  preferredChannel: v.optional(v.picklist(contactChannels)),
});

export const vinSchema = v.pipe(v.string(), v.transform(toVin), v.regex(vinPattern));

export const vehicleSchema = v.object({
  licensePlate: requiredText(20),
  plateCountry: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{1,3}$/)), 'D'),
  type: v.optional(v.picklist(vehicleTypes), 'car'),
  makeModel: optionalText(80),
  firstRegistration: v.optional(v.pipe(v.union([v.literal(''), daySchema]), v.transform(emptyAsNone))),
  vin: v.optional(v.pipe(v.union([v.literal(''), vinSchema]), v.transform(emptyAsNone))),
  hsn: v.optional(v.pipe(v.string(), v.trim(), v.regex(/^(\d{4})?$/), v.transform(emptyAsNone))),
  tsn: v.optional(v.pipe(v.string(), v.trim(), v.toUpperCase(), v.regex(/^([A-Z0-9]{3})?$/), v.transform(emptyAsNone))),
  odometerKm: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3_000_000))),
  driveType: v.optional(v.picklist(driveTypes)),
  leased: v.optional(v.boolean()),
  location: optionalText(200),
});

export const insuranceSchema = v.object({
  coverage: v.optional(v.picklist(coverages), 'unknown'),
  insurer: optionalText(120),
  policyNumber: optionalText(60),
  claimNumber: optionalText(60),
});

/** The id of a category or shot as a client names it. */
const namedKeySchema = v.pipe(v.string(), v.regex(/^[a-z][a-zA-Z0-9]{0,39}$/));
/** What fits into the database's integer. */
const versionSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2_147_483_647));

/** What the customer sends. At least one of phone and e-mail is needed; answers are checked against the catalogue version. */
export const submissionSchema = v.object({
  draftId: idSchema,
  language: languageSchema,
  catalogueVersion: versionSchema,
  category: namedKeySchema,
  answers: answersSchema,
  reporter: v.pipe(
    reporterSchema,
    v.forward(
      v.check((reporter) => Boolean(reporter.phone ?? reporter.email), 'phone or email'),
      ['phone'],
    ),
  ),
  vehicle: vehicleSchema,
  insurance: insuranceSchema,
  photos: v.pipe(
    v.array(v.object({ id: idSchema, shotId: namedKeySchema, spotId: v.optional(idSchema), findings: v.optional(photoFindingsSchema, []), location: v.optional(photoLocationSchema) })),
    v.maxLength(photoLimits.maxPerDraft),
  ),
  /** Single damages, in the order in which they were named. */
  damages: v.optional(damageSpotsSchema, []),
  /** Whether the vehicle may be driven on, where that was asked. */
  safety: v.optional(safetyCheckSchema),
  /** Expected shots the customer passed over on purpose. */
  skippedShots: v.pipe(v.array(namedKeySchema), v.maxLength(100)),
  privacyConsent: v.object({ version: versionSchema, given: v.literal(true) }),
  /** Forms the workshop attached, as they were signed before sending. */
  forms: v.optional(v.pipe(v.array(submittedFormSchema), v.maxLength(20)), []),
  /** Needed when a form concludes a contract. */
  withdrawal: v.optional(submittedWithdrawalSchema),
  appointment: v.optional(appointmentWishesSchema),
  /** The accident statement this driver filled in with the other one, signed or not yet. */
  accidentStatement: v.optional(v.object({ token: statementTokenSchema })),
  source: v.object({ kind: v.picklist(['page', 'embed', 'link']), origin: optionalText(200) }),
});
export type Submission = v.InferOutput<typeof submissionSchema>;
/** What the widget has to produce, before defaults and clean-up. */
export type SubmissionInput = v.InferInput<typeof submissionSchema>;

export const receiptSchema = v.object({
  reportId: idSchema,
  reference: v.string(),
  submittedAt: instantSchema,
});
export type Receipt = v.InferOutput<typeof receiptSchema>;

export const reportSummarySchema = v.object({
  id: idSchema,
  reference: v.string(),
  status: reportStatusSchema,
  /** Null until it is known; only a prepared report can be without. */
  category: v.nullable(v.string()),
  /** Empty until it is known, as is the name. */
  licensePlate: v.string(),
  makeModel: v.nullable(v.string()),
  customerName: v.string(),
  /** When it came into the list: prepared, and anew when the customer sends it. */
  listedAt: instantSchema,
  submittedAt: v.nullable(instantSchema),
  partnerName: v.nullable(v.string()),
  /** How far the customer is with the link of a prepared report; null once it is submitted, and for every other. `notReached`: its last message did not get through. */
  linkState: v.nullable(v.picklist([...linkStates, 'notReached'])),
  /** What the customer was advised about driving on; null where that was not asked or not fully answered. */
  safetyAdvice: v.nullable(v.picklist(safetyAdvices)),
  isNew: v.boolean(),
  photoCount: v.number(),
  /** The first photo whose thumbnail exists. */
  thumbnailPhotoId: v.nullable(idSchema),
  subStatus: v.nullable(v.string()),
  statusSince: instantSchema,
  assigneeId: v.nullable(idSchema),
  assigneeName: v.nullable(v.string()),
  priority: v.picklist(priorities),
  tags: v.array(v.string()),
  dueOn: v.nullable(daySchema),
  nextStep: v.nullable(v.string()),
  activeAt: instantSchema,
  /** The customer is not to see it. */
  internal: v.boolean(),
  /** The customer wrote something that who asks has not read. */
  unread: v.boolean(),
  /** Who is to answer about a date; null while nobody is asked. */
  appointmentTurn: v.nullable(v.picklist(['customer', 'staff'])),
  /** The confirmed appointment. */
  appointmentAt: v.nullable(instantSchema),
  /** The customer was asked for something that is still missing. */
  itemsMissing: v.boolean(),
  /** Everything that was asked for is there; said until the report is closed or something is asked for anew. */
  itemsComplete: v.boolean(),
});
export type ReportSummary = v.InferOutput<typeof reportSummarySchema>;

export const reportPageSchema = v.object({
  reports: v.array(reportSummarySchema),
  nextCursor: v.nullable(v.string()),
});
export type ReportPage = v.InferOutput<typeof reportPageSchema>;

/** One answered question in reading order; `display` is the answer as a person reads it. */
export const answeredQuestionSchema = v.object({
  questionId: v.string(),
  type: questionTypeSchema,
  label: localizedTextSchema,
  value: answerValueSchema,
  display: localizedTextSchema,
});
export type AnsweredQuestion = v.InferOutput<typeof answeredQuestionSchema>;

export const consentSchema = v.object({
  kind: v.picklist(['privacy', 'withdrawalNotice', 'earlyStart']),
  textVersion: v.number(),
  text: v.string(),
  givenAt: instantSchema,
});

export const eventTypes = [
  'reportPrepared', 'preparationChanged', 'linkRequested', 'linkOpened', 'linkRenewed', 'linkWithdrawn', 'reminderDue', 'smsStopped',
  'reportSubmitted', 'reportOpened',
  'formAttached', 'formDetached', 'formSigned', 'formCountersigned', 'formsComplete', 'withdrawalDeclared', 'withdrawalAssigned',
  'statusChanged', 'handlingChanged', 'reportPublished', 'reportKeptInternal',
  'wishesGiven', 'appointmentProposed', 'appointmentDeclined', 'appointmentConfirmed', 'appointmentCancelled', 'servicesAgreed',
  'messageWritten', 'noteWritten', 'statusPageOpened', 'statusLinkRequested', 'statusLinkRenewed', 'statusLinkWithdrawn',
  'itemsRequested', 'itemProvided', 'itemsComplete', 'itemsWithdrawn', 'approvalRequested', 'approvalReminded', 'approvalAnswered', 'approvalWithdrawn', 'conditionPhotosTaken', 'conditionPhotoRemoved',
  'photoRedacted', 'photoUncovered', 'originalOpened',
  'accidentStatementAttached', 'accidentStatementSigned',
  'deliverySent', 'deliveryFailed', 'deliveryUndelivered', 'deliveryRepeated',
] as const;
export const reportEventSchema = v.object({
  sequence: v.number(),
  type: v.picklist(eventTypes),
  at: instantSchema,
  actor: v.object({ kind: v.picklist(['customer', 'staff', 'system']), id: v.nullable(v.string()), name: v.nullable(v.string()) }),
  data: v.record(v.string(), v.unknown()),
  hash: v.string(),
});
export type ReportEvent = v.InferOutput<typeof reportEventSchema>;

export const reportDetailSchema = v.object({
  id: idSchema,
  reference: v.string(),
  handling: handlingSchema,
  category: v.nullable(v.string()),
  categoryLabel: v.nullable(localizedTextSchema),
  /** Day of the damage as the workshop prepared it; what the customer says of it is among the answers. */
  preparedIncidentDate: v.nullable(daySchema),
  language: languageSchema,
  listedAt: instantSchema,
  /** Null while it is only prepared. */
  submittedAt: v.nullable(instantSchema),
  preparedBy: v.nullable(v.object({ at: instantSchema, staffName: v.string() })),
  /** The customer's own link to a prepared report; null for a report begun on the workshop's page. */
  link: v.nullable(linkSummarySchema),
  /** The customer's link to the status page. */
  statusLink: statusLinkSummarySchema,
  partner: v.nullable(v.object({ id: idSchema, name: v.string(), kind: v.picklist(partnerKinds), orderNumber: v.nullable(v.string()) })),
  firstOpened: v.nullable(v.object({ at: instantSchema, staffName: v.string() })),
  source: v.object({ kind: v.picklist(['page', 'embed', 'link']), origin: v.nullable(v.string()) }),
  /** As sent (or prepared so far), with the phone number in E.164 and the plate in its canonical spelling. */
  reporter: v.object({
    role: v.optional(v.picklist(reporterRoles)),
    firstName: v.string(),
    lastName: v.string(),
    company: v.optional(v.string()),
    phone: v.optional(v.string()),
    /** The phone number as people read it, `+49 171 2345678`. */
    phoneDisplay: v.optional(v.string()),
    email: v.optional(v.string()),
    street: v.optional(v.string()),
    postalCode: v.optional(v.string()),
    city: v.optional(v.string()),
    preferredChannel: v.optional(v.picklist(contactChannels)),
  }),
  vehicle: v.object({
    licensePlate: v.string(),
    plateCountry: v.string(),
    /** Open while it is only prepared and nobody said. */
    type: v.optional(v.picklist(vehicleTypes)),
    makeModel: v.optional(v.string()),
    firstRegistration: v.optional(v.string()),
    vin: v.optional(v.string()),
    hsn: v.optional(v.string()),
    tsn: v.optional(v.string()),
    odometerKm: v.optional(v.number()),
    driveType: v.optional(v.picklist(driveTypes)),
    leased: v.optional(v.boolean()),
    location: v.optional(v.string()),
  }),
  insurance: v.object({
    coverage: v.picklist(coverages),
    insurer: v.optional(v.string()),
    policyNumber: v.optional(v.string()),
    claimNumber: v.optional(v.string()),
  }),
  answers: v.array(answeredQuestionSchema),
  damages: v.array(damageSpotSchema),
  /** What the customer said about driving on, and what that means; null where it was not asked. */
  safety: v.nullable(v.object({ answers: safetyCheckSchema, advice: v.nullable(v.picklist(safetyAdvices)) })),
  photos: v.array(photoSchema),
  shotLabels: v.record(v.string(), localizedTextSchema),
  skippedShots: v.array(v.string()),
  /** What the workshop itself took of the vehicle. */
  conditionPhotos: v.array(conditionPhotoSchema),
  consents: v.array(consentSchema),
  forms: v.array(reportFormSchema),
  withdrawal: v.nullable(reportWithdrawalSchema),
  appointments: appointmentStateSchema,
  /** What the customer was asked to agree to, oldest first. */
  approvals: v.array(approvalSchema),
  /** What the customer was asked for after sending. */
  missingItems: missingItemsSchema,
  deliveries: v.array(deliverySchema),
  events: v.array(reportEventSchema),
});
export type ReportDetail = v.InferOutput<typeof reportDetailSchema>;

/** What every report has once its customer has sent it. */
export type Submitted = {
  category: string;
  categoryLabel: v.InferOutput<typeof localizedTextSchema>;
  submittedAt: string;
  reporter: ReportDetail['reporter'] & { role: (typeof reporterRoles)[number] };
  vehicle: ReportDetail['vehicle'] & { type: (typeof vehicleTypes)[number] };
};

/** Whether the customer has sent it: then what a prepared report may still lack is there. */
export function isSubmitted<Report extends Pick<ReportDetail, 'submittedAt' | 'category' | 'categoryLabel' | 'reporter' | 'vehicle'>>(report: Report): report is Report & Submitted {
  return report.submittedAt !== null;
}

/** What the portal hears over server-sent events. It carries no personal data; the client asks for the rest. */
export const reportMessageSchema = v.object({
  kind: v.picklist(['reportPrepared', 'reportSubmitted', 'reportChanged', 'presenceChanged']),
  reportId: idSchema,
});
export type ReportMessage = v.InferOutput<typeof reportMessageSchema>;
export const liveMessageSchema = v.union([reportMessageSchema, v.object({ kind: v.literal('settingsChanged') })]);
export type LiveMessage = v.InferOutput<typeof liveMessageSchema>;
