import * as v from 'valibot';
import { idSchema, instantSchema, requiredText, optionalText } from './identifier.ts';

export const messageLimits = { maxLength: 5_000, maxFiles: 6, maxPdfBytes: 10 * 1024 * 1024 } as const;

/** A photo or PDF that goes with a message. */
export const messageFileSchema = v.object({ id: idSchema, kind: v.picklist(['photo', 'pdf']), fileName: v.string(), byteSize: v.number(), /** False while a photo is still being made small, or cannot be shown. */ ready: v.boolean() });

export const messageSchema = v.object({
  id: idSchema,
  author: v.picklist(['customer', 'staff']),
  /** Null to the customer's side when the workshop does not name its staff, and for the customer. */
  staffName: v.nullable(v.string()),
  /** `internal` is a note for colleagues and never leaves the house. */
  audience: v.picklist(['customer', 'internal']),
  body: v.string(),
  at: instantSchema,
  files: v.array(messageFileSchema),
  /** Colleagues named in a note. */
  mentions: v.array(idSchema),
  /** When the other side had it before them: the customer of what staff wrote, any of the staff of what the customer wrote. */
  readAt: v.nullable(instantSchema),
});
export type Message = v.InferOutput<typeof messageSchema>;
export const messageListSchema = v.object({ messages: v.array(messageSchema), /** Of the customer, not yet seen by this staff member. */ unread: v.number() });
export type MessageList = v.InferOutput<typeof messageListSchema>;

/** `id` makes sending twice harmless. `fileIds` were uploaded before. A message has words or a file. */
export const writeMessageSchema = v.pipe(
  v.object({ id: idSchema, audience: v.optional(v.picklist(['customer', 'internal']), 'customer'), body: v.optional(v.pipe(optionalText(messageLimits.maxLength)), ''), fileIds: v.pipe(v.optional(v.array(idSchema), []), v.maxLength(messageLimits.maxFiles)), mentions: v.pipe(v.optional(v.array(idSchema), []), v.maxLength(20)) }),
  v.forward(v.check(({ body, fileIds }) => Boolean(body) || fileIds.length > 0, 'empty'), ['body']),
);
export type WriteMessage = v.InferOutput<typeof writeMessageSchema>;

/** Words kept for again, with `{{…}}` for what differs from report to report. */
export const responseTemplateSchema = v.object({ id: idSchema, title: requiredText(80), body: requiredText(messageLimits.maxLength) });
export const responseTemplateListSchema = v.object({ templates: v.array(responseTemplateSchema) });
export type ResponseTemplate = v.InferOutput<typeof responseTemplateSchema>;
