import type { ProblemCode } from '@meldewerk/contract/problem';

/** A field of the input and what is the matter with it; the sentence is the server's to make. */
export type FaultyField = { path: string; code: string };

/** What went wrong in a billing verb, as a client may hear it; the server maps the code to its HTTP status. */
export class BillingFault extends Error {
  readonly code: ProblemCode;
  readonly fields: FaultyField[];
  /** The vendor's own code, for the log. */
  readonly vendorCode: string | undefined;
  constructor(code: ProblemCode, fields: FaultyField[] = [], vendorCode?: string) {
    super(code);
    this.name = 'BillingFault';
    this.code = code;
    this.fields = fields;
    this.vendorCode = vendorCode;
  }
}
