import * as v from 'valibot';
import { handlingFields, handlingChangeSchema, tagSchema } from './handling.ts';
import { idSchema, optionalText, requiredText } from './identifier.ts';
import { reportFilterSchema, reportSorts } from './report-filter.ts';

export const listLayouts = ['list', 'board', 'calendar'] as const;
export type ListLayout = (typeof listLayouts)[number];

/** What the portal remembers of one person, on whichever device. */
export const preferencesSchema = v.object({
  sort: v.optional(v.picklist(reportSorts), 'newest'),
  layout: v.optional(v.picklist(listLayouts), 'list'),
  /** A saved view's id, or one of ours by its name. */
  startView: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(40))), null),
});
export type Preferences = v.InferOutput<typeof preferencesSchema>;
/** What is named is set, the rest stays. */
export const preferencesChangeSchema = v.pipe(
  v.partial(v.object({ sort: v.picklist(reportSorts), layout: v.picklist(listLayouts), startView: v.nullable(v.pipe(v.string(), v.maxLength(40))) })),
  v.check((change) => Object.keys(change).length > 0, 'nothing to set'),
);
export type PreferencesChange = v.InferOutput<typeof preferencesChangeSchema>;

/** A filter somebody gave a name, for themselves or for the whole workshop. */
export const savedViewInputSchema = v.object({
  name: requiredText(60),
  filter: reportFilterSchema,
  sort: v.picklist(reportSorts),
  layout: v.picklist(listLayouts),
  shared: v.boolean(),
});
export type SavedViewInput = v.InferOutput<typeof savedViewInputSchema>;
/** Its maker chooses the id. */
export const newSavedViewSchema = v.object({ ...savedViewInputSchema.entries, id: idSchema });
export type NewSavedView = v.InferOutput<typeof newSavedViewSchema>;
export const savedViewSchema = v.object({ ...savedViewInputSchema.entries, id: idSchema, mine: v.boolean(), ownerName: v.string() });
export type SavedView = v.InferOutput<typeof savedViewSchema>;
export const savedViewListSchema = v.object({ views: v.array(savedViewSchema) });
export const maxSavedViews = 50;

export const batchLimits = { reports: 200, perRequest: 50 };
/** What one change sets on many reports at once. Tags are added to and taken off those that each has. */
export const batchChangeSchema = v.pipe(
  v.partial(v.object({
    status: handlingChangeSchema.entries.status.wrapped,
    assigneeId: handlingChangeSchema.entries.assigneeId.wrapped,
    priority: handlingChangeSchema.entries.priority.wrapped,
    dueOn: handlingChangeSchema.entries.dueOn.wrapped,
    addTags: v.pipe(v.array(tagSchema), v.maxLength(12)),
    removeTags: v.pipe(v.array(tagSchema), v.maxLength(12)),
  })),
  v.check((set) => Object.keys(set).length > 0, 'nothing to set'),
);
export type BatchChange = v.InferOutput<typeof batchChangeSchema>;

/**
 * Some of a batch's reports. A batch of up to 200 is sent in parts under one id, so that whoever waits sees how far it is;
 * a part sent twice is done once.
 */
export const handlingBatchSchema = v.object({
  id: idSchema,
  reportIds: v.pipe(v.array(idSchema), v.minLength(1), v.maxLength(batchLimits.perRequest), v.transform((ids) => [...new Set(ids)])),
  set: batchChangeSchema,
  /** Needed when a report is reopened by it. */
  note: optionalText(2_000),
});
export type HandlingBatch = v.InferOutput<typeof handlingBatchSchema>;

export const batchResultSchema = v.object({
  results: v.array(v.object({
    reportId: idSchema,
    reference: v.nullable(v.string()),
    outcome: v.picklist(['changed', 'unchanged', 'failed']),
    /** A sentence for people, when it failed. */
    reason: v.nullable(v.string()),
  })),
});
export type BatchResult = v.InferOutput<typeof batchResultSchema>['results'][number];

/** What a batch's reversal did: `kept` names what somebody changed meanwhile and what therefore stays. */
export const batchReversalSchema = v.object({
  results: v.array(v.object({ reportId: idSchema, reference: v.string(), kept: v.array(v.picklist(handlingFields)), reason: v.nullable(v.string()) })),
});
export type BatchReversal = v.InferOutput<typeof batchReversalSchema>['results'][number];
