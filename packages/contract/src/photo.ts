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

/** What a device may find wrong with a photo before it goes up. It never holds one back: staff see that it was used anyway. */
export const photoFindings = ['blurred', 'dark', 'glare', 'small', 'tilted', 'duplicate'] as const;
export type PhotoFinding = (typeof photoFindings)[number];
export const photoFindingsSchema = v.pipe(v.array(v.picklist(photoFindings)), v.maxLength(photoFindings.length));

/** Where a photo was taken, in degrees (WGS 84). */
export const photoLocationSchema = v.object({ latitude: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)), longitude: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)) });

/** What the client says about a photo when it begins the upload (tus `Upload-Metadata`; all values are strings there). */
export const uploadMetadataSchema = v.object({
  photoId: idSchema,
  shotId: v.pipe(v.string(), v.regex(/^[a-z][a-zA-Z0-9]{0,39}$/)),
  source: v.optional(v.picklist(photoSources), 'file'),
  fileName: optionalText(200),
  /** Which damage it shows, for the shots that are taken of each one. */
  spotId: v.optional(idSchema),
  /** The hand-off that a phone came by, so that it can take the photo back. */
  handoffId: v.optional(idSchema),
});

/** `received`: bytes are safe. `ready`: both derivatives exist. `refused`: the content cannot be shown; `problem` says why. */
export const photoStates = ['received', 'ready', 'refused'] as const;
export const draftPhotoSchema = v.object({
  id: idSchema,
  shotId: v.string(),
  spotId: v.nullable(idSchema),
  state: v.picklist(photoStates),
  problem: v.nullable(problemCodeSchema),
});

/** A photo as staff see it. */
export const photoSchema = v.object({
  id: idSchema,
  shotId: v.string(),
  /** The damage it shows, by its id in `damages`. */
  spotId: v.nullable(idSchema),
  /** What the device had found wrong with it when the customer used it anyway. */
  findings: photoFindingsSchema,
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
  /** Only where the customer agreed to send it. */
  location: v.nullable(photoLocationSchema),
  /** The picture is shown with parts made unrecognisable; `sha256` above stays that of the original, this one is of the whole redacted JPEG. */
  redaction: v.nullable(v.object({ id: idSchema, madeAt: instantSchema, byteSize: v.number(), sha256: v.string() })),
});
export type Photo = v.InferOutput<typeof photoSchema>;
