import { createHash, createHmac } from 'node:crypto';
import { linkTokenSchema } from '@meldewerk/contract/draft';
import * as v from 'valibot';
import { originOf, type Config } from '../config.ts';
import { ProblemError } from '../http/problem.ts';

export type Generation = { tenantId: string; reportId: string; generation: number };

/** What opens an individual link: 128 bits that only this installation can work out again, so that nothing has to store them. */
export function linkToken(config: Pick<Config, 'secret'>, { tenantId, reportId, generation }: Generation): string {
  return createHmac('sha256', config.secret).update(`link|${tenantId}|${reportId}|${generation}`).digest().subarray(0, 16).toString('base64url');
}

/** What is stored of a token: its SHA-256. */
export function hashLinkToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** The address a customer opens, on the workshop's own origin. */
export function linkUrl(config: Pick<Config, 'publicUrl'>, slug: string, token: string): string {
  return `${originOf(config, slug)}/m/${token}`;
}

/** SHA-256 of the link's token in an `Authorization: Bearer` header; throws unauthenticated when there is none of the right form. */
export function readLinkToken(authorization: string | undefined): Buffer {
  const [scheme, token] = (authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !v.is(linkTokenSchema, token)) throw new ProblemError('unauthenticated');
  return hashLinkToken(token);
}
