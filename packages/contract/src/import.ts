import * as v from 'valibot';
import { idSchema, instantSchema } from './identifier.ts';
import { issueSchema } from './problem.ts';

export const importLimits = { maxBytes: 5 * 1024 * 1024, maxRows: 1_000 } as const;
/** Fields a column can be read as. */
export const importFields = [
  'firstName', 'lastName', 'name', 'company', 'phone', 'email', 'street', 'postalCode', 'city', 'licensePlate', 'makeModel', 'vin', 'firstRegistration',
  'insurer', 'policyNumber', 'claimNumber', 'category', 'language',
] as const;
export type ImportField = (typeof importFields)[number];
/** Fields that lists often keep in two columns (make and model, street and number): read one after the other. */
export const joinedImportFields: readonly ImportField[] = ['makeModel', 'street'];

export const importRowSchema = v.object({
  /** As in the file, the heading being row 1. */
  number: v.number(),
  values: v.record(v.string(), v.string()),
  issues: v.array(issueSchema),
  /** The way its link would go; null while nobody can be reached. */
  channel: v.nullable(v.picklist(['sms', 'email'])),
  /** Set once it is prepared. */
  reportId: v.nullable(idSchema),
  state: v.picklist(['ready', 'faulty', 'leftOut', 'sent', 'failed']),
});
export const importSchema = v.object({
  id: idSchema,
  fileName: v.string(),
  createdAt: instantSchema,
  /** Which field each column of the file is read as; null is passed over. */
  columns: v.array(v.object({ heading: v.string(), field: v.nullable(v.picklist(importFields)), example: v.string() })),
  rows: v.array(importRowSchema),
  startedAt: v.nullable(instantSchema),
  finishedAt: v.nullable(instantSchema),
});
export type Import = v.InferOutput<typeof importSchema>;
export const changeImportSchema = v.object({
  columns: v.array(v.nullable(v.picklist(importFields))),
  leftOut: v.array(v.number()),
});

/** Those of the last weeks, newest first. */
export const importListSchema = v.object({
  imports: v.array(
    v.object({ id: idSchema, fileName: v.string(), createdAt: instantSchema, startedAt: v.nullable(instantSchema), finishedAt: v.nullable(instantSchema), rowCount: v.number(), sentCount: v.number(), failedCount: v.number() }),
  ),
});
export type ImportList = v.InferOutput<typeof importListSchema>;
