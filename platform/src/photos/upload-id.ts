import { randomBytes } from 'node:crypto';
import { idSchema } from '@meldewerk/contract/identifier';
import * as v from 'valibot';

/** `ownerId`: the draft or the item that the photo belongs to. */
export type UploadParties = { tenantId: string; ownerId: string; photoId: string };

const secret = /^[A-Za-z0-9_-]{22}$/;

/** `tenant.owner.photo.secret`: says whose it is without a look-up, and cannot be guessed. Also the name of the file. */
export function newUploadId({ tenantId, ownerId, photoId }: UploadParties): string {
  return [tenantId, ownerId, photoId, randomBytes(16).toString('base64url')].join('.');
}

/** Null for anything that `newUploadId` did not make. */
export function readUploadId(id: string): UploadParties | null {
  const [tenantId, ownerId, photoId, random, ...rest] = id.split('.');
  if (!isId(tenantId) || !isId(ownerId) || !isId(photoId) || !secret.test(random ?? '') || rest.length > 0) return null;
  return { tenantId, ownerId, photoId };
}

function isId(part: string | undefined): part is string {
  return v.is(idSchema, part) && part === part.toLowerCase();
}
