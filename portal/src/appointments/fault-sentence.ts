import { errorText } from '@meldewerk/shell/error-text';
import { ProblemError } from '@meldewerk/shell/request';

/** Why a date cannot be had is said of the date itself: over already, the customer cannot answer. */
export function faultSentence(error: unknown): string {
  const issues = error instanceof ProblemError ? (error.problem.issues ?? []) : [];
  return issues.length > 0 ? [...new Set(issues.map(({ message }) => message))].join(' ') : errorText(error);
}
