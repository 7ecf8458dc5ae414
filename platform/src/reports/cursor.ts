import { idSchema } from '@meldewerk/contract/identifier';
import * as v from 'valibot';
import { ProblemError } from '../http/problem.ts';
import type { Stretch } from './list-sorts.ts';

export type Place = { stretch: number; key: string; id: string };

/** Where a page ended. Opaque to the client. */
export function writeCursor({ stretch, key, id }: Place): string {
  return Buffer.from(JSON.stringify([stretch, key, id])).toString('base64url');
}

/** Holds for the order it was written in; for another it is no cursor at all. */
export function readCursor(cursor: string, stretches: Stretch[]): Place {
  try {
    const [stretch, key, id] = v.parse(v.tuple([v.pipe(v.number(), v.integer(), v.minValue(0)), v.string(), idSchema]), JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    const known = stretches[stretch];
    if (!known) throw new Error('no such stretch');
    return { stretch, key: v.parse(known.keySchema, key), id };
  } catch {
    throw new ProblemError('malformedRequest');
  }
}
