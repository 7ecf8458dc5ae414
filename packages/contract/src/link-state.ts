import * as v from 'valibot';
import { idSchema, instantSchema } from './identifier.ts';

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

/** What staff see of the customer's link to the status page. Its address is a bearer secret and asked for by itself. */
export const statusLinkSummarySchema = v.object({
  state: v.picklist(['notSent', 'sent', 'opened', 'withdrawn']),
  /** When a message first brought it to the customer. */
  sentAt: v.nullable(instantSchema),
  /** When somebody first passed the second factor. */
  openedAt: v.nullable(instantSchema),
  withdrawnAt: v.nullable(instantSchema),
});
export type StatusLinkSummary = v.InferOutput<typeof statusLinkSummarySchema>;
export const statusLinkAddressSchema = v.object({ url: v.string(), link: statusLinkSummarySchema });
export type StatusLinkAddress = v.InferOutput<typeof statusLinkAddressSchema>;
/** `id` makes pressing twice harmless. */
export const sendStatusLinkSchema = v.object({ id: idSchema, channel: v.picklist(['sms', 'email']) });
export type SendStatusLink = v.InferOutput<typeof sendStatusLinkSchema>;
