import * as v from 'valibot';
import { idSchema, instantSchema } from './identifier.ts';
import { reportFilterSchema } from './report-filter.ts';

/** The list as it is filtered, as one workbook. `id` is the client's, so that asking twice makes one. */
export const newExportSchema = v.object({ id: idSchema, filter: reportFilterSchema });
export type NewExport = v.InferInput<typeof newExportSchema>;

/** `waiting`: nobody has begun it. `failed`: it may be asked for again. */
export const exportStates = ['waiting', 'running', 'finished', 'failed', 'cancelled'] as const;

export const exportSchema = v.object({
  id: idSchema,
  createdAt: instantSchema,
  state: v.picklist(exportStates),
  /** How many reports it will hold; null until they are counted. */
  total: v.nullable(v.number()),
  done: v.number(),
  finishedAt: v.nullable(instantSchema),
  /** Set once it is finished: `GET /api/exports/:id/file`. */
  byteSize: v.nullable(v.number()),
  /** Until when the file is kept. */
  keptUntil: instantSchema,
});
export type Export = v.InferOutput<typeof exportSchema>;
/** One's own that are kept, newest first. */
export const exportListSchema = v.object({ exports: v.array(exportSchema) });
export type ExportList = v.InferOutput<typeof exportListSchema>;
