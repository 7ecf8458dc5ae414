import * as v from 'valibot';
import { idSchema, instantSchema } from './identifier.ts';
import { draftPhotoSchema } from './photo.ts';
import { receiptSchema } from './report.ts';

/**
 * The server's side of a report that is not sent yet: what its photos hang on.
 * Id and token are made on the device, so that creating it twice after a lost answer does no harm.
 */
export const draftSchema = v.object({
  id: idSchema,
  expiresAt: instantSchema,
  photos: v.array(draftPhotoSchema),
  receipt: v.nullable(receiptSchema),
});
export type Draft = v.InferOutput<typeof draftSchema>;

/** The bearer of a draft: 32 random bytes, base64url; or the 16 of an individual link, which has to fit into an SMS. */
export const draftTokenSchema = v.pipe(v.string(), v.regex(/^([A-Za-z0-9_-]{22}|[A-Za-z0-9_-]{43})$/));
export const linkTokenSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/));
