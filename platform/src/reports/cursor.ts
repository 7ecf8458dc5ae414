import { idSchema, instantSchema } from '@meldewerk/contract/identifier';
import * as v from 'valibot';
import { ProblemError } from '../http/problem.ts';

const cursorSchema = v.tuple([instantSchema, idSchema]);

/** Where a page ended. Opaque to the client. */
export function writeCursor({ listedAt, id }: { listedAt: string; id: string }): string {
  return Buffer.from(JSON.stringify([listedAt, id])).toString('base64url');
}

export function readCursor(cursor: string): { listedAt: string; id: string } {
  try {
    const [listedAt, id] = v.parse(cursorSchema, JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return { listedAt, id };
  } catch {
    throw new ProblemError('malformedRequest');
  }
}
