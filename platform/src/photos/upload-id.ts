import { randomBytes } from 'node:crypto';
import { idSchema } from '@meldewerk/contract/identifier';
import * as v from 'valibot';

export type UploadParties = { tenantId: string; draftId: string; photoId: string };

const secret = /^[A-Za-z0-9_-]{22}$/;

/** `tenant.draft.photo.secret`: says whose it is without a look-up, and cannot be guessed. Also the name of the file. */
export function newUploadId({ tenantId, draftId, photoId }: UploadParties): string {
  return [tenantId, draftId, photoId, randomBytes(16).toString('base64url')].join('.');
}

/** Null for anything that `newUploadId` did not make. */
export function readUploadId(id: string): UploadParties | null {
  const [tenantId, draftId, photoId, random, ...rest] = id.split('.');
  if (!isId(tenantId) || !isId(draftId) || !isId(photoId) || !secret.test(random ?? '') || rest.length > 0) return null;
  return { tenantId, draftId, photoId };
}

function isId(part: string | undefined): part is string {
  return v.is(idSchema, part) && part === part.toLowerCase();
}
