import * as v from 'valibot';
import { idSchema, instantSchema, optionalText } from './identifier.ts';
import { problemCodeSchema } from './problem.ts';

/** What the server takes in: 25 MB and 100 megapixels a photo. Judged by content, never by name. */
export const photoLimits = { maxBytes: 25 * 1024 * 1024, maxPixels: 100_000_000, maxPerDraft: 40 } as const;

export const photoMediaTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/avif'] as const;
export const photoMediaTypeSchema = v.picklist(photoMediaTypes);
export type PhotoMediaType = v.InferOutput<typeof photoMediaTypeSchema>;

/** `camera` came through the capture input, `file` was picked from existing pictures. */
export const photoSources = ['camera', 'file'] as const;

/** What the client says about a photo when it begins the upload (tus `Upload-Metadata`; all values are strings there). */
export const uploadMetadataSchema = v.object({
  photoId: idSchema,
  shotId: v.pipe(v.string(), v.regex(/^[a-z][a-zA-Z0-9]{0,39}$/)),
  source: v.optional(v.picklist(photoSources), 'file'),
  fileName: optionalText(200),
});

/** `received`: bytes are safe. `ready`: both derivatives exist. `refused`: the content cannot be shown; `problem` says why. */
export const photoStates = ['received', 'ready', 'refused'] as const;
export const draftPhotoSchema = v.object({
  id: idSchema,
  shotId: v.string(),
  state: v.picklist(photoStates),
  problem: v.nullable(problemCodeSchema),
});

/** A photo as staff see it. */
export const photoSchema = v.object({
  id: idSchema,
  shotId: v.string(),
  position: v.number(),
  state: v.picklist(photoStates),
  problem: v.nullable(problemCodeSchema),
  mediaType: photoMediaTypeSchema,
  byteSize: v.number(),
  width: v.nullable(v.number()),
  height: v.nullable(v.number()),
  sha256: v.string(),
  source: v.picklist(photoSources),
  originalName: v.nullable(v.string()),
  /** Wall time of the camera as the file states it: `YYYY-MM-DDTHH:MM:SS`, with its offset where it names one; null when it states none. */
  capturedAt: v.nullable(v.string()),
  uploadedAt: instantSchema,
});
export type Photo = v.InferOutput<typeof photoSchema>;
