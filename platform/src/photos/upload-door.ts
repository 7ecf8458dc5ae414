import { idSchema } from '@meldewerk/contract/identifier';
import { uploadMetadataSchema } from '@meldewerk/contract/photo';
import type { Transaction } from '@meldewerk/db/client';
import type { Context } from 'hono';
import * as v from 'valibot';
import type { AppEnv, Scope } from '../http/scope.ts';

/** Where a photo goes. `reportId` and `position` only for a report that is sent already. */
export type Place = { draftId: string; shotId: string; reportId?: string; position?: number };

/** Throws unless who asks may upload for this owner. */
export type Admission = (tx: Transaction, ownerId: string) => Promise<unknown>;

/** A way by which photos come in over tus, and what they belong to. */
export type UploadDoor = {
  path: string;
  /** What the client calls the owner in the metadata. */
  ownerKey: 'draftId' | 'itemId';
  /** Who asks; throws unauthenticated before anything else is looked at. */
  enter: (c: Context<AppEnv>) => Promise<Admission>;
  /** The draft that photos of this owner hang on; undefined when there is no such owner. */
  draftOf: (scope: Scope, tx: Transaction, ownerId: string) => Promise<string | undefined>;
  /** Where the photo goes, if there is room; holds the row that decides until the transaction ends. */
  place: (scope: Scope, tx: Transaction, upload: NewUpload) => Promise<Place>;
  /** What else is to be noted in the transaction that takes the photo in. */
  taken?: (scope: Scope, tx: Transaction, upload: NewUpload, photo: { sha256: Buffer }) => Promise<void>;
};

const describedSchema = v.object({ ...uploadMetadataSchema.entries, ownerId: idSchema });
/** What the client says of a photo, and whose it is. */
export type NewUpload = v.InferOutput<typeof describedSchema>;

/** Throws what is not of this shape. */
export function readMetadata({ ownerKey }: UploadDoor, metadata: Record<string, string | null>): NewUpload {
  return v.parse(describedSchema, { ...metadata, ownerId: metadata[ownerKey] });
}
