import * as v from 'valibot';
import { priorities, reportStatuses, subStatusIdSchema, tagSchema } from './handling.ts';
import { daySchema, idSchema, typedText } from './identifier.ts';
import { linkStates } from './link-state.ts';
import { answerTimes } from './overview.ts';

export const reportSorts = ['newest', 'oldest', 'due', 'activity', 'plate', 'customer', 'priority'] as const;
export type ReportSort = (typeof reportSorts)[number];
export const dueTimes = ['overdue', 'today', 'week'] as const;
/** States of a link that its customer has still to use up; `notReached`: its last message did not get through. */
export const waitingLinkStates = [...linkStates.filter((state) => state !== 'submitted'), 'notReached'] as const;
export const linkStages = ['sent', 'opened', 'begun', 'submitted'] as const;

const none = v.literal('');
const categorySchema = v.pipe(v.string(), v.regex(/^[a-z][a-zA-Z0-9]{0,39}$/));
const dayFilter = v.optional(v.union([daySchema, none]));
const switchFilter = v.optional(v.picklist(['true', 'false', '']));

/**
 * What narrows the list, the board, the calendar and an export, as it stands in the URL: every value is a text, several
 * of a kind are separated by commas and any of them fits, an empty text is the same as none. Days are days in the tenant's
 * time zone, both ends included.
 */
export const reportFilterSchema = v.object({
  /** Part of a plate, a name, a reference or a VIN. */
  q: v.optional(typedText(100)),
  /** `open` and `closed` stand for all states that are. */
  status: several(v.picklist([...reportStatuses, 'open', 'closed'])),
  /** The workshop's own finer states. */
  sub: several(subStatusIdSchema),
  category: several(categorySchema),
  new: switchFilter,
  /** The customer wrote something that who asks has not read. */
  unread: switchFilter,
  from: dayFilter,
  to: dayFilter,
  /** Ids, or `any` and `none`. */
  partner: several(v.union([idSchema, v.picklist(['any', 'none'])])),
  /** How the insurer's name begins. */
  insurer: v.optional(typedText(80)),
  /** Ids, `me` or `none`. */
  assignee: several(v.union([idSchema, v.picklist(['me', 'none'])])),
  priority: several(v.picklist(priorities)),
  tag: several(tagSchema),
  /** Of open reports: before today, today, or by Sunday. */
  due: v.optional(v.picklist([...dueTimes, ''])),
  /** Who is to answer about a date. */
  turn: v.optional(v.picklist(['customer', 'staff', ''])),
  /** The customer was asked for something that is still missing. */
  missing: switchFilter,
  /** Not to be driven: by the safety check, or by what the customer says. */
  towing: switchFilter,
  /** How far the customer is with the link of a report that was not sent yet. */
  link: several(v.picklist(waitingLinkStates)),
  /** Begun by that link, and at this step for a day or longer. */
  linkStep: v.optional(v.union([v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$/)), none])),
  /** When a link was sent, and the stage its customer reached or passed. */
  linkFrom: dayFilter,
  linkTo: dayFilter,
  linkStage: v.optional(v.picklist([...linkStages, ''])),
  /** From sending to the first word the customer had from the workshop. */
  answer: v.optional(v.picklist([...answerTimes, ''])),
  internal: switchFilter,
});
export type ReportFilter = v.InferOutput<typeof reportFilterSchema>;
export type ReportFilterName = keyof ReportFilter;
/** In the order in which they stand in an address. */
export const reportFilterNames = Object.keys(reportFilterSchema.entries) as ReportFilterName[];

export const reportQuerySchema = v.object({
  ...reportFilterSchema.entries,
  /** Only these, as far as they match. */
  ids: several(idSchema, 2_000),
  sort: v.optional(v.picklist([...reportSorts, ''])),
  cursor: v.optional(v.pipe(v.string(), v.maxLength(1_000))),
  /** Fewer than the fifty a page has. */
  limit: v.optional(v.pipe(v.string(), v.regex(/^([1-9]|[1-4]\d|50)?$/))),
});
export type ReportQuery = v.InferOutput<typeof reportQuerySchema>;

/** The parts of a filter that may hold several. */
export function partsOf(value: string | undefined): string[] {
  return value ? value.split(',').map((part) => part.trim()).filter(Boolean) : [];
}

export const countLimit = 1_000;
/** How many match; what is above `countLimit` stands for "more than that". `byStatus` leaves out the filter by status. */
export const reportCountsSchema = v.object({ total: v.number(), byStatus: v.object(Object.fromEntries(reportStatuses.map((status) => [status, v.number()])) as Record<(typeof reportStatuses)[number], v.NumberSchema<undefined>>) });
export type ReportCounts = v.InferOutput<typeof reportCountsSchema>;

/** What there is to filter by. */
export const reportFacetsSchema = v.object({ insurers: v.array(v.string()), tags: v.array(v.string()) });
export type ReportFacets = v.InferOutput<typeof reportFacetsSchema>;

function several(part: v.GenericSchema<string, string>, maxLength = 600) {
  return v.optional(v.pipe(v.string(), v.maxLength(maxLength), v.check((text) => partsOf(text).every((value) => v.is(part, value)), 'unknown')));
}
