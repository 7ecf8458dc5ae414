import * as v from 'valibot';
import { instantSchema } from './identifier.ts';

/** How far the customer is with an individual link; the furthest fact counts. */
export const linkStates = ['notSent', 'sent', 'opened', 'begun', 'submitted', 'expired', 'withdrawn'] as const;

/** What staff see of a link. Its address is a bearer secret and asked for by itself. */
export const linkSummarySchema = v.object({
  state: v.picklist(linkStates),
  /** Counts up with every renewal; older addresses stop working. */
  generation: v.number(),
  expiresAt: instantSchema,
  sentAt: v.nullable(instantSchema),
  openedAt: v.nullable(instantSchema),
  begunAt: v.nullable(instantSchema),
  /** The step the customer was last seen at, and when. */
  lastStep: v.nullable(v.string()),
  lastActiveAt: v.nullable(instantSchema),
  withdrawnAt: v.nullable(instantSchema),
});
export type LinkSummary = v.InferOutput<typeof linkSummarySchema>;
