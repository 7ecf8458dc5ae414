import type { ProblemCode } from '@meldewerk/contract/problem';
import { ProblemError } from '../api.ts';

/** Why a link does not open a report: nobody made it, its time is over, or the workshop withdrew or replaced it. */
export type Trouble = 'unknown' | 'expired' | 'withdrawn';

const troubles: Partial<Record<ProblemCode, Trouble>> = {
  notFound: 'unknown',
  unauthenticated: 'unknown',
  linkExpired: 'expired',
  draftExpired: 'expired',
  linkWithdrawn: 'withdrawn',
};

export function troubleOf(error: unknown): Trouble | null {
  return error instanceof ProblemError ? (troubles[error.problem.code] ?? null) : null;
}
