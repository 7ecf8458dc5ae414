import Stripe from 'stripe';

export type StripeConfig = {
  /** A key restricted to customers and setup intents is enough. */
  secretKey: string;
  publishableKey: string;
  /** Of a simulator; the vendor's own address when absent. */
  baseUrl: string | undefined;
};

/** Stripe's client, for customers and setup intents alone: what is charged is Chargebee's business. */
export function createStripe({ secretKey, baseUrl }: StripeConfig, { timeoutMs }: { timeoutMs: number }): Stripe {
  return new Stripe(secretKey, {
    timeout: timeoutMs,
    maxNetworkRetries: 1,
    telemetry: false,
    ...(baseUrl !== undefined && { httpClient: Stripe.createFetchHttpClient((input: string | URL | Request, init?: RequestInit) => fetch(rebase(baseUrl, input), init)) }),
  });
}

function rebase(baseUrl: string, input: string | URL | Request): string {
  const { pathname, search } = new URL(input instanceof Request ? input.url : input);
  return `${baseUrl}${pathname}${search}`;
}
