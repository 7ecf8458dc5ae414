import * as v from 'valibot';
import { daySchema, idSchema, instantSchema, optionalText, requiredText } from './identifier.ts';
import type { LocalizedText } from './language.ts';
import { clockSchema, openingHoursSchema } from './tenant.ts';

export const dayParts = ['morning', 'afternoon'] as const;
export type DayPart = (typeof dayParts)[number];
export const dayPartSchema = v.picklist(dayParts);
export const dayPartLabels: Record<DayPart, LocalizedText> = { morning: { de: 'vormittags', en: 'morning', tr: 'öğleden önce', pl: 'przed południem', uk: 'до обіду', ar: 'قبل الظهر' }, afternoon: { de: 'nachmittags', en: 'afternoon', tr: 'öğleden sonra', pl: 'po południu', uk: 'після обіду', ar: 'بعد الظهر' } };

/** ISO 3166-2 codes of the German states, without `DE-`. */
export const federalStates = ['BW', 'BY', 'BE', 'BB', 'HB', 'HH', 'HE', 'MV', 'NI', 'NW', 'RP', 'SL', 'SN', 'ST', 'SH', 'TH'] as const;

/** Which days a workshop takes vehicles in. Clock times are its own. */
export const appointmentSettingsSchema = v.object({
  /** Customers are asked for wishes at all. */
  enabled: v.boolean(),
  /** Public holidays; null knows none. */
  federalState: v.nullable(v.picklist(federalStates)),
  /** Where the afternoon begins. */
  afternoonFrom: clockSchema,
  /** Vehicles that come in on one half of a day; null is without a limit. */
  capacity: v.object({ morning: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(200))), afternoon: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(200))) }),
  /** Working days between a wish and the earliest day it may name, and how many days ahead one may wish. */
  leadDays: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(60)),
  horizonDays: v.pipe(v.number(), v.integer(), v.minValue(7), v.maxValue(365)),
  /** How long an appointment stands in the calendar unless staff say otherwise. */
  durationMinutes: v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(480)),
  /** Company holidays and the like; days included. */
  closures: v.pipe(v.array(v.pipe(v.object({ from: daySchema, to: daySchema, label: requiredText(60) }), v.forward(v.check(({ from, to }) => from <= to, 'ends before it begins'), ['to']))), v.maxLength(60)),
});
export type AppointmentSettings = v.InferOutput<typeof appointmentSettingsSchema>;

export const defaultAppointmentSettings: AppointmentSettings = {
  enabled: true, federalState: null, afternoonFrom: '12:00', capacity: { morning: 4, afternoon: 4 }, leadDays: 1, horizonDays: 60, durationMinutes: 30, closures: [],
};

/** What an admin changes in one go; opening hours are the workshop's own and stand on its page too. */
export const appointmentSettingsInputSchema = v.object({ settings: appointmentSettingsSchema, openingHours: openingHoursSchema });
export type AppointmentSettingsInput = v.InferOutput<typeof appointmentSettingsInputSchema>;
export const appointmentSettingsViewSchema = v.object({ ...appointmentSettingsInputSchema.entries, timeZone: v.string() });
export type AppointmentSettingsView = v.InferOutput<typeof appointmentSettingsViewSchema>;

/** What a customer may choose: half days. `reason` says why not. */
export const appointmentDaySchema = v.object({
  day: daySchema,
  parts: v.array(v.object({ part: dayPartSchema, reason: v.nullable(v.picklist(['closed', 'holiday', 'full', 'tooSoon'])) })),
  /** Name of the holiday or closure. */
  label: v.nullable(v.string()),
});
/** Both days included; at most what the workshop's horizon allows is answered, and nothing before today. */
export const appointmentDaysQuerySchema = v.object({ from: v.optional(daySchema), to: v.optional(daySchema) });
export const appointmentDaysSchema = v.object({ enabled: v.boolean(), days: v.array(appointmentDaySchema) });
export type AppointmentDays = v.InferOutput<typeof appointmentDaysSchema>;

