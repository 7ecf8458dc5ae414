import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type Stripe from 'stripe';

export type StripeErrorBody = { type: string; message: string; code?: string; param?: string; doc_url?: string; setup_intent?: Stripe.SetupIntent; payment_method?: Stripe.PaymentMethod };

/** A refusal as Stripe words it. `validated`: the request itself was in order, so that the answer is kept under its idempotency key. */
export class StripeFault extends Error {
  readonly status: number;
  readonly body: StripeErrorBody;
  readonly validated: boolean;
  constructor(status: number, body: Omit<StripeErrorBody, 'type'> & { type?: string }, validated = false) {
    super(body.message);
    this.name = 'StripeFault';
    this.status = status;
    this.validated = validated;
    this.body = { type: 'invalid_request_error', ...body, ...(body.code !== undefined && { doc_url: `https://stripe.com/docs/error-codes/${body.code.replaceAll('_', '-')}` }) };
  }
}

export function missing(kind: string, id: string, param: string): StripeFault {
  return new StripeFault(404, { code: 'resource_missing', message: `No such ${kind}: '${id}'`, param }, true);
}

export function answerFault(c: Context, fault: StripeFault) {
  return c.json({ error: fault.body }, fault.status as ContentfulStatusCode);
}
