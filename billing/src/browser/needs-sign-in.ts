import { ProblemError } from '@meldewerk/shell/request';

/** The session has ended; the sign-in stands above the page already. A wrong code is another matter. */
export function needsSignIn(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.code === 'unauthenticated';
}