export const wishSchema = v.object({ day: daySchema, part: dayPartSchema });
export type Wish = v.InferOutput<typeof wishSchema>;

/** What a customer would like beside the repair. */
export const wishedServicesSchema = v.object({
  pickUp: v.optional(v.boolean(), false),
  bringBack: v.optional(v.boolean(), false),
  replacementCar: v.optional(v.boolean(), false),
  /** "Automatik, Anhängerkupplung, Kindersitz". */
  replacementCarNeeds: optionalText(200),
});
export type WishedServices = v.InferOutput<typeof wishedServicesSchema>;

/** Up to five wishes in the order of preference, and when it is not possible at all. */
export const appointmentWishesSchema = v.object({
  wishes: v.pipe(v.array(wishSchema), v.maxLength(5), v.check((wishes) => new Set(wishes.map(({ day, part }) => day + part)).size === wishes.length, 'each once')),
  notPossibleOn: v.pipe(v.optional(v.array(daySchema), []), v.maxLength(20)),
  note: optionalText(500),
  services: v.optional(wishedServicesSchema),
});
export type AppointmentWishes = v.InferOutput<typeof appointmentWishesSchema>;

/** A time staff name: a start, and how long. */
export const timeSlotSchema = v.object({ startsAt: instantSchema, durationMinutes: v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(480)) });

/** What was promised beside the date. Amounts in cents. */
export const agreedServicesSchema = v.object({
  pickUp: v.nullable(v.object({ address: optionalText(200), at: optionalText(60) })),
  bringBack: v.nullable(v.object({ address: optionalText(200), at: optionalText(60) })),
  replacementCar: v.nullable(v.object({ kind: v.picklist(['courtesyCar', 'rentalCar']), vehicleClass: optionalText(80), from: v.nullable(daySchema), to: v.nullable(daySchema), paidBy: optionalText(80) })),
  /** Limits of the customer's cover: "Mietwagen höchstens 14 Tage", with the amount if there is one. */
  coverLimits: v.pipe(v.array(v.object({ label: requiredText(120), amountCents: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000_000))) })), v.maxLength(10)),
  note: optionalText(500),
});
export type AgreedServices = v.InferOutput<typeof agreedServicesSchema>;

/**
 * A round of finding a date. `wishes`: the customer's. `proposal`: the workshop's times. `declined`: the customer can none
 * of them. `confirmed`: by whoever had the last word. `cancelled`: the appointment is off. Numbers count up from 1.
 */
export const appointmentRoundKinds = ['wishes', 'proposal', 'declined', 'confirmed', 'cancelled'] as const;
export const appointmentRoundSchema = v.object({
  number: v.number(),
  kind: v.picklist(appointmentRoundKinds),
  by: v.picklist(['customer', 'staff']),
  staffName: v.nullable(v.string()),
  at: instantSchema,
  note: v.nullable(v.string()),
  /** Of `wishes`. A wish whose half day is over or full meanwhile says so. */
  wishes: v.array(v.object({ day: daySchema, part: dayPartSchema, reason: v.nullable(v.picklist(['closed', 'holiday', 'full', 'tooSoon'])) })),
  notPossibleOn: v.array(daySchema),
  services: v.nullable(wishedServicesSchema),
  /** Of `proposal`, and the one time of `confirmed`. */
  slots: v.array(v.object({ startsAt: instantSchema, endsAt: instantSchema })),
});
export type AppointmentRound = v.InferOutput<typeof appointmentRoundSchema>;

