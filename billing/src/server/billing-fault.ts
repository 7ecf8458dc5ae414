import type { ProblemCode } from '@meldewerk/contract/problem';

/** What went wrong in a billing verb, as a client may hear it; the server maps the code to its HTTP status. */
export class BillingFault extends Error {
  readonly code: ProblemCode;
  constructor(code: ProblemCode) {
    super(code);
    this.name = 'BillingFault';
    this.code = code;
  }
}
