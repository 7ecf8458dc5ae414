import * as v from 'valibot';
import { idSchema, instantSchema } from './identifier.ts';

/** When in the course of a repair the workshop takes pictures of its own: the vehicle comes, is repaired, goes. */
export const conditionStages = ['dropOff', 'afterRepair', 'handOver'] as const;
export type ConditionStage = (typeof conditionStages)[number];

/** Pictures of one report, all stages together. */
export const conditionPhotosAtMost = 90;

/** With the raw picture as the body. `takenAt` is the device's clock; a photo may reach us later. `compares`: the customer's photo it was taken after. */
export const conditionPhotoQuerySchema = v.object({
  stage: v.picklist(conditionStages),
  shotId: v.pipe(v.string(), v.regex(/^[a-z][a-zA-Z0-9]{0,39}$/)),
  takenAt: instantSchema,
  compares: v.optional(idSchema),
});
export type ConditionPhotoQuery = v.InferOutput<typeof conditionPhotoQuerySchema>;

export const conditionPhotoSchema = v.object({
  id: idSchema,
  stage: v.picklist(conditionStages),
  shotId: v.string(),
  comparesPhotoId: v.nullable(idSchema),
  takenByName: v.string(),
  takenAt: instantSchema,
  uploadedAt: instantSchema,
  byteSize: v.number(),
  width: v.number(),
  height: v.number(),
  sha256: v.string(),
  /** Parts of it are covered. */
  redactionId: v.optional(idSchema),
});
export type ConditionPhoto = v.InferOutput<typeof conditionPhotoSchema>;
