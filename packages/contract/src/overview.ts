import * as v from 'valibot';
import { daySchema, idSchema, instantSchema } from './identifier.ts';

/** How far back the numbers look. */
export const overviewWeeks = [4, 12, 26, 52] as const;
export const overviewQuerySchema = v.object({
  weeks: v.optional(v.pipe(v.string(), v.toNumber(), v.picklist(overviewWeeks)), '12'),
});

/** What waits for staff. `mine` of these are given to the one who asks. */
export const waitingKinds = ['unread', 'wishes', 'unopened', 'overdue', 'dueToday'] as const;
export type WaitingKind = (typeof waitingKinds)[number];

export const waitingReportSchema = v.object({ reportId: idSchema, reference: v.string(), licensePlate: v.string(), customerName: v.string(), since: instantSchema, nextStep: v.nullable(v.string()), assigneeName: v.nullable(v.string()) });
export type WaitingReport = v.InferOutput<typeof waitingReportSchema>;
/** The first few of a kind, the longest waiting first; `count` stops at 1,000. */
export const waitingSchema = v.object({ kind: v.picklist(waitingKinds), count: v.number(), mine: v.number(), first: v.array(waitingReportSchema) });
export type Waiting = v.InferOutput<typeof waitingSchema>;

/** What needs somebody today. */
export const todaySchema = v.object({
  day: daySchema,
  waiting: v.array(waitingSchema),
  /** Vehicles that come in today, in order. */
  arrivals: v.array(v.object({ reportId: idSchema, reference: v.string(), licensePlate: v.string(), customerName: v.string(), startsAt: instantSchema })),
});
export type Today = v.InferOutput<typeof todaySchema>;

/** From sending the report to the first word the customer had from the workshop. */
export const answerTimes = ['hour', 'fourHours', 'day', 'threeDays', 'longer', 'open'] as const;
export type AnswerTime = (typeof answerTimes)[number];

const countOf = v.object({ key: v.string(), count: v.number() });
/** What happened since `from`. Days and weeks (beginning on Mondays) in the workshop's time zone. */
export const numbersSchema = v.object({
  from: daySchema,
  to: daySchema,
  perWeek: v.array(v.object({ from: daySchema, to: daySchema, count: v.number() })),
  byCategory: v.array(v.object({ ...countOf.entries, label: v.object({ de: v.string(), en: v.string() }) })),
  /** The partner's id; reports without one are not counted here. */
  byPartner: v.array(v.object({ ...countOf.entries, name: v.string() })),
  firstAnswer: v.object({
    /** Null while nothing was answered. */
    medianMinutes: v.nullable(v.number()),
    byTime: v.array(v.object({ time: v.picklist(answerTimes), count: v.number() })),
  }),
  /** Individual links that were sent: how far their customers came. Each counts in every stage it reached. */
  links: v.object({ sent: v.number(), opened: v.number(), begun: v.number(), submitted: v.number() }),
  /** Where those stand who began a day ago or earlier and have not sent, the most first. */
  stuckAt: v.array(v.object({ step: v.string(), count: v.number() })),
});
export type Numbers = v.InferOutput<typeof numbersSchema>;

export const overviewSchema = v.object({ today: todaySchema, numbers: numbersSchema });
