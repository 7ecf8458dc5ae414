import * as v from 'valibot';
import { idSchema, instantSchema, typedText } from './identifier.ts';
import { photoLimits } from './photo.ts';

/** What a file is its content decides: a photo of those we take, or a PDF. */
export const messageLimits = { maxLength: 5_000, maxFiles: 6, maxPhotoBytes: photoLimits.maxBytes, maxPdfBytes: 10 * 1024 * 1024 } as const;

export const messageFileKinds = ['photo', 'pdf'] as const;
/** A photo or PDF that goes with a message. `fileName` is as its sender named it, with the ending of what it is. */
export const messageFileSchema = v.object({ id: idSchema, kind: v.picklist(messageFileKinds), fileName: v.string(), byteSize: v.number(), /** Parts of the photo are covered. */ redactionId: v.optional(idSchema) });
export type MessageFile = v.InferOutput<typeof messageFileSchema>;

/**
 * What can be had of a file: of a photo `thumbnail` (400 px) and `display` (2048 px), upright and without a trace of where it was
 * taken, and for staff the `original`; of a PDF `document`, redrawn without anything in it that could act.
 */
export const messageFileRenditions = ['thumbnail', 'display', 'document', 'original'] as const;
export type MessageFileRendition = (typeof messageFileRenditions)[number];

export const messageSchema = v.object({
  id: idSchema,
  author: v.picklist(['customer', 'staff']),
  /** Null for the customer, and to the customer's side: a workshop answers as one. */
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
/** The newest in the order they were written. `earlier`: there are older ones; ask with `before`, the id of the first. */
export const messageListSchema = v.object({ messages: v.array(messageSchema), earlier: v.boolean(), /** Of the customer, not yet seen by this staff member; 0 to the customer. */ unread: v.number() });
export type MessageList = v.InferOutput<typeof messageListSchema>;
export const messageListQuerySchema = v.object({ before: v.optional(idSchema) });

const written = {
  id: idSchema,
  body: v.optional(typedText(messageLimits.maxLength), ''),
  fileIds: v.pipe(v.optional(v.array(idSchema), []), v.maxLength(messageLimits.maxFiles), v.transform((ids) => [...new Set(ids)])),
};

/** `id` makes sending twice harmless. `fileIds` were uploaded before. A message has words or a file. */
export const customerMessageSchema = v.pipe(v.object(written), v.forward(v.check(({ body, fileIds }) => body !== '' || fileIds.length > 0, 'empty'), ['body']));
export type CustomerMessage = v.InferOutput<typeof customerMessageSchema>;

/** The same from staff. Colleagues are named in notes only. Who it is for has to be said: there is no default that could be the wrong one. */
export const writeMessageSchema = v.pipe(
  v.object({ ...written, audience: v.picklist(['customer', 'internal']), mentions: v.pipe(v.optional(v.array(idSchema), []), v.maxLength(20), v.transform((ids) => [...new Set(ids)])) }),
  v.forward(v.check(({ body, fileIds }) => body !== '' || fileIds.length > 0, 'empty'), ['body']),
  v.forward(v.check(({ audience, mentions }) => audience === 'internal' || mentions.length === 0, 'notes only'), ['mentions']),
);
export type WriteMessage = v.InferOutput<typeof writeMessageSchema>;

/** The newest message that whoever reads has before them: everything up to it counts as read. */
export const messageReadingSchema = v.object({ messageId: idSchema });

/** How many reports hold something of their customer that this staff member has not seen; counted up to 100. */
export const unreadReportsSchema = v.object({ reports: v.number() });
