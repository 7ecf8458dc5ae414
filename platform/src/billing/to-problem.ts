import type { BillingFault } from '@meldewerk/billing/billing-fault';
import type { Language } from '@meldewerk/contract/language';
import { describeIssue } from '../http/issue-text.ts';
import { ProblemError } from '../http/problem.ts';

/** A fault of billing as every other problem, with a sentence for each field that is wrong. */
export function toProblem({ code, fields }: BillingFault, language: Language): ProblemError {
  if (fields.length === 0) return new ProblemError(code);
  return new ProblemError(code, { issues: fields.map(({ path, code: fault }) => ({ path, code: fault, message: describeIssue(path, { code: fault, missing: false }, language) })) });
}
