import type { PaymentSource } from 'chargebee';
import type { Account } from '../account/find-account.ts';
import type { Mandate } from '../account/describe-mandate.ts';
import type { Billing } from '../billing.ts';

/** What the browser needs to go on, and the vendor's name for it. */
export type Begun = { vendorReference: string } & ({ route: 'inline'; publishableKey: string; clientSecret: string } | { route: 'hosted'; url: string });

/** How a vendor says an attempt stands. `foreign`: it belongs to somebody else, whatever our row says. */
export type Standing =
  | { kind: 'waiting' }
  | { kind: 'given'; take: () => Promise<PaymentSource>; reference: () => Promise<string | null> }
  | { kind: 'failed'; code: string }
  | { kind: 'expired' }
  | { kind: 'foreign' };

export type Attempt = { billing: Billing; account: Account; mandate: Mandate };

/**
 * A way to give a mandate. `begin` may be called once for an attempt; `check` asks the vendor how it stands, as often as wanted.
 * `take`, of one that is given, brings the bank account into Chargebee's books: the same one however often it is called. The
 * workshop's customer has to be there by then. `reference` is asked for where Chargebee does not tell the mandate's.
 */
export type EnrollmentRoute = {
  begin(attempt: Attempt): Promise<Begun>;
  check(attempt: Attempt & { vendorReference: string }): Promise<Standing>;
};
