import * as v from 'valibot';
import { daySchema, idSchema, instantSchema, optionalText, typedText } from './identifier.ts';

/** The states of a report for logic. A workshop names and colours them as it likes, and adds finer ones of its own. */
export const reportStatuses = [
  'draft', 'linkSent', 'submitted', 'inReview', 'scheduled', 'inRepair', 'ready', 'completed', 'cancelled',
] as const;
export const reportStatusSchema = v.picklist(reportStatuses);
export type ReportStatus = v.InferOutput<typeof reportStatusSchema>;

/** What staff may set by hand; the two before it come about by themselves. */
export const settableStatuses = ['submitted', 'inReview', 'scheduled', 'inRepair', 'ready', 'completed', 'cancelled'] as const satisfies ReportStatus[];
/** A report in one of these has left the open list. */
export const closedStatuses = ['completed', 'cancelled'] as const satisfies ReportStatus[];

export function isClosed(status: ReportStatus): boolean {
  return (closedStatuses as readonly ReportStatus[]).includes(status);
}

/**
 * A change of the status taken back within this time counts as never made: since when it stood there is put back, nobody is
 * asked why, and rules have not looked at it yet.
 */
export const undoSeconds = 60;

export const priorities = ['low', 'normal', 'high'] as const;
export type Priority = (typeof priorities)[number];

export const subStatusIdSchema = v.pipe(v.string(), v.regex(/^[a-z][a-zA-Z0-9]{0,39}$/));
export const tagSchema = v.pipe(typedText(30), v.minLength(1), v.regex(/^[^,\n]+$/));

const settable = {
  status: v.picklist(settableStatuses),
  /** Belongs to the status; null is the status itself. */
  subStatus: v.nullable(subStatusIdSchema),
  assigneeId: v.nullable(idSchema),
  priority: v.picklist(priorities),
  tags: v.pipe(v.array(tagSchema), v.maxLength(12), v.transform((tags) => [...new Set(tags)])),
  dueOn: v.nullable(daySchema),
  nextStep: v.nullable(v.pipe(typedText(200), v.transform((text) => text || null))),
};
/** How staff run a report: what of it one change sets. */
export const handlingChangeSchema = v.partial(v.object(settable));
export type HandlingChange = v.InferOutput<typeof handlingChangeSchema>;
export type HandlingField = keyof HandlingChange;
export const handlingFields = Object.keys(settable) as HandlingField[];

/**
 * `expected` holds, for each field that is set, what the person who sets it saw: when it is something else meanwhile, nothing
 * is written (changedMeanwhile, with the fields as issues). `note` is needed to reopen a closed report.
 */
export const changeHandlingSchema = v.pipe(
  v.object({ expected: v.partial(v.object({ ...settable, status: reportStatusSchema })), set: handlingChangeSchema, note: optionalText(2_000) }),
  v.check(({ set }) => Object.keys(set).length > 0, 'nothing to set'),
  v.check(({ set, expected }) => Object.keys(set).every((field) => field in expected), 'expected'),
);
export type ChangeHandling = v.InferOutput<typeof changeHandlingSchema>;
export type ChangeHandlingInput = v.InferInput<typeof changeHandlingSchema>;

export const handlingSchema = v.object({
  version: v.number(),
  status: reportStatusSchema,
  subStatus: v.nullable(v.string()),
  statusSince: instantSchema,
  assigneeId: v.nullable(idSchema),
  assigneeName: v.nullable(v.string()),
  priority: v.picklist(priorities),
  tags: v.array(v.string()),
  dueOn: v.nullable(daySchema),
  nextStep: v.nullable(v.string()),
  /** Set while it is completed or cancelled. */
  closedAt: v.nullable(instantSchema),
  /** Set while the customer is not to see it. */
  internalSince: v.nullable(instantSchema),
});
export type Handling = v.InferOutput<typeof handlingSchema>;

/** A colleague, to be given a report or be mentioned. */
export const colleagueSchema = v.object({ id: idSchema, name: v.string(), active: v.boolean() });
export const colleagueListSchema = v.object({ colleagues: v.array(colleagueSchema) });
export type Colleague = v.InferOutput<typeof colleagueSchema>;

export const tagListSchema = v.object({ tags: v.array(v.string()) });