export const confirmedAppointmentSchema = v.object({ id: idSchema, startsAt: instantSchema, endsAt: instantSchema, confirmedBy: v.picklist(['customer', 'staff']), confirmedAt: instantSchema, note: v.nullable(v.string()) });
/** `turn`: who is to answer next; null when nothing is open. */
export const appointmentStateSchema = v.object({
  turn: v.nullable(v.picklist(['customer', 'staff'])),
  confirmed: v.nullable(confirmedAppointmentSchema),
  rounds: v.array(appointmentRoundSchema),
  agreedServices: v.nullable(agreedServicesSchema),
  /** Counts up with every change of what is agreed; 0: never anything. */
  agreedVersion: v.number(),
});
export type AppointmentState = v.InferOutput<typeof appointmentStateSchema>;

/** The newest round that whoever writes has seen; another one meanwhile is changedMeanwhile. 0: none yet. */
const seenRound = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Staff: this is the date. Also without any wish (agreed on the phone), and to move one that stands. */
export const confirmAppointmentSchema = v.object({ seenRound, ...timeSlotSchema.entries, note: optionalText(500), /** Over capacity or on a closed day, knowingly. */ acknowledged: v.optional(v.boolean(), false) });
export const proposeAppointmentsSchema = v.object({ seenRound, slots: v.pipe(v.array(timeSlotSchema), v.minLength(1), v.maxLength(5)), note: optionalText(500), acknowledged: v.optional(v.boolean(), false) });
/** The appointment is off. A report that was `scheduled` goes back to `inReview`; any other status stays. */
export const cancelAppointmentSchema = v.object({ seenRound, note: optionalText(500) });

/** `seenVersion`: the `agreedVersion` that was seen; another one meanwhile is changedMeanwhile. Null takes everything back. */
export const agreeServicesSchema = v.object({ seenVersion: v.pipe(v.number(), v.integer(), v.minValue(0)), services: v.nullable(agreedServicesSchema) });
export type AgreeServices = v.InferOutput<typeof agreeServicesSchema>;

/** Customer: yes to one of the proposed times, no to all, or other wishes. */
export const answerProposalSchema = v.variant('answer', [
  v.object({ answer: v.literal('accepted'), seenRound, startsAt: instantSchema }),
  v.object({ answer: v.literal('declined'), seenRound, note: optionalText(500) }),
  v.object({ answer: v.literal('wishes'), seenRound, ...appointmentWishesSchema.entries }),
]);
export type AnswerProposal = v.InferOutput<typeof answerProposalSchema>;

/** One day or week of the workshop's calendar (62 days at most). Days in its own time zone; `used` counts vehicles that come in. */
export const calendarQuerySchema = v.object({ from: daySchema, to: daySchema });
export const calendarSchema = v.object({
  days: v.array(v.object({
    day: daySchema,
    closed: v.nullable(v.object({ reason: v.picklist(['closed', 'holiday']), label: v.nullable(v.string()) })),
    capacity: v.object({ morning: v.nullable(v.number()), afternoon: v.nullable(v.number()) }),
    used: v.object({ morning: v.number(), afternoon: v.number() }),
  })),
  appointments: v.array(v.object({
    id: idSchema, reportId: idSchema, reference: v.string(), licensePlate: v.string(), makeModel: v.nullable(v.string()), customerName: v.string(),
    startsAt: instantSchema, endsAt: instantSchema,
    status: v.string(), subStatus: v.nullable(v.string()), assigneeName: v.nullable(v.string()),
    /** Short marks of what was agreed beside the date. */
    services: v.array(v.picklist(['pickUp', 'bringBack', 'replacementCar'])),
  })),
  /** Reports that wait for the workshop to answer wishes. */
  waiting: v.array(v.object({ reportId: idSchema, reference: v.string(), licensePlate: v.string(), customerName: v.string(), since: instantSchema, wishes: v.array(wishSchema) })),
});
export type Calendar = v.InferOutput<typeof calendarSchema>;

export const calendarFeedSchema = v.object({ createdAt: v.nullable(instantSchema), /** Only right after it was made: it is not stored. */ url: v.nullable(v.string()) });
