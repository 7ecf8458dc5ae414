import Stripe from 'stripe';
import { BillingFault } from '../billing-fault.ts';

/** Asks Stripe on behalf of a person: what goes wrong becomes a fault they may hear; null where there is no such thing. */
export async function askStripe<Answer>(call: () => Promise<Answer>): Promise<Answer | null> {
  try {
    return await call();
  } catch (thrown) {
    if (!(thrown instanceof Stripe.errors.StripeError)) throw thrown;
    if (thrown.statusCode === 404) return null;
    const passing = thrown.statusCode === undefined || thrown.statusCode >= 500 || thrown.statusCode === 429 || thrown.statusCode === 409;
    throw new BillingFault(passing ? 'paymentVendorDown' : 'paymentVendorRefused', [], `stripe/${thrown.code ?? thrown.type}`);
  }
}
